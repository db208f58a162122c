//! `/konto/mitteilungen`: what is told at once, gathered or not at all; and what vetters and applicants are told of cases.

use kataster::access::Role;
use kataster::app::handlers;
use kataster::experts::link_account;
use kataster::ids::{ExpertId, OrganisationId};
use kataster::jobs::Runner;
use kataster::privacy::Retention;
use serde_json::json;

use crate::support::{MailServer, TestApp, expert, organisation};

const PATH: &str = "/konto/mitteilungen";

async fn run(app: &TestApp, server: &MailServer) {
    let handlers = handlers(
        app.state.keyring.clone(),
        Retention::default(),
        &server.post(),
    );
    let runner = Runner::new(app.state.db.clone(), handlers);
    while runner.run_one().await.unwrap() {}
}

/// Sets the clock to a time in Germany of a day in winter, and does what is due.
pub async fn at(app: &TestApp, server: &MailServer, day: &str, time: &str) {
    let instant = format!("{day}T{time}+01:00");
    app.clock
        .set(serde_json::from_value(json!(instant)).unwrap());
    run(app, server).await;
}

/// Letters to an address that hold a text.
pub fn letters(server: &MailServer, to: &str, text: &str) -> Vec<String> {
    let to = format!("\r\nTo: {to}\r\n");
    let taken = server.taken().into_iter();
    taken
        .filter(|letter| letter.contains(&to) && letter.contains(text))
        .collect()
}

/// A member, an entry of its, and the address of who the entry is of.
async fn person(app: &TestApp) -> (OrganisationId, ExpertId, String) {
    let employer = organisation().save(app).await;
    let id = expert(employer).draft(app).await;
    let (account, email) = app
        .account_with_password(Role::Expert, Some(employer))
        .await;
    link_account(&app.state.db, id, account).await.unwrap();
    (employer, id, email)
}

/// Submits an entry, and gives the path of its case.
async fn submitted(app: &TestApp, email: &str, id: ExpertId) -> String {
    let session = app.begin_session(email).await;
    let path = format!("/fachkraefte/{id}/einreichen");
    app.submit(&path, &session, &[]).await.expect(303);
    let vetter = app.sign_in(Role::Vetter, None).await;
    let open = app.get("/api/v1/vetting-cases", &vetter).await.json();
    let case = open["items"][0]["id"].as_str().unwrap();
    format!("/api/v1/vetting-cases/{case}")
}

