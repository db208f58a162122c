//! Asking for people, and what the desk and the town do with a request.

use kataster::access::Role;
use kataster::ids::{ExpertId, OrganisationId};
use serde_json::{Value, json};

use crate::help::scene::{Scene, need, one_need};
use crate::support::{Answer, expert, organisation};

/// Whoever asks for help for the town of an incident.
pub(super) async fn town(scene: &Scene, incident: &str) -> String {
    let town = scene.town_id(incident).await;
    scene.app.browse_as(Role::Requester, Some(town)).await
}

/// Somebody who helps, of this house.
pub(super) async fn person(scene: &Scene, (expert, house): (ExpertId, OrganisationId)) -> String {
    let app = &scene.app;
    let (account, email) = app.account_with_password(Role::Expert, Some(house)).await;
    let linked = kataster::experts::link_account(&app.state.db, expert, account).await;
    linked.unwrap();
    app.begin_session(&email).await
}

/// What a page says.
pub(super) async fn look(scene: &Scene, path: &str, who: &str) -> String {
    scene.app.page(path, who).await.expect(200).text
}

/// What a form leads to says, for whoever follows.
pub(super) async fn told(scene: &Scene, answer: Answer, who: &str) -> String {
    let answer = answer.expect(303);
    let notice = answer.cookie("meldung").unwrap();
    let cookies = format!("{who}; {notice}");
    look(scene, answer.location(), &cookies).await
}

/// The value of the first hidden field of a name.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page
        .split_once(&format!("name=\"{name}\" value=\""))
        .unwrap();
    rest.split('"').next().unwrap().to_owned()
}

async fn desk(scene: &Scene) -> String {
    scene.app.browse_as(Role::Coordinator, None).await
}

/// What is said on the phone is sent.
async fn say(
    scene: &Scene,
    (request, alert): (&str, &str),
    who: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let path = format!("/ersuchen/{request}/antwort");
    let mut form = vec![("alarm", alert)];
    form.extend_from_slice(fields);
    scene.app.submit(&path, who, &form).await
}

