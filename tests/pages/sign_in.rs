//! `/anmelden`, `/abmelden` and the sessions behind them.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use kataster::accounts::{self, Passwords, SignIn, SignInAttempt, SignInError};
use kataster::entity::session;
use kataster::privacy;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use tokio::task::JoinSet;

use crate::support::{Answer, PASSWORD, TestApp};

async fn try_to(app: &TestApp, email: &str, password: &str) -> Answer {
    let form = [
        ("email", email),
        ("passwort", password),
        ("weiter", "/suche?q=ad"),
    ];
    app.submit("/anmelden", "", &form).await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_in_is_led_on_and_holds_a_cookie_that_scripts_cannot_read() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Vetter, None).await;

    let answer = try_to(&app, &email.to_uppercase(), PASSWORD)
        .await
        .expect(303);

    assert_eq!(answer.location(), "/suche?q=ad");
    let line = answer.cookie_line("kataster").unwrap();
    assert!(
        line.contains("HttpOnly") && line.contains("SameSite=Lax"),
        "{line}"
    );
    let me = app
        .page("/api/v1/me", &answer.cookie("kataster").unwrap())
        .await;
    assert_eq!(me.json()["roles"][0]["role"], "vetter");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_and_an_unknown_address_look_the_same() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Vetter, None).await;

    let wrong = try_to(&app, &email, "falsch").await.expect(401);
    let unknown = try_to(&app, "niemand@example.org", "falsch")
        .await
        .expect(401);

    assert_eq!(
        wrong.text.replace(&email, ""),
        unknown.text.replace("niemand@example.org", "")
    );
    assert!(wrong.cookie("kataster").is_none());
    assert!(
        !wrong.text.contains("falsch"),
        "the password is not sent back"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_said_at_its_field() {
    let app = TestApp::new().await;

    let answer = try_to(&app, "", "").await.expect(422);

    assert_eq!(
        answer.text.matches("aria-invalid").count(),
        2,
        "{}",
        answer.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_attempts_wait_a_quarter_of_an_hour_at_most() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    for _ in 0..10 {
        try_to(&app, &email, "falsch").await.expect(401);
    }

    let refused = try_to(&app, &email, PASSWORD).await.expect(429);

    let wait: i64 = refused.headers["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((1..=900).contains(&wait), "{wait}");
    app.clock.set(app.state.db.clock().now().plus_seconds(wait));
    try_to(&app, &email, PASSWORD).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn attempts_at_once_are_all_counted() {
    let app = Arc::new(TestApp::new().await);
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let mut attempts = JoinSet::new();

    for _ in 0..16 {
        let (app, email) = (app.clone(), email.clone());
        attempts.spawn(async move { try_to(&app, &email, "falsch").await.status.as_u16() });
    }

    let statuses = attempts.join_all().await;
    let looked_at = statuses.iter().filter(|status| **status == 401).count();
    assert_eq!(looked_at, 10, "{statuses:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_led_to_another_site() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Vetter, None).await;

    for foreign in ["https://example.org/", "//example.org", "/\\example.org"] {
        let form = [
            ("email", email.as_str()),
            ("passwort", PASSWORD),
            ("weiter", foreign),
        ];
        let answer = app.submit("/anmelden", "", &form).await.expect(303);

        assert_eq!(answer.location(), "/", "{foreign}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_was_signed_out_is_worth_nothing() {
    let app = TestApp::new().await;
    let session = app.browse_as(Role::Coordinator, None).await;
    app.page("/suche", &session).await.expect(200);

    let answer = app.submit("/abmelden", &session, &[]).await.expect(303);

    assert!(
        answer.cookie("kataster").is_none(),
        "it is taken from the browser"
    );
    assert_eq!(answer.headers["clear-site-data"], "\"storage\"");
    app.page("/suche", &session).await.expect(303);
    app.page("/api/v1/me", &session).await.expect(401);
    app.submit("/abmelden", &session, &[]).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_again_ends_the_session_before() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Coordinator, None).await;
    let first = app.begin_session(&email).await;

    let form = [
        ("email", email.as_str()),
        ("passwort", PASSWORD),
        ("weiter", "/"),
    ];
    let second = app.submit("/anmelden", &first, &form).await.expect(303);

    assert_ne!(second.cookie("kataster").unwrap(), first);
    app.page("/api/v1/me", &first).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_when_it_rests_too_long_and_goes_on_while_used() {
    let app = TestApp::new().await;
    let session = app.browse_as(Role::Coordinator, None).await;
    let hours = |hours: i64| {
        app.clock
            .set(app.state.db.clock().now().plus_seconds(hours * 3_600));
    };

    for _ in 0..3 {
        hours(1);
        app.page("/api/v1/me", &session).await.expect(200);
    }
    hours(2);

    app.page("/api/v1/me", &session).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_sign_in_and_out_too() {
    let app = TestApp::new().await;
    let (id, email) = app.account_with_password(Role::Coordinator, None).await;
    let json = [("content-type", "application/json")];
    let body =
        |password: &str| Body::from(json!({"email": email, "password": password}).to_string());

    let wrong = app
        .send(Method::POST, "/api/v1/sessions", &json, body("x"))
        .await
        .expect(401);
    let made = app
        .send(Method::POST, "/api/v1/sessions", &json, body(PASSWORD))
        .await
        .expect(201);

    assert!(wrong.cookie("kataster").is_none());
    assert_eq!(made.json()["account_id"], json!(id));
    let session = made.cookie("kataster").unwrap();
    let headers = [
        ("cookie", session.as_str()),
        ("sec-fetch-site", "same-origin"),
    ];
    let current = "/api/v1/sessions/current";
    app.send(Method::DELETE, current, &headers, Body::empty())
        .await
        .expect(204);
    app.send(Method::DELETE, current, &headers, Body::empty())
        .await
        .expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_holds_no_session_to_end() {
    let app = TestApp::new().await;
    let bearer = format!("Bearer {}", app.sign_in(Role::Coordinator, None).await);

    let headers = [("authorization", bearer.as_str())];
    app.send(
        Method::DELETE,
        "/api/v1/sessions/current",
        &headers,
        Body::empty(),
    )
    .await
    .expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_somebody_comes_and_goes_is_kept_with_the_session_and_not_on_record() {
    let app = TestApp::new().await;
    let (id, email) = app.account_with_password(Role::Coordinator, None).await;
    let entries = async || {
        let verified = kataster::audit::verify(&app.state.db).await.unwrap();
        verified.entries
    };
    let before = entries().await;

    let session = app.begin_session(&email).await;
    app.begin_session(&email).await;
    app.submit("/abmelden", &session, &[]).await.expect(303);

    assert_eq!(entries().await, before);
    let kept = async || {
        let rows = session::Entity::find().filter(session::Column::AccountId.eq(id));
        rows.all(app.state.db.reader()).await.unwrap()
    };
    let rows = kept().await;
    let methods: Vec<&str> = rows.iter().map(|row| row.method.as_str()).collect();
    assert_eq!(methods, ["password", "password"]);
    assert_eq!(rows.iter().filter(|row| row.ended_at.is_some()).count(), 1);
    let retention = privacy::Retention::default();
    app.move_days(90);
    privacy::forget_old(&app.state.db, &retention)
        .await
        .unwrap();
    assert_eq!(kept().await.len(), 2);
    app.move_days(1);
    privacy::forget_old(&app.state.db, &retention)
        .await
        .unwrap();
    assert_eq!(kept().await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_cannot_lock_an_account_for_the_others() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Coordinator, None).await;
    let passwords = Passwords::default();
    let try_from = async |address: &str, password: &str| {
        let attempt = SignInAttempt {
            email: &email,
            password,
            address: Some(address.parse().unwrap()),
            code: None,
            earlier: None,
        };
        accounts::sign_in(&app.state.db, &app.state.keyring, &passwords, attempt).await
    };

    for _ in 0..400 {
        let refused = try_from("192.0.2.7", "falsch").await;
        assert!(matches!(
            refused,
            Err(SignInError::Refused | SignInError::TooMany(_))
        ));
    }

    let other = try_from("192.0.2.9", PASSWORD).await;
    assert!(matches!(other, Ok(SignIn::Done(_))), "{other:?}");
}
