//! `/pruefung`: what one can do stands apart from what waits for others. `tests/pages/vetting.rs` has the cases.

use kataster::access::Role;
use kataster::ids::{ExpertId, OrganisationId};
use serde_json::{Value, json};

use crate::support::{TestApp, expert, organisation};

/// A vetter who is listed with an organisation.
struct Vetter {
    house: OrganisationId,
    own: ExpertId,
    session: String,
}

async fn vetter(app: &TestApp) -> Vetter {
    let house = organisation().save(app).await;
    let own = expert(house).draft(app).await;
    let (account, email) = app.account_with_password(Role::Vetter, None).await;
    kataster::experts::link_account(&app.state.db, own, account)
        .await
        .unwrap();
    Vetter {
        house,
        own,
        session: app.begin_session(&email).await,
    }
}

/// The case of an entry that its employer's manager submits.
async fn submitted(app: &TestApp, house: OrganisationId, id: ExpertId) -> String {
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let path = format!("/api/v1/experts/{id}/submit");
    let answer = app.post(&path, &manager, &json!({})).await.expect(201);
    answer.json()["vetting_case_id"]
        .as_str()
        .unwrap()
        .to_owned()
}

async fn new_case(app: &TestApp, house: OrganisationId) -> (ExpertId, String) {
    let id = expert(house).draft(app).await;
    (id, submitted(app, house, id).await)
}

async fn assess(app: &TestApp, case: &str, session: &str, verdict: &str) {
    let form = [("urteil", verdict), ("grund", "Nachweise eingesehen")];
    let path = format!("/pruefung/{case}/beurteilung");
    app.submit(&path, session, &form).await.expect(303);
}

