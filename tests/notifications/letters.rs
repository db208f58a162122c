//! What is written to whom, and what becomes of it when the mail server does not do as it should.

use kataster::access::Role;
use kataster::app::handlers;
use kataster::entity::job;
use kataster::experts::link_account;
use kataster::ids::ExpertId;
use kataster::jobs::Runner;
use kataster::notifications::Post;
use kataster::privacy::Retention;
use kataster::site::Site;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::pages::account::keys::issue_key;
use crate::pages::account::recovery::vouch;
use crate::support::{MailServer, PASSWORD, TestApp, expert, organisation, post};

const NEW: &str = "drei Elche tanzen am Deich";

/// Does what is due.
async fn run(app: &TestApp, post: &Post) {
    let keyring = app.state.keyring.clone();
    let handlers = handlers(keyring, Retention::default(), post);
    let runner = Runner::new(app.state.db.clone(), handlers);
    while runner.run_one().await.unwrap() {}
}

/// Messages that were not handed over yet: how often each was tried.
async fn waiting(app: &TestApp) -> Vec<i32> {
    let rows = job::Entity::find()
        .filter(job::Column::Kind.starts_with("mail."))
        .all(app.state.db.reader())
        .await
        .unwrap();
    rows.into_iter().map(|row| row.attempts).collect()
}

async fn change_password(app: &TestApp) -> String {
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let session = app.begin_session(&email).await;
    let form = [("altes", PASSWORD), ("passwort", NEW), ("nochmal", NEW)];
    app.submit("/konto/passwort", &session, &form)
        .await
        .expect(303);
    email
}

