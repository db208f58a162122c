//! `/verwaltung/zustellung`: what failed for good, what admins do about it, and how the channels do.

use kataster::access::Role;
use kataster::accounts::AccountNotice;
use kataster::entity::job;
use kataster::jobs::Runner;
use kataster::notifications::{Destination, Post};
use kataster::privacy::Retention;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::Value;

use crate::notifications::reports::sent;
use crate::support::{GatewayProcess, MailServer, TestApp};

const PATH: &str = "/verwaltung/zustellung";

/// Somebody is told of a new password.
async fn told(app: &TestApp) {
    let (account, _) = app.account_with_password(Role::Auditor, None).await;
    let mut txn = app.state.db.begin().await.unwrap();
    AccountNotice::PasswordSet.plan(&mut txn, account);
    txn.commit().await.unwrap();
}

async fn run(app: &TestApp, post: &Post) {
    let handlers = kataster::app::handlers(app.state.keyring.clone(), Retention::default(), post);
    let runner = Runner::new(app.state.db.clone(), handlers);
    while runner.run_one().await.unwrap() {}
}

async fn waiting(app: &TestApp) -> Value {
    app.get("/readyz", "").await.expect(200).json()["jobs_given_up"].clone()
}

/// Path of the form of the one row there is.
fn form(page: &str, what: &str) -> String {
    let from = page
        .split_once("action=\"/verwaltung/zustellung/job_")
        .unwrap()
        .1;
    format!("{PATH}/job_{}/{what}", &from[..36])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_mail_waits_for_an_admin_who_lets_it_begin_anew() {
    let app = TestApp::new().await;
    let server = MailServer::that_answers(550, 1);
    let admin = app.browse_as(Role::Admin, None).await;
    let none = app.page(PATH, &admin).await.expect(200).text;
    assert!(none.contains("Alles ist zugestellt"));
    told(&app).await;

    run(&app, &server.post()).await;

    assert_eq!(server.taken().len(), 0);
    assert_eq!(waiting(&app).await, 1);
    let page = app.page(PATH, &admin).await.expect(200).text;
    assert!(page.contains("E-Mail über eine Änderung an einem Konto"));
    assert!(page.contains("Der Mailserver nimmt die Nachricht nicht an"));
    assert!(!page.contains('@'), "nobody's address: {page}");
    run(&app, &server.post()).await;
    assert_eq!(server.taken().len(), 0, "it is not tried by itself");

    let again = form(&page, "nochmal");
    app.submit(&again, &admin, &[]).await.expect(303);
    app.submit(&again, &admin, &[]).await.expect(404);
    run(&app, &server.post()).await;

    assert_eq!(server.taken().len(), 1);
    assert_eq!(waiting(&app).await, 0);
    let record = app.browse_as(Role::Auditor, None).await;
    let record = app.page("/protokoll", &record).await.expect(200).text;
    assert!(record.contains("Gescheiterte Arbeit noch einmal begonnen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_wants_to_send_any_more_is_dropped_or_goes_after_90_days() {
    let app = TestApp::new().await;
    let server = MailServer::that_answers(550, 2);
    let admin = app.browse_as(Role::Admin, None).await;
    told(&app).await;
    run(&app, &server.post()).await;
    let page = app.page(PATH, &admin).await.expect(200).text;

    app.submit(&form(&page, "verwerfen"), &admin, &[])
        .await
        .expect(303);

    assert_eq!(waiting(&app).await, 0);
    told(&app).await;
    run(&app, &server.post()).await;
    assert_eq!(waiting(&app).await, 1);
    app.move_days(91);
    kataster::jobs::forget_old(&app.state.db).await.unwrap();
    assert_eq!(waiting(&app).await, 0);
    assert_eq!(
        job::Entity::find()
            .count(app.state.db.reader())
            .await
            .unwrap(),
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_that_fails_is_shown_until_it_works_again() {
    let mut app = TestApp::new().await;
    let gateway = GatewayProcess::that_does(&["away"]);
    let server = MailServer::new();
    app.use_post(Post {
        sms: Some(gateway.gateway("https://kataster.example.org/gateway/sms/delivery")),
        ..server.post()
    });
    let admin = app.browse_as(Role::Admin, None).await;
    let fresh = app.page(PATH, &admin).await.expect(200).text;
    assert!(fresh.contains("eingerichtet, noch nicht gebraucht"));
    assert!(fresh.contains("nicht eingerichtet") && !fresh.contains("gestört"));
    assert!(!fresh.contains("Ordner „drop“"));
    let ways = [
        Destination::sms("0171 1234567").unwrap(),
        Destination::mail("a@example.org").unwrap(),
    ];

    sent(&app, &app.state.post, &ways).await;

    let page = app.page(PATH, &admin).await.expect(200).text;
    assert!(page.contains("gestört"), "{page}");
    assert!(page.contains("In den letzten 24 Stunden: 0 versandt, 1 gescheitert."));
    assert!(page.contains("In den letzten 24 Stunden: 1 versandt, 0 gescheitert."));
    assert!(page.contains("Zuletzt gescheitert: heute, 9:00 Uhr."));
    assert!(!page.contains("1234567") && !page.contains('@'), "{page}");
    app.move_days(2);
    sent(&app, &app.state.post, &ways).await;
    let admin = app.browse_as(Role::Admin, None).await;
    let page = app.page(PATH, &admin).await.expect(200).text;
    assert!(!page.contains("gestört"), "{page}");
    assert!(page.contains("In den letzten 24 Stunden: 1 versandt, 0 gescheitert."));
}