/// The cases above and below the heading of those that wait for others.
fn groups(page: &str) -> (Vec<String>, Vec<String>) {
    let cases = |text: &str| {
        let links = text.split("href=\"/pruefung/vet_").skip(1);
        let id = |rest: &str| format!("vet_{}", rest.split('"').next().unwrap());
        links.map(id).collect::<Vec<_>>()
    };
    match page.split_once("id=\"andere\"") {
        Some((mine, others)) => (cases(mine), cases(others)),
        None => (cases(page), Vec::new()),
    }
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort();
    ids
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_others_stands_below_whatever_the_reason() {
    let app = TestApp::new().await;
    let me = vetter(&app).await;
    let stranger = organisation().save(&app).await;
    let other = app.browse_as(Role::Vetter, None).await;
    let own = submitted(&app, me.house, me.own).await;
    let (_, colleague) = new_case(&app, me.house).await;
    let (_, assessed) = new_case(&app, stranger).await;
    assess(&app, &assessed, &me.session, "admit").await;
    let (_, second_look) = new_case(&app, stranger).await;
    assess(&app, &second_look, &other, "admit").await;
    let (_, fresh) = new_case(&app, stranger).await;
    let (appealing, rejected) = new_case(&app, stranger).await;
    assess(&app, &rejected, &me.session, "reject").await;
    let manager = app.sign_in(Role::MemberManager, Some(stranger)).await;
    let path = format!("/api/v1/experts/{appealing}/vetting/appeal");
    let grounds = json!({"grounds": "Das Zeugnis lag bei."});
    let appeal = app.post(&path, &manager, &grounds).await.expect(201).json();
    let appeal = appeal["vetting_case_id"].as_str().unwrap().to_owned();

    let page = app.page("/pruefung", &me.session).await.expect(200).text;

    let (mine, others) = groups(&page);
    assert_eq!(sorted(mine), sorted(vec![second_look, fresh]), "{page}");
    let expected = vec![own, colleague, assessed, appeal];
    assert_eq!(sorted(others.clone()), sorted(expected), "{page}");
    assert!(page.contains(">2 Vorgänge warten auf Sie</h2>"), "{page}");
    assert!(page.contains(">Warten auf andere: 4 Vorgänge</h2>"));
    let listed = app.page("/api/v1/vetting-cases", &me.session).await.json();
    let items = listed["items"].as_array().unwrap().iter();
    let waiting = items.filter(|case| case["waiting_for_others"] == json!(true));
    let waiting: Vec<_> = waiting
        .map(|case| case["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(sorted(waiting), sorted(others), "page and API say the same");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_revocation_whose_time_is_over_waits_for_nobody_to_assess_it() {
    let app = TestApp::new().await;
    let me = vetter(&app).await;
    let other = app.browse_as(Role::Vetter, None).await;
    let (_, case) = new_case(&app, organisation().save(&app).await).await;
    assess(&app, &case, &me.session, "admit").await;
    assess(&app, &case, &other, "admit").await;
    let form = [("entzug", "Zugangsdaten stehen im Netz."), ("eilig", "ja")];
    let path = format!("/pruefung/{case}/entzug");
    let opened = app.submit(&path, &other, &form).await.expect(303);
    let revocation = opened.location().replace("/pruefung/", "");
    let seen = async || groups(&app.page("/pruefung", &me.session).await.text);
    assert_eq!(seen().await, (vec![revocation.clone()], vec![]));

    app.clock.set(app.state.db.clock().now().plus_days(7));

    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let session = app.begin_session(&email).await;
    let page = app.page("/pruefung", &session).await.expect(200).text;
    assert_eq!(groups(&page), (vec![], vec![revocation]));
    assert!(page.contains("Für Sie ist gerade nichts dabei"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_others_follows_on_the_pages_after() {
    let app = TestApp::new().await;
    let me = vetter(&app).await;
    let stranger = organisation().save(&app).await;
    let mut expected = (Vec::new(), Vec::new());
    for at in 0..23 {
        let house = if at < 3 { me.house } else { stranger };
        let (_, case) = new_case(&app, house).await;
        if at < 3 {
            &mut expected.1
        } else {
            &mut expected.0
        }
        .push(case);
        app.clock.set(app.state.db.clock().now().plus_seconds(60));
    }

    let first = app.page("/pruefung", &me.session).await.expect(200).text;
    let second = app.page("/pruefung?page=2", &me.session).await;
    let second = second.expect(200).text;

    assert_eq!(groups(&first), (expected.0, vec![]), "oldest first");
    assert!(first.contains("Sie stehen auf den Seiten danach."));
    assert_eq!(groups(&second), (vec![], expected.1));
    assert!(second.contains("20 Vorgänge warten auf Sie"), "{second}");
    assert!(second.contains("Was auf Sie wartet, steht auf den Seiten davor."));
    let beyond = app.page("/pruefung?page=3", &me.session).await.expect(303);
    assert_eq!(beyond.location(), "/pruefung?page=2");
}

#[tokio::test(flavor = "multi_thread")]
async fn decided_cases_are_one_list() {
    let app = TestApp::new().await;
    let me = vetter(&app).await;
    let (_, case) = new_case(&app, organisation().save(&app).await).await;
    assess(&app, &case, &me.session, "reject").await;

    let page = app.page("/pruefung?stand=decided", &me.session).await;
    let page = page.expect(200).text;

    assert_eq!(groups(&page), (vec![case.clone()], vec![]));
    let path = format!("/api/v1/vetting-cases/{case}");
    let shown: Value = app.page(&path, &me.session).await.expect(200).json();
    assert_eq!(shown["waiting_for_others"], json!(false));
}

#[tokio::test(flavor = "multi_thread")]
async fn shortcuts_are_listed_and_can_be_switched_off_without_scripts() {
    let app = TestApp::new().await;
    let me = vetter(&app).await;
    let (_, case) = new_case(&app, organisation().save(&app).await).await;
    let case = format!("/pruefung/{case}");
    for path in ["/pruefung", &case] {
        let page = app.page(path, &me.session).await.expect(200).text;
        assert!(page.contains("<summary>Tastenkürzel</summary>"), "{page}");
        assert!(page.contains("<kbd>"), "{page}");
        assert!(page.contains("href=\"#tastenkuerzel\"") && page.contains("id=\"tastenkuerzel\""));
        assert!(!page.contains("data-tasten=\"aus\""), "{page}");
    }

    let form = [("tasten", "aus"), ("weiter", case.as_str())];
    let off = app.submit("/darstellung", &me.session, &form).await;
    let off = off.expect(303);

    assert_eq!(off.location(), case);
    assert!(off.cookie("thema").is_none(), "the theme stays");
    let cookies = format!("{}; {}", me.session, off.cookie("tasten").unwrap());
    let page = app.page(&case, &cookies).await.expect(200).text;
    assert!(
        page.contains("<html lang=\"de\" data-tasten=\"aus\">"),
        "{page}"
    );
    assert!(page.contains("Sie sind abgeschaltet."));
    assert!(page.contains("name=\"tasten\" value=\"an\" aria-pressed=\"false\""));
}