#[tokio::test(flavor = "multi_thread")]
async fn who_changes_a_password_is_told_in_both_languages() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let email = change_password(&app).await;

    run(&app, &server.post()).await;

    let taken = server.taken();
    assert_eq!(taken.len(), 1, "{taken:?}");
    let letter = &taken[0];
    assert!(letter.contains(&format!("\r\nTo: {email}\r\n")), "{letter}");
    assert!(
        letter.contains("From: Kataster <kataster@example.org>"),
        "{letter}"
    );
    assert!(
        letter.contains("Auto-Submitted: auto-generated"),
        "{letter}"
    );
    assert!(
        letter.contains("wurde ein neues Passwort gesetzt"),
        "{letter}"
    );
    assert!(letter.contains("a new password was set"), "{letter}");
    assert!(
        letter.contains("https://kataster.example.org/konto"),
        "{letter}"
    );
    assert!(!letter.contains(NEW), "{letter}");
    assert_eq!(waiting(&app).await, [0; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_key_for_programs_is_told_too() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let session = app.begin_session(&email).await;
    issue_key(&app, &session).await;

    run(&app, &server.post()).await;

    let taken = server.taken();
    assert_eq!(taken.len(), 1, "{taken:?}");
    assert!(taken[0].contains("Zugangsschlüssel"), "{}", taken[0]);
    assert!(!taken[0].contains("kat_"), "{}", taken[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_says_later_gets_it_later_and_once() {
    let (app, server) = (TestApp::new().await, MailServer::that_answers(451, 2));
    change_password(&app).await;

    run(&app, &server.post()).await;
    let first = (server.taken().len(), waiting(&app).await.len());
    for _ in 0..3 {
        app.move_days(1);
        run(&app, &server.post()).await;
    }

    assert_eq!(first, (0, 1));
    assert_eq!(server.taken().len(), 1);
    assert_eq!(waiting(&app).await, [0; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_server_refuses_for_good_waits_for_the_operator() {
    let (app, server) = (TestApp::new().await, MailServer::that_answers(550, 100));
    change_password(&app).await;

    for _ in 0..3 {
        run(&app, &server.post()).await;
        app.move_days(30);
    }

    assert_eq!(server.taken(), Vec::<String>::new());
    assert_eq!(waiting(&app).await, [1], "it is not tried again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_does_not_know_us_loses_no_letter() {
    let (app, server) = (TestApp::new().await, MailServer::that_answers(535, 1));
    change_password(&app).await;

    run(&app, &server.post()).await;
    app.move_days(1);
    run(&app, &server.post()).await;

    assert_eq!(server.taken().len(), 1);
    assert_eq!(waiting(&app).await, [0; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_vouches_for_somebody_tells_them_at_both_words() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (_, email) = app.account_with_password(Role::Auditor, None).await;
    for role in [Role::Admin, Role::Coordinator] {
        let voucher = app.browse_as(role, None).await;
        vouch(&app, &voucher, &email).await.expect(200);
    }

    run(&app, &server.post()).await;

    let mut taken = server.taken();
    taken.sort_by_key(|letter| letter.contains("ein Link erstellt"));
    assert_eq!(taken.len(), 2, "{taken:?}");
    assert!(taken[0].contains("Zugang verloren"), "{}", taken[0]);
    assert!(taken[1].contains("ein Link erstellt"), "{}", taken[1]);
    assert!(taken.iter().all(|letter| !letter.contains("/einladung/")));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_erased_meanwhile_is_not_written_to() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (_, email) = app.account_with_password(Role::Auditor, None).await;
    let session = app.begin_session(&email).await;
    let form = [("altes", PASSWORD), ("passwort", NEW), ("nochmal", NEW)];
    app.submit("/konto/passwort", &session, &form)
        .await
        .expect(303);
    let form = [("passwort", NEW), ("verstanden", "ja")];
    app.submit("/konto/loeschen", &session, &form)
        .await
        .expect(200);

    run(&app, &server.post()).await;

    assert_eq!(server.taken(), Vec::<String>::new());
    assert_eq!(waiting(&app).await, [0; 0], "nothing is left to be tried");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_answer_the_letter_stays_and_the_work_goes_on() {
    let app = TestApp::new().await;
    change_password(&app).await;

    run(&app, &post("smtp://127.0.0.1:1")).await;

    assert_eq!(waiting(&app).await.len(), 1);
    app.page("/anmelden", "").await.expect(200);
    let server = MailServer::new();
    app.move_days(1);
    run(&app, &server.post()).await;
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_nothing_is_left_over() {
    let app = TestApp::new().await;
    change_password(&app).await;

    run(&app, &Post::default()).await;

    assert_eq!(waiting(&app).await, [0; 0]);
}

/// A person with an entry, the account's address, and a manager.
async fn person(app: &TestApp) -> (ExpertId, String, String) {
    let employer = organisation().save(app).await;
    let id = expert(employer).draft(app).await;
    let (account, email) = app
        .account_with_password(Role::Expert, Some(employer))
        .await;
    link_account(&app.state.db, id, account).await.unwrap();
    app.move_days(1);
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    (id, email, manager)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reveal_is_told_to_who_asked_for_it_only() {
    let (mut app, server) = (TestApp::new().await, MailServer::new());
    app.use_site(Site {
        mail_from: Some("kataster@example.org".to_owned()),
        ..(*app.state.site).clone()
    });
    let (id, email, manager) = person(&app).await;
    let session = app.begin_session(&email).await;
    let path = format!("/api/v1/experts/{id}");
    app.get(&path, &manager).await.expect(200);
    run(&app, &server.post()).await;
    let before = server.taken().len();

    let page = app.page("/einblicke", &session).await.expect(200);
    app.submit("/konto/mitteilungen", &session, &[("einblick", "sofort")])
        .await
        .expect(303);
    app.move_days(1);
    app.get(&path, &manager).await.expect(200);
    run(&app, &server.post()).await;
    let letters = server.taken();
    let session = app.begin_session(&email).await;
    app.submit("/konto/mitteilungen", &session, &[("einblick", "nie")])
        .await
        .expect(303);
    app.move_days(1);
    app.get(&path, &manager).await.expect(200);
    run(&app, &server.post()).await;

    assert_eq!(before, 0);
    assert!(page.text.contains("/konto/mitteilungen"), "{}", page.text);
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert!(letters[0].contains("/einblicke"), "{}", letters[0]);
    assert!(!letters[0].contains("Mustermann"), "{}", letters[0]);
    assert!(!letters[0].contains("Rechenzentrum"), "{}", letters[0]);
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_mail_is_sent_none_is_offered() {
    let app = TestApp::new().await;
    let (_, email, _) = person(&app).await;
    let session = app.begin_session(&email).await;

    let page = app.page("/einblicke", &session).await.expect(200);

    assert!(!page.text.contains("/konto/mitteilungen"), "{}", page.text);
}