fn alias_of(request: &Value, position: usize) -> String {
    let alias = &request["alerts"][position]["alias"];
    alias.as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_tap_makes_a_draft_of_the_playbook_and_a_second_one_finds_it() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = town(&scene, &incident).await;
    let path = format!("/vorfaelle/{incident}");
    let page = look(&scene, &path, &town).await;
    assert!(page.contains("Hilfe anfordern: Bedarf nach Leitfaden"));
    let nonce = hidden(&page, "vorgang");
    let ask = format!("{path}/ersuchen");
    let form = [("vorgang", nonce.as_str())];

    let made = scene.app.submit(&ask, &town, &form).await.expect(303);
    let again = scene.app.submit(&ask, &town, &form).await.expect(303);

    assert_eq!(made.location(), again.location());
    let request = look(&scene, made.location(), &town).await;
    assert!(request.contains("Entwurf") && request.contains("Jetzt alarmieren"));
    assert!(
        !request.contains("Nächste Welle jetzt"),
        "only the desk steers"
    );
    let page = look(&scene, &path, &town).await;
    assert!(page.contains(&format!("href=\"{}\"", made.location())));
    assert!(page.contains("Plätzen zugesagt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn needs_are_changed_before_people_are_asked() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = town(&scene, &incident).await;
    let path = format!("/vorfaelle/{incident}/ersuchen");
    let page = look(&scene, &path, &town).await;
    let needs = page.matches("_keep\" value").count();
    assert!(needs > 2);
    assert!(page.find("Erstgespräch").unwrap() < page.find("need1_keep").unwrap());
    let nonce = hidden(&page, "vorgang");
    let common = [("vorgang", nonce.as_str()), ("bedarf", "1")];

    let mut nothing = common.to_vec();
    nothing.extend([("tage", "0"), ("ab", "gestern"), ("need1_desired", "viele")]);
    let refused = scene.app.submit(&path, &town, &nothing).await.expect(422);
    for said in [
        "Behalten Sie mindestens einen Bedarf.",
        "href=\"#need0_keep\"",
        "id=\"tage-fehler\"",
        "id=\"ab-fehler\"",
        "value=\"viele\"",
    ] {
        assert!(refused.text.contains(said), "{said}");
    }
    let mut many = common.to_vec();
    many.extend([("tage", "3"), ("need0_keep", "1"), ("need0_desired", "51")]);
    let refused = scene.app.submit(&path, &town, &many).await.expect(422);
    assert!(refused.text.contains("id=\"need0_desired-fehler\""));
    let mut right = common.to_vec();
    right.extend([("tage", "3"), ("need1_keep", "1"), ("need1_desired", "5")]);
    right.extend([("need1_mode", "remote"), ("need1_level0", "2")]);
    let made = scene.app.submit(&path, &town, &right).await.expect(303);

    let id = made.location().strip_prefix("/ersuchen/").unwrap();
    let request = scene.show(id).await;
    assert_eq!(request["needs"].as_array().unwrap().len(), 1);
    assert_eq!(request["days"], 3);
    let wanted = &request["needs"][0]["wanted"];
    assert_eq!(wanted["headcount"]["desired"], 5);
    assert_eq!(wanted["mode"], "remote");
    assert_eq!(wanted["skills"][0]["min_level"], 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_asked_for_before_it_is_verified() {
    let scene = Scene::with(1).await;
    let (incident, _) = crate::help::unverified(&scene.app).await;
    let desk = desk(&scene).await;
    let path = format!("/vorfaelle/{incident}");

    let page = look(&scene, &path, &desk).await;

    assert!(!page.contains("/ersuchen"));
    let ask = format!("{path}/ersuchen");
    scene.app.page(&ask, &desk).await.expect(409);
    let told = told(&scene, scene.app.submit(&ask, &desk, &[]).await, &desk).await;
    assert!(told.contains("Das ging nicht mehr"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_preview_names_nobody_but_by_the_alias_and_asks_nobody() {
    let scene = Scene::with(2).await;
    let (incident, _) = scene.incident().await;
    let town = town(&scene, &incident).await;
    let id = scene.request(&incident, &json!([one_need()])).await;

    let page = look(&scene, &format!("/ersuchen/{id}?vorschau=ja"), &town).await;

    assert_eq!(page.matches("href=\"/fachkraefte/").count(), 2);
    assert!(page.contains("Passt, weil:") && page.contains("Datensicherung"));
    assert!(!page.contains("Quastenflosser"));
    assert_eq!(scene.states(&id).await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_preview_tells_only_what_speaks_for_somebody() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let desk = desk(&scene).await;
    let mut wanted = one_need();
    let skills = wanted["skills"].as_array_mut().unwrap();
    skills.push(json!({"id": "domain:network", "min_level": 2, "required": false}));
    let id = scene.request(&incident, &json!([wanted])).await;

    let page = look(&scene, &format!("/ersuchen/{id}?vorschau=ja"), &desk).await;

    assert!(page.contains("Passt, weil:") && page.contains("Stufe 3"));
    assert!(!page.contains("keine Angabe"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_begins_and_ends_and_sees_who_is_asked_but_no_answer() {
    let scene = Scene::with(3).await;
    let (incident, _) = scene.incident().await;
    let town = town(&scene, &incident).await;
    let id = scene.request(&incident, &json!([one_need()])).await;
    let path = format!("/ersuchen/{id}");

    let begin = format!("{path}/alarmieren");
    let sent = scene.app.submit(&begin, &town, &[]).await;
    assert!(
        told(&scene, sent, &town)
            .await
            .contains("Die Alarmierung läuft.")
    );
    scene.run().await;
    let (_, link) = &scene.asked()[0];
    scene
        .answer(link, &json!({"answer": "no"}))
        .await
        .expect(200);

    let page = look(&scene, &path, &town).await;
    assert!(page.contains("beantwortet") && page.contains("E-Mail"));
    assert!(page.contains("1. Welle") && page.contains("Nächste Welle:"));
    for hidden in ["Nein", "Überspringen", "Quastenflosser", "fachkraft0"] {
        assert!(!page.contains(hidden), "{hidden}");
    }
    let end = format!("{path}/ende");
    let short = scene.app.submit(&end, &town, &[("grund", "x")]).await;
    assert!(short.expect(422).text.contains("id=\"grund-fehler\""));
    let why = [("grund", "Wir haben Hilfe gefunden")];
    let ended = scene.app.submit(&end, &town, &why).await;
    let page = told(&scene, ended, &town).await;
    assert!(page.contains("Beendet: Wir haben Hilfe gefunden"));
    let late = scene.app.submit(&end, &town, &why).await;
    assert!(
        told(&scene, late, &town)
            .await
            .contains("Das ging nicht mehr")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_discarded_and_nothing_is_said_to_end() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = town(&scene, &incident).await;
    let id = scene.request(&incident, &json!([one_need()])).await;
    let path = format!("/ersuchen/{id}");
    let page = look(&scene, &path, &town).await;
    assert!(page.contains("Entwurf verwerfen") && !page.contains("Ersuchen beenden"));

    let why = [("grund", "Es war ein Irrtum")];
    let discarded = scene.app.submit(&format!("{path}/ende"), &town, &why).await;

    let page = told(&scene, discarded, &town).await;
    assert!(page.contains("Der Entwurf ist verworfen."));
    assert!(page.contains("Beendet: Es war ein Irrtum"));
    let page = look(&scene, &format!("/vorfaelle/{incident}"), &town).await;
    assert!(!page.contains("Ersuchen beendet"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_pauses_goes_on_and_sends_the_next_wave() {
    let scene = Scene::with(8).await;
    let id = scene.alerting(&json!([one_need()])).await;
    let desk = desk(&scene).await;
    let path = format!("/ersuchen/{id}");
    let pause = format!("{path}/pause");
    let wave = format!("{path}/welle");
    assert_eq!(scene.states(&id).await.len(), 3);

    let paused = scene.app.submit(&pause, &desk, &[("pause", "ja")]).await;
    let page = told(&scene, paused, &desk).await;
    assert!(page.contains("Alarmierung ruht") && page.contains(">Weiter<"));
    scene.app.submit(&wave, &desk, &[]).await.expect(303);
    scene.run().await;
    assert_eq!(scene.states(&id).await.len(), 3);
    scene
        .app
        .submit(&pause, &desk, &[("pause", "nein")])
        .await
        .expect(303);
    scene.run().await;
    scene.app.submit(&wave, &desk, &[]).await.expect(303);
    scene.run().await;

    assert!(scene.states(&id).await.len() > 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_clicks_on_the_next_wave_one_sends_it() {
    let scene = Scene::with(8).await;
    let id = scene.alerting(&json!([one_need()])).await;
    let desk = desk(&scene).await;
    let path = format!("/ersuchen/{id}");
    let page = look(&scene, &path, &desk).await;
    let seen = hidden(&page, "welle");
    let form = [("welle", seen.as_str())];
    let wave = format!("{path}/welle");

    scene.app.submit(&wave, &desk, &form).await.expect(303);
    scene.run().await;
    let late = scene.app.submit(&wave, &desk, &form).await;
    let page = told(&scene, late, &desk).await;
    scene.run().await;

    assert!(page.contains("Das Ersuchen hat sich inzwischen bewegt"));
    assert_eq!(scene.show(&id).await["needs"][0]["wave"], 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_is_shown_a_number_of_whom_no_message_reached() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let id = scene.request(&incident, &json!([one_need()])).await;
    let alert = format!("/api/v1/requests/{id}/alert");
    let begun = scene.app.post(&alert, &scene.coordinator, &json!({})).await;
    begun.expect(202);
    scene.run_by(kataster::notifications::Post::default()).await;
    let desk = desk(&scene).await;
    let town = town(&scene, &incident).await;
    let path = format!("/ersuchen/{id}");
    let button = format!("action=\"{path}/nummer\"");
    assert!(!look(&scene, &path, &town).await.contains(&button));
    let page = look(&scene, &path, &desk).await;
    assert!(page.contains(&button) && !page.contains("3023125000"));
    let alert = hidden(&page, "alarm");

    let nummer = format!("{path}/nummer");
    let form = [("alarm", alert.as_str())];
    let shown = scene.app.submit(&nummer, &desk, &form).await.expect(200);

    assert!(shown.text.contains("3023125000") && !shown.text.contains("Quastenflosser"));
    assert!(shown.text.contains(&format!("id=\"antwort-{alert}\"")));
    let yes = [("antwort", "remote"), ("ausgeruht", "1")];
    say(&scene, (&id, &alert), &desk, &yes).await.expect(303);
    let late = scene.app.submit(&nummer, &desk, &form).await;
    assert!(
        told(&scene, late, &desk)
            .await
            .contains("Das ging nicht mehr")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_picks_by_the_alias_and_skips() {
    let scene = Scene::with(4).await;
    let id = scene.alerting(&json!([one_need()])).await;
    let desk = desk(&scene).await;
    let request = scene.show(&id).await;
    let need = request["needs"][0]["id"].as_str().unwrap().to_owned();
    let choose = format!("/ersuchen/{id}/auswahl");
    let skipped = request["alerts"][0]["expert_id"].as_str().unwrap();
    let skip = [
        ("bedarf", need.as_str()),
        ("wahl", "skip"),
        ("wen", skipped),
    ];
    let asked: Vec<_> = request["alerts"].as_array().unwrap().iter().collect();
    let other = scene.helpers.iter().find(|helper| {
        let id = helper.id.to_string();
        asked.iter().all(|alert| alert["expert_id"] != id)
    });
    let other = other.unwrap().id.to_string();
    let card = scene
        .app
        .get(&format!("/api/v1/experts/{other}"), &scene.coordinator)
        .await;
    let alias = card.expect(200).json()["alias"]
        .as_str()
        .unwrap()
        .to_owned();

    let unknown = [
        ("bedarf", need.as_str()),
        ("wahl", "pick"),
        ("kennung", "K-22222"),
    ];
    let refused = scene.app.submit(&choose, &desk, &unknown).await.expect(422);
    assert!(refused.text.contains("Diese Kennung gibt es nicht."));
    assert!(refused.text.contains("value=\"K-22222\""));
    let typed = alias.to_lowercase();
    let pick = [
        ("bedarf", need.as_str()),
        ("wahl", "pick"),
        ("kennung", typed.as_str()),
    ];
    let picked = scene.app.submit(&choose, &desk, &pick).await;
    assert!(told(&scene, picked, &desk).await.contains("Vorgemerkt."));
    scene.run().await;
    scene.app.submit(&choose, &desk, &skip).await.expect(303);
    scene.run().await;

    let request = scene.show(&id).await;
    let alerts = request["alerts"].as_array().unwrap();
    assert!(alerts.iter().any(|alert| alert["expert_id"] == other));
    let gone = alerts.iter().find(|alert| alert["expert_id"] == skipped);
    assert_eq!(gone.unwrap()["state"], "stood_down");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_on_the_phone_is_taken_once() {
    let scene = Scene::with(2).await;
    let id = scene.alerting(&json!([one_need()])).await;
    let desk = desk(&scene).await;
    let other = scene.app.browse_as(Role::Coordinator, None).await;
    let request = scene.show(&id).await;
    let alert = request["alerts"][0]["id"].as_str().unwrap();
    let nothing = say(&scene, (&id, alert), &desk, &[]).await.expect(422);
    assert!(
        nothing
            .text
            .contains("Wählen Sie, was die Fachkraft gesagt hat.")
    );
    let tired = say(&scene, (&id, alert), &desk, &[("antwort", "remote")])
        .await
        .expect(422);
    assert!(
        tired
            .text
            .contains("Fragen Sie, ob die Fachkraft ausgeruht ist.")
    );
    assert!(tired.text.contains("value=\"remote\" selected"));
    let wrong = [("antwort", "on_site"), ("ausgeruht", "1")];
    let wrong = say(&scene, (&id, alert), &desk, &wrong).await.expect(422);
    assert!(
        wrong
            .text
            .contains("So wird die Hilfe hier nicht gebraucht.")
    );
    let yes = [("antwort", "remote"), ("ausgeruht", "1")];
    let page = told(&scene, say(&scene, (&id, alert), &desk, &yes).await, &desk).await;
    assert!(page.contains("Die Antwort ist aufgenommen."));
    assert!(page.contains("0 von 1 Platz zugesagt, 1 vorläufig"));
    assert!(page.contains(&alias_of(&request, 0)));
    let late = say(&scene, (&id, alert), &other, &[("antwort", "no")]).await;
    assert!(
        told(&scene, late, &other)
            .await
            .contains("Das ging nicht mehr")
    );
    assert_eq!(scene.show(&id).await["deployments"][0]["state"], "released");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_taken_on_the_page_of_its_own_request_alone() {
    let scene = Scene::with(2).await;
    let first = scene.alerting(&json!([one_need()])).await;
    let (incident, _) = scene.incident().await;
    let second = scene.request(&incident, &json!([one_need()])).await;
    let desk = desk(&scene).await;
    let request = scene.show(&first).await;
    let alert = request["alerts"][0]["id"].as_str().unwrap();

    let form = [("alarm", alert), ("antwort", "no")];
    let path = format!("/ersuchen/{second}/antwort");

    scene.app.submit(&path, &desk, &form).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_nobody_else_fits_the_page_says_so() {
    let scene = Scene::with(1).await;
    let id = scene.alerting(&json!([need(2)])).await;
    let desk = desk(&scene).await;

    let page = look(&scene, &format!("/ersuchen/{id}"), &desk).await;

    assert!(page.contains("Niemand sonst passt zurzeit."));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_other_town_sees_or_moves_a_request() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let id = scene.request(&incident, &json!([one_need()])).await;
    let other = organisation().with("place", "15083").save(&scene.app).await;
    expert(other).save(&scene.app).await;
    let stranger = scene.app.browse_as(Role::Requester, Some(other)).await;
    let manager = scene.app.browse_as(Role::MemberManager, Some(other)).await;
    let path = format!("/ersuchen/{id}");
    let form = format!("/vorfaelle/{incident}/ersuchen");

    scene.app.page(&path, &stranger).await.expect(404);
    scene.app.page(&path, &manager).await.expect(403);
    scene.app.page(&form, &stranger).await.expect(404);
    scene.app.submit(&form, &stranger, &[]).await.expect(404);
    for what in ["alarmieren", "ende"] {
        let path = format!("{path}/{what}");
        let form = [("grund", "ein Grund")];
        scene.app.submit(&path, &stranger, &form).await.expect(404);
    }
    for what in ["welle", "pause", "auswahl", "antwort"] {
        let path = format!("{path}/{what}");
        scene.app.submit(&path, &stranger, &[]).await.expect(403);
    }
    assert_eq!(scene.show(&id).await["state"], "draft");
}
