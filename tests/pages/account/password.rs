//! Invitations and passwords.

use kataster::access::Role;

use super::keys::issue_key;
use super::{NEW, invite, try_to, twice};
use crate::support::{PASSWORD, TestApp};

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_lets_choose_a_password_once() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let session = app.begin_session(&email).await;
    let link = invite(&app, &email).await;

    app.page(&link, "").await.expect(200);
    let chosen = app.submit(&link, "", &twice(NEW)).await.expect(303);

    assert_eq!(chosen.location(), "/anmelden");
    app.page("/api/v1/me", &session).await.expect(401);
    try_to(&app, &email, PASSWORD).await.expect(401);
    try_to(&app, &email, NEW).await.expect(303);
    app.page(&link, "").await.expect(410);
    app.submit(&link, "", &twice(PASSWORD)).await.expect(410);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_ends_after_a_week_and_with_the_next_one() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let first = invite(&app, &email).await;
    let second = invite(&app, &email).await;

    app.page(&first, "").await.expect(410);
    app.page(&second, "").await.expect(200);
    app.move_days(8);
    app.page(&second, "").await.expect(410);
    app.page("/einladung/nonsense", "").await.expect(404);
    let unknown = format!("/einladung/{}", "0".repeat(64));
    app.page(&unknown, "").await.expect(410);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_weak_password_is_refused_and_the_link_still_works() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let link = invite(&app, &email).await;

    for weak in ["", "kurz", "passwortpasswortpasswort", &"lang ".repeat(60)] {
        app.submit(&link, "", &twice(weak)).await.expect(422);
    }
    let other = [
        ("passwort", NEW),
        ("nochmal", "ein anderer langer satz zum verwechseln"),
    ];
    app.submit(&link, "", &other).await.expect(422);

    app.submit(&link, "", &twice(NEW)).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_password_ends_all_other_sessions() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let (here, there) = (
        app.begin_session(&email).await,
        app.begin_session(&email).await,
    );
    let form = |old: &'static str| [("altes", old), ("passwort", NEW), ("nochmal", NEW)];

    let wrong = app
        .submit("/konto/passwort", &here, &form("falsch"))
        .await
        .expect(422);
    app.submit("/konto/passwort", &here, &form(PASSWORD))
        .await
        .expect(303);

    assert!(wrong.text.contains("aria-invalid"), "{}", wrong.text);
    app.page("/konto", &here).await.expect(200);
    app.page("/api/v1/me", &there).await.expect(401);
    try_to(&app, &email, NEW).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_old_password_cannot_be_guessed_with_a_stolen_session() {
    let app = TestApp::new().await;
    let session = app.browse_as(Role::Vetter, None).await;
    let form = [("altes", "falsch"), ("passwort", NEW), ("nochmal", NEW)];

    for _ in 0..10 {
        app.submit("/konto/passwort", &session, &form)
            .await
            .expect(422);
    }

    app.submit("/konto/passwort", &session, &form)
        .await
        .expect(429);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_opened_an_account_outlives_a_new_password() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Coordinator, None).await;
    let session = app.begin_session(&email).await;
    let key = issue_key(&app, &session).await;
    let earlier = invite(&app, &email).await;
    let change = [("altes", PASSWORD), ("passwort", NEW), ("nochmal", NEW)];

    app.submit("/konto/passwort", &session, &change)
        .await
        .expect(303);
    app.page(&earlier, "").await.expect(410);
    app.get("/api/v1/me", &key).await.expect(200);
    let link = invite(&app, &email).await;
    app.submit(&link, "", &twice(PASSWORD)).await.expect(303);

    app.get("/api/v1/me", &key).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_changes_at_once_that_rest_on_one_password_one_wins() {
    let app = TestApp::new().await;
    let session = app.browse_as(Role::Vetter, None).await;
    let change = async |number: usize| {
        let new = format!("{NEW} nummer {number}");
        let form = [
            ("altes", PASSWORD),
            ("passwort", new.as_str()),
            ("nochmal", new.as_str()),
        ];
        app.submit("/konto/passwort", &session, &form).await.status
    };

    let done = tokio::join!(change(1), change(2), change(3), change(4));

    let done = [done.0, done.1, done.2, done.3];
    let won = done.iter().filter(|status| status.as_u16() == 303).count();
    assert_eq!(won, 1, "{done:?}");
}