async fn assess(app: &TestApp, case: &str, vetter: &str, verdict: &str) {
    let body = json!({ "verdict": verdict, "reason": "Nachweise eingesehen." });
    app.post(&format!("{case}/assessments"), vetter, &body)
        .await
        .expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_gathered_comes_in_one_mail_at_seven_with_how_often() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (employer, id, email) = person(&app).await;
    at(&app, &server, "2026-12-01", "08:00:00").await;
    let session = app.begin_session(&email).await;
    app.submit(PATH, &session, &[("einblick", "gesammelt")])
        .await
        .expect(303);

    for (day, time) in [("2026-12-01", "09:00:00"), ("2026-12-02", "00:30:00")] {
        at(&app, &server, day, time).await;
        let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
        let path = format!("/api/v1/experts/{id}");
        app.get(&path, &manager).await.expect(200);
    }

    let mut told = Vec::new();
    for (day, time) in [
        ("2026-12-02", "00:31:00"),
        ("2026-12-02", "06:59:59"),
        ("2026-12-02", "07:00:00"),
        ("2026-12-03", "07:00:00"),
    ] {
        at(&app, &server, day, time).await;
        told.push(letters(&server, &email, "Ihr Name oder Ihr Kontakt wurde gezeigt").len());
    }
    assert_eq!(told, [0, 0, 1, 1]);
    let letter = &letters(&server, &email, "Ihre Mitteilungen")[0];
    for text in [
        "(2-mal)",
        "https://kataster.example.org/einblicke",
        "https://kataster.example.org/konto/mitteilungen",
        "(2 times)",
    ] {
        assert!(letter.contains(text), "{text}: {letter}");
    }
    assert!(!letter.contains("Mustermann"), "{letter}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_is_not_told_to_who_wants_none_of_it_any_more() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (employer, id, email) = person(&app).await;
    at(&app, &server, "2026-12-01", "08:00:00").await;
    let session = app.begin_session(&email).await;
    app.submit(PATH, &session, &[("einblick", "gesammelt")])
        .await
        .expect(303);
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    app.get(&format!("/api/v1/experts/{id}"), &manager)
        .await
        .expect(200);
    run(&app, &server).await;

    app.submit(PATH, &session, &[("einblick", "nie")])
        .await
        .expect(303);
    at(&app, &server, "2026-12-02", "07:00:00").await;

    assert_eq!(letters(&server, &email, "Ihre Mitteilungen").len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_morning_that_comes_late_calls_vetters_all_the_same() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (_, id, email) = person(&app).await;
    let (_, vetter) = app.account_with_password(Role::Vetter, None).await;
    at(&app, &server, "2026-12-01", "07:00:00").await;
    submitted(&app, &email, id).await;

    at(&app, &server, "2026-12-02", "08:00:00").await;

    assert_eq!(letters(&server, &vetter, "warten").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mail_of_a_day_that_was_refused_once_comes_with_all_that_is_new() {
    let app = TestApp::new().await;
    let (employer, id, email) = person(&app).await;
    let server = MailServer::that_answers(450, 1);
    at(&app, &server, "2026-12-01", "08:00:00").await;
    let session = app.begin_session(&email).await;
    app.submit(PATH, &session, &[("einblick", "gesammelt")])
        .await
        .expect(303);
    let look = async || {
        let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
        let path = format!("/api/v1/experts/{id}");
        app.get(&path, &manager).await.expect(200);
    };
    look().await;
    run(&app, &server).await;

    at(&app, &server, "2026-12-02", "07:00:00").await;
    let refused = letters(&server, &email, "Ihre Mitteilungen").len();
    look().await;
    run(&app, &server).await;
    at(&app, &server, "2026-12-02", "07:30:00").await;
    at(&app, &server, "2026-12-03", "07:00:00").await;

    assert_eq!(refused, 0);
    let told = letters(&server, &email, "Ihre Mitteilungen");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("(2-mal)"), "{}", told[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_chooses_for_the_own_roles_and_sign_in_is_always_told() {
    let app = TestApp::new().await;
    let vetter = app.browse_as(Role::Vetter, None).await;
    let requester = app.browse_as(Role::Auditor, None).await;

    let page = app.page(PATH, &vetter).await.expect(200).text;
    let other = app.page(PATH, &requester).await.expect(200).text;

    assert!(page.contains("Anträge warten auf mich"), "{page}");
    assert!(!page.contains("Meine Aufnahme"), "{page}");
    assert!(page.contains("verschickt keine E-Mails"), "{page}");
    assert!(other.contains("Immer und sofort") && !other.contains("<fieldset"));
    let sofort = "id=\"antraege-sofort\" type=\"radio\" name=\"antraege\" value=\"sofort\" checked";
    assert!(page.contains(sofort), "{page}");
    for wrong in [
        ("antraege", "immer"),
        ("aufnahme", "nie"),
        ("team-aenderungen", "nie"),
    ] {
        app.submit(PATH, &vetter, &[wrong]).await.expect(422);
    }
    app.submit(PATH, &vetter, &[("antraege", "nie")])
        .await
        .expect(303);
    let page = app.page(PATH, &vetter).await.expect(200).text;
    assert!(page.contains("value=\"nie\" checked"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn vetters_are_told_in_the_morning_that_cases_wait_unless_they_can_decide_none() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (employer, id, email) = person(&app).await;
    let (_, vetter) = app.account_with_password(Role::Vetter, None).await;
    let (_, silent) = app.account_with_password(Role::Vetter, None).await;
    let (account, close) = app.account_with_password(Role::Vetter, None).await;
    let colleague = expert(employer).draft(&app).await;
    link_account(&app.state.db, colleague, account)
        .await
        .unwrap();
    at(&app, &server, "2026-12-01", "08:00:00").await;
    let session = app.begin_session(&silent).await;
    app.submit(PATH, &session, &[("antraege", "nie")])
        .await
        .expect(303);
    submitted(&app, &email, id).await;
    let told = |to: &str| letters(&server, to, "warten Anträge").len();

    at(&app, &server, "2026-12-02", "06:29:59").await;
    assert_eq!(told(&vetter), 0);
    at(&app, &server, "2026-12-02", "06:30:00").await;
    assert_eq!([told(&vetter), told(&silent), told(&close)], [1, 0, 0]);
    // Nothing new came, and nothing is overdue.
    at(&app, &server, "2026-12-03", "06:30:00").await;
    assert_eq!(told(&vetter), 1);
    // An admission is due after two weeks.
    at(&app, &server, "2026-12-22", "06:30:00").await;
    assert_eq!(told(&vetter), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_told_when_it_can_be_taken_back_no_more() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (employer, id, email) = person(&app).await;
    let (_, manager) = app
        .account_with_password(Role::MemberManager, Some(employer))
        .await;
    at(&app, &server, "2026-12-01", "08:00:00").await;
    let case = submitted(&app, &email, id).await;
    let vetters = [
        app.sign_in(Role::Vetter, None).await,
        app.sign_in(Role::Vetter, None).await,
    ];
    let told = |to: &str| letters(&server, to, "wurde entschieden").len();

    assess(&app, &case, &vetters[0], "admit").await;
    at(&app, &server, "2026-12-01", "08:10:00").await;
    assert_eq!(told(&email), 0, "one of two");
    assess(&app, &case, &vetters[1], "admit").await;
    at(&app, &server, "2026-12-01", "08:15:00").await;
    app.post(&format!("{case}/undo"), &vetters[1], &json!({}))
        .await
        .expect(200);
    at(&app, &server, "2026-12-01", "08:20:00").await;
    assert_eq!(told(&email), 0, "taken back");
    assess(&app, &case, &vetters[1], "admit").await;
    at(&app, &server, "2026-12-01", "08:29:59").await;
    assert_eq!(told(&email), 0);
    at(&app, &server, "2026-12-01", "08:30:00").await;

    assert_eq!([told(&email), told(&manager)], [1, 0]);
    at(&app, &server, "2026-12-02", "07:00:00").await;
    assert_eq!([told(&email), told(&manager)], [1, 1]);
    let letter = &letters(&server, &manager, "Ihre Mitteilungen")[0];
    assert!(letter.contains("https://kataster.example.org/organisation"));
    for detail in ["Erika", "Mustermann", "K-", "Nachweise"] {
        assert!(!letter.contains(detail), "{detail}: {letter}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_revocation_and_that_it_lapsed_are_told() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let employer = organisation().save(&app).await;
    let id = expert(employer).save(&app).await;
    let (account, email) = app
        .account_with_password(Role::Expert, Some(employer))
        .await;
    link_account(&app.state.db, id, account).await.unwrap();
    let vetter = app.sign_in(Role::Vetter, None).await;
    at(&app, &server, "2026-12-01", "08:00:00").await;
    let before = letters(&server, &email, "wurde entschieden").len();
    let urgent = json!({"reason": "Zugangsdaten im Netz", "urgent": true});
    let path = format!("/api/v1/experts/{id}/vetting/revocation");
    app.post(&path, &vetter, &urgent).await.expect(201);

    let mut told = Vec::new();
    for (day, time) in [
        ("2026-12-01", "08:09:59"),
        ("2026-12-01", "08:10:00"),
        ("2026-12-08", "07:59:59"),
        ("2026-12-08", "08:00:00"),
    ] {
        at(&app, &server, day, time).await;
        told.push(letters(&server, &email, "wurde entschieden").len() - before);
    }

    assert_eq!(told, [0, 1, 1, 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_asked_for_changes_is_told_so() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (employer, id, email) = person(&app).await;
    let (_, manager) = app
        .account_with_password(Role::MemberManager, Some(employer))
        .await;
    at(&app, &server, "2026-12-01", "08:00:00").await;
    let case = submitted(&app, &email, id).await;
    let vetter = app.sign_in(Role::Vetter, None).await;

    assess(&app, &case, &vetter, "request_changes").await;
    at(&app, &server, "2026-12-01", "08:10:00").await;

    let asked = letters(&server, &email, "an einem Eintrag, der Sie");
    assert_eq!(asked.len(), 1);
    assert!(asked[0].contains("https://kataster.example.org/profil"));
    at(&app, &server, "2026-12-02", "07:00:00").await;
    assert_eq!(
        letters(&server, &manager, "an einem Eintrag").len(),
        0,
        "the person changes it"
    );
}
