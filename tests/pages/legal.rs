//! The pages of legal bases and of conditions confirmed at once.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use serde_json::{Value, json};

use super::administration::admin;
use super::help::{look as look_anonymously, submit};
use super::requests::{look, told, town};
use crate::help::scene::{Scene, one_need, yes};
use crate::help::{INCIDENTS, status_page, unverified};
use crate::support::{Organisation, TestApp, organisation};

const RULES: &str = "/verwaltung/rechtsgrundlagen";

/// Somebody of a house who is committed to a town: the incident, the request, the deployment.
async fn committed(house: Organisation) -> (Scene, [String; 3]) {
    let standing = json!({"form": "standing", "days_a_year": 200});
    let scene = Scene::of(house, (1, standing)).await;
    let (incident, _) = scene.incident().await;
    let (request, id) = scene.promised(&incident, &one_need(), &yes()).await;
    let acceptance = (id.as_str(), "acceptance");
    let accepted = scene.decide(&scene.coordinator, acceptance, "accept").await;
    accepted.expect(200);
    (scene, [incident, request, id])
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_offers_what_the_legal_forms_allow_and_nothing_else() {
    let (scene, [incident, request, id]) =
        committed(organisation().with("legal_form", "gmbh")).await;
    let town = town(&scene, &incident).await;
    let path = format!("/einsaetze/{id}/rechtsgrundlage");
    let listed = look(&scene, "/einsaetze", &town).await;
    assert!(listed.contains("Rechtsgrundlage ungeklärt, bis") && listed.contains(&path));
    let shown = look(&scene, &format!("/ersuchen/{request}"), &town).await;
    assert!(shown.contains("Rechtsgrundlage ungeklärt, bis") && shown.contains(&path));

    let page = look(&scene, &path, &town).await;
    assert!(page.contains("value=\"contract\"") && page.contains("Noch ungeklärt (bis"));
    assert!(!page.contains("value=\"amtshilfe\""));
    assert!(page.contains("value=\"service_contract\"") && page.contains("Dringlichkeit"));
    let amtshilfe = [("grundlage", "amtshilfe"), ("form", "remote")];
    let refused = scene.app.submit(&path, &town, &amtshilfe).await.expect(422);
    assert!(refused.text.contains("Möglich sind: Vertrag"));
    let bare = [
        ("grundlage", "contract"),
        ("form", "remote"),
        ("grund", "x"),
    ];
    let refused = scene.app.submit(&path, &town, &bare).await.expect(422);
    assert!(
        refused.text.contains("Nennen Sie den Grund")
            && refused.text.contains("Nennen Sie den Tag")
    );
    let nothing = scene.app.submit(&path, &town, &[]).await.expect(422);
    assert!(nothing.text.contains("Wählen Sie eine Rechtsgrundlage"));

    let good = [
        ("grundlage", "contract"),
        ("form", "remote"),
        ("grund", "Das Rathaus steht still"),
        ("umfang", "Spuren sichern"),
        ("bis", "2099-12-03"),
    ];
    let saved = scene.app.submit(&path, &town, &good).await;
    let listed = told(&scene, saved, &town).await;
    assert!(listed.contains("Die Rechtsgrundlage ist festgehalten."));
    assert!(listed.contains("Rechtsgrundlage: Vertrag, Fernhilfe."));
    let page = look(&scene, &path, &town).await;
    assert!(page.contains("Das Rathaus steht still") && page.contains("2099-12-03"));
    let open = scene
        .app
        .submit(&path, &town, &[("grundlage", "offen")])
        .await;
    let listed = told(&scene, open, &town).await;
    assert!(listed.contains("Rechtsgrundlage ungeklärt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn authorities_are_offered_amtshilfe_with_what_it_costs() {
    let (scene, [_, _, id]) = committed(organisation()).await;
    let house = Some(scene.helpers[0].employer);
    let manager = scene.app.browse_as(Role::MemberManager, house).await;
    let path = format!("/einsaetze/{id}/rechtsgrundlage");

    let page = look(&scene, &path, &manager).await;

    assert!(page.contains("Auslagenersatz") && page.contains("6 C 10.17"));
    assert!(page.contains("länger als drei Monate"));
    assert!(!page.contains("value=\"contract\"") && !page.contains("Dringlichkeit"));
    let service = [("grundlage", "amtshilfe"), ("form", "service_contract")];
    let refused = scene.app.submit(&path, &manager, &service).await;
    assert!(refused.expect(422).text.contains("Diese Form passt nicht"));
    let other = organisation()
        .with("name", "Anderes Haus")
        .save(&scene.app)
        .await;
    let foreign = scene.app.browse_as(Role::MemberManager, Some(other)).await;
    scene.app.page(&path, &foreign).await.expect(404);
    scene
        .app
        .submit(&path, &foreign, &[("grundlage", "amtshilfe")])
        .await
        .expect(404);
    // Late, it says so.
    scene.app.move_days(4);
    let manager = scene.app.browse_as(Role::MemberManager, house).await;
    let listed = look(&scene, "/einsaetze", &manager).await;
    assert!(listed.contains("Rechtsgrundlage ungeklärt; sie war bis"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_was_filled_before_another_said_it_is_shown_again() {
    let (scene, [incident, _, id]) = committed(organisation()).await;
    let town = town(&scene, &incident).await;
    let path = format!("/einsaetze/{id}/rechtsgrundlage");
    let page = look(&scene, &path, &town).await;
    let read = stand(&page);
    let api = format!("/api/v1/deployments/{id}/basis");
    let amtshilfe = json!({"legal_basis": "amtshilfe"});
    let said = scene.app.put(&api, &scene.coordinator, &amtshilfe).await;
    said.expect(200);
    let mut form = [
        ("stand", read.as_str()),
        ("grundlage", "disaster_law"),
        ("form", "remote"),
    ];

    let refused = scene.app.submit(&path, &town, &form).await.expect(409).text;

    assert!(refused.contains("Jemand hat das inzwischen geändert"));
    assert!(refused.contains("value=\"disaster_law\" checked"));
    let newer = stand(&refused);
    form[0] = ("stand", &newer);
    let saved = scene.app.submit(&path, &town, &form).await;
    let listed = told(&scene, saved, &town).await;
    assert!(listed.contains("Die Rechtsgrundlage ist festgehalten."));
}

/// The version a form was filled from.
fn stand(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"stand\" value=\"").unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

/// The boxes of a form as they are shown, with who checked them.
fn ticked(page: &str, without: &str) -> Vec<(String, String)> {
    let mut sent = vec![
        (
            "geprueft_von".to_owned(),
            "Rechtsamt Musterstadt".to_owned(),
        ),
        ("geprueft_am".to_owned(), "2026-11-02".to_owned()),
    ];
    for name in ["paar", "forms"] {
        for box_ in page.split(&format!("name=\"{name}\" value=\"")).skip(1) {
            let (value, rest) = box_.split_once('"').unwrap();
            if rest.starts_with(" checked") && value != without {
                sent.push((name.to_owned(), value.to_owned()));
            }
        }
    }
    sent
}

async fn send(app: &TestApp, admin: &str, version: &str, sent: &[(String, String)]) -> u16 {
    let mut form: Vec<(&str, &str)> = vec![("stand", version)];
    form.extend(
        sent.iter()
            .map(|(name, value)| (name.as_str(), value.as_str())),
    );
    app.submit(RULES, admin, &form).await.status.as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edited_matrix_counts_but_no_tick_lets_a_company_give_amtshilfe() {
    let (scene, [incident, _, id]) = committed(organisation()).await;
    let app = &scene.app;
    let (_, admin) = admin(app).await;
    let page = app.page(RULES, &admin).await.expect(200).text;
    assert!(page.contains("Mitgelieferte Fassung") && page.contains("Noch nicht geprüft"));
    assert!(!page.contains("value=\"company.authority.amtshilfe\""));

    let mut sent = ticked(&page, "public_body.authority.amtshilfe");
    sent.push(("paar".to_owned(), "company.authority.amtshilfe".to_owned()));
    assert_eq!(
        send(app, &admin, "0", &sent[1..]).await,
        422,
        "nobody checked it"
    );
    assert_eq!(send(app, &admin, "0", &sent).await, 303);
    assert_eq!(send(app, &admin, "0", &sent).await, 409, "it was changed");

    let page = app.page(RULES, &admin).await.expect(200).text;
    assert!(page.contains("Fassung 1") && page.contains("Geprüft von Rechtsamt Musterstadt"));
    let town = scene.town(&incident).await;
    let path = format!("/api/v1/deployments/{id}/basis");
    let refused = app
        .put(&path, &town, &json!({"legal_basis": "amtshilfe"}))
        .await;
    let refused: Value = refused.expect(422).json();
    let can = &refused["errors"][0]["suggestions"];
    assert_eq!(
        *can,
        json!(["membership", "public_law_agreement", "disaster_law"])
    );
    let gone = ticked(&page, "disaster_law.remote");
    let gone: Vec<_> = gone
        .into_iter()
        .filter(|(_, value)| !value.starts_with("disaster_law."))
        .collect();
    assert_eq!(
        send(app, &admin, "1", &gone).await,
        422,
        "nobody could be sent"
    );
}

fn mayor() -> [(&'static str, &'static str); 4] {
    [
        ("fassung", "1"),
        ("name", "Erika Muster"),
        ("funktion", "Bürgermeisterin"),
        ("bedingungen", "1"),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_confirms_on_the_phone_and_the_incident_says_what_stands() {
    let scene = Scene::with(0).await;
    let (incident, _) = scene.incident().await;
    let desk = scene.app.browse_as(Role::Coordinator, None).await;
    let one = format!("/vorfaelle/{incident}");
    let path = format!("{one}/sofortvereinbarung");
    let before = look(&scene, &one, &desk).await;
    assert!(before.contains("noch nicht angenommen") && before.contains(&path));
    let page = look(&scene, &path, &desk).await;
    assert!(page.contains("name=\"funktion\"") && page.contains("am Telefon"));

    let refused = scene.app.submit(&path, &desk, &mayor()[..3]).await;
    assert!(refused.expect(422).text.contains("Erika Muster"));
    let mut old = mayor();
    old[0].1 = "7";
    scene.app.submit(&path, &desk, &old).await.expect(422);
    let done = scene.app.submit(&path, &desk, &mayor()).await;
    let after = told(&scene, done, &desk).await;

    assert!(after.contains("Die Einsatzbedingungen sind bestätigt."));
    assert!(after.contains("Sofort bestätigt: Fassung 1") && after.contains("nachzuholen"));
    assert!(!after.contains("Erika Muster"));
    let page = look(&scene, &path, &desk).await;
    assert!(page.contains("Bestätigt von Erika Muster, Bürgermeisterin"));
    assert!(!page.contains("name=\"funktion\"") && page.contains("/notfallkarten/ausstellen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_without_an_account_confirms_by_its_link_and_the_spoken_code() {
    let scene = Scene::with(0).await;
    let (_, asked) = scene.incident().await;
    let status = status_page(&asked);
    let path = format!("{status}/sofortvereinbarung");
    let app = &scene.app;
    assert!(look_anonymously(app, &status, "").await.contains(&path));
    let page = look_anonymously(app, &path, "").await;
    assert!(page.contains("name=\"code\"") && page.contains("Zweck"));

    let refused = submit(app, &path, &mayor()).await.expect(422);
    assert!(refused.text.contains("sechs Ziffern"));
    let code = asked["spoken_code"].as_str().unwrap();
    let mut form = mayor().to_vec();
    form.push(("code", code));
    let done = submit(app, &path, &form).await.expect(303);
    assert_eq!(done.location(), path);
    submit(app, &path, &form).await.expect(303);

    let page = look_anonymously(app, &path, "").await;
    assert!(page.contains("Sofort bestätigt: Fassung 1") && !page.contains("Erika Muster"));
    let unknown = format!("/hilfe/{}/sofortvereinbarung", "0".repeat(64));
    let answer = app.send(Method::GET, &unknown, &[], Body::empty()).await;
    answer.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn before_a_call_there_is_nothing_to_confirm() {
    let scene = Scene::with(0).await;
    let (incident, _) = unverified(&scene.app).await;
    let desk = scene.app.browse_as(Role::Coordinator, None).await;

    let page = look(&scene, &format!("/vorfaelle/{incident}"), &desk).await;

    assert!(!page.contains("sofortvereinbarung"));
    let shown = scene
        .app
        .get(&format!("{INCIDENTS}/{incident}"), &scene.coordinator)
        .await;
    assert_eq!(shown.expect(200).json()["state"], "unverified");
}
