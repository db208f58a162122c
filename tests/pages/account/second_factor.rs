//! Six digits and recovery codes.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use serde_json::json;
use totp_rs::{Builder, Secret, Totp};

use super::{codes_on, try_to};
use crate::support::{Answer, PASSWORD, TestApp};

/// The authenticator that somebody sets up from the page.
fn authenticator(page: &str) -> Totp {
    let (_, rest) = page.split_once("secret=").unwrap();
    let secret: String = rest
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    Builder::new()
        .with_secret(Secret::try_from_base32(secret).unwrap())
        .with_account_name("x")
        .with_issuer(Some("Kataster"))
        .build()
        .unwrap()
}

/// What goes back with the form of a setup.
fn begun(page: &str) -> &str {
    let (_, rest) = page.split_once("name=\"begonnen\" value=\"").unwrap();
    &rest[..64]
}

pub fn digits(app: &TestApp, totp: &Totp) -> String {
    let now = app.state.db.clock().now().as_seconds();
    totp.generate(now.unsigned_abs()).to_string()
}

/// An account with a second factor: its address, its authenticator, its recovery codes.
pub async fn with_second_factor(app: &TestApp) -> (String, Totp, Vec<String>) {
    let (_, email) = app.account_with_password(Role::Coordinator, None).await;
    let session = app.begin_session(&email).await;
    let setup = app
        .page("/konto/zweiter-faktor", &session)
        .await
        .expect(200);
    let totp = authenticator(&setup.text);
    let code = digits(app, &totp);
    let form = [
        ("begonnen", begun(&setup.text)),
        ("passwort", PASSWORD),
        ("code", &code),
    ];
    let done = app
        .submit("/konto/zweiter-faktor", &session, &form)
        .await
        .expect(200);
    let codes = codes_on(&done.text);
    assert_eq!(codes.len(), 10, "{}", done.text);
    app.clock.set(app.state.db.clock().now().plus_seconds(60));
    (email, totp, codes)
}

#[tokio::test(flavor = "multi_thread")]
async fn where_it_is_required_nobody_works_without_a_second_factor() {
    let mut app = TestApp::new().await;
    app.require_second_factor();
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let begun_here = try_to(&app, &email, PASSWORD).await.expect(303);
    assert_eq!(begun_here.location(), "/konto/zweiter-faktor");
    let session = begun_here.cookie("kataster").unwrap();
    let headers = [("cookie", session.as_str())];

    for path in ["/suche", "/organisation", "/karte"] {
        let led = app.page(path, &session).await.expect(303);
        assert_eq!(led.location(), "/konto/zweiter-faktor", "{path}");
    }
    let refused = app
        .send(Method::GET, "/api/v1/experts", &headers, Body::empty())
        .await
        .expect(403);
    assert_eq!(
        refused.json()["type"],
        "urn:kataster:problem:second-factor-required"
    );
    let key = [("name", "x"), ("umfang", "read"), ("passwort", PASSWORD)];
    let led = app
        .submit("/konto/schluessel", &session, &key)
        .await
        .expect(303);
    assert_eq!(led.location(), "/konto/zweiter-faktor");

    app.page("/konto", &session).await.expect(200);
    let setup = app
        .page("/konto/zweiter-faktor", &session)
        .await
        .expect(200);
    let code = digits(&app, &authenticator(&setup.text));
    let form = [
        ("begonnen", begun(&setup.text)),
        ("passwort", PASSWORD),
        ("code", &code),
    ];
    app.submit("/konto/zweiter-faktor", &session, &form)
        .await
        .expect(200);

    app.page("/suche", &session).await.expect(200);
}

/// Passes the password; the cookie of the step to the code.
pub async fn step(app: &TestApp, email: &str) -> String {
    let asked = try_to(app, email, PASSWORD).await.expect(303);
    assert!(
        asked.cookie("kataster").is_none(),
        "the password alone is not enough"
    );
    assert_eq!(asked.location(), "/anmelden/zweiter-faktor?weiter=%2F");
    asked.cookie("kataster-schritt").unwrap()
}

pub async fn enter(app: &TestApp, step: &str, code: &str) -> Answer {
    app.submit(
        "/anmelden/zweiter-faktor",
        step,
        &[("code", code), ("weiter", "/")],
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_second_factor_the_password_is_only_the_first_step() {
    let app = TestApp::new().await;
    let (email, totp, _) = with_second_factor(&app).await;
    let step = step(&app, &email).await;

    app.page("/anmelden/zweiter-faktor", &step)
        .await
        .expect(200);
    enter(&app, &step, "000000").await.expect(401);
    enter(&app, &step, "").await.expect(422);
    let done = enter(&app, &step, &digits(&app, &totp)).await.expect(303);

    let session = done.cookie("kataster").unwrap();
    app.page("/api/v1/me", &session).await.expect(200);
    let again = enter(&app, &step, &digits(&app, &totp)).await.expect(303);
    assert_eq!(again.location(), "/anmelden", "the step works once");
}

#[tokio::test(flavor = "multi_thread")]
async fn digits_that_were_used_are_dead() {
    let app = TestApp::new().await;
    let (email, totp, _) = with_second_factor(&app).await;
    let code = digits(&app, &totp);
    let first = step(&app, &email).await;
    enter(&app, &first, &code).await.expect(303);

    let second = step(&app, &email).await;
    enter(&app, &second, &code).await.expect(401);
    app.clock.set(app.state.db.clock().now().plus_seconds(30));

    enter(&app, &second, &digits(&app, &totp)).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_code_works_once_in_any_spelling() {
    let app = TestApp::new().await;
    let (email, _, codes) = with_second_factor(&app).await;
    let typed = codes[3].to_lowercase().replace('-', " ");

    let first = step(&app, &email).await;
    let session = enter(&app, &first, &typed)
        .await
        .expect(303)
        .cookie("kataster")
        .unwrap();
    let second = step(&app, &email).await;
    enter(&app, &second, &codes[3]).await.expect(401);
    enter(&app, &second, &codes[4]).await.expect(303);

    let page = app.page("/konto", &session).await.expect(200);
    assert!(page.text.contains('8'), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_cannot_be_guessed() {
    let app = TestApp::new().await;
    let (email, totp, _) = with_second_factor(&app).await;
    let step = step(&app, &email).await;

    // One try was the setup's.
    for _ in 0..9 {
        enter(&app, &step, "000000").await.expect(401);
    }

    enter(&app, &step, &digits(&app, &totp)).await.expect(429);
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_send_the_second_factor_along() {
    let app = TestApp::new().await;
    let (email, totp, _) = with_second_factor(&app).await;
    let json = [("content-type", "application/json")];
    let send = |body: serde_json::Value| {
        app.send(
            Method::POST,
            "/api/v1/sessions",
            &json,
            Body::from(body.to_string()),
        )
    };

    let without = send(json!({"email": email, "password": PASSWORD}))
        .await
        .expect(401);
    let code = digits(&app, &totp);
    let factor = json!({"method": "totp", "code": code});
    let with = send(json!({"email": email, "password": PASSWORD, "second_factor": factor})).await;

    assert!(without.cookie("kataster").is_none());
    assert!(with.expect(201).cookie("kataster").is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_factor_is_set_up_with_the_password_in_the_session_that_began() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Coordinator, None).await;
    let (here, there) = (
        app.begin_session(&email).await,
        app.begin_session(&email).await,
    );
    let path = "/konto/zweiter-faktor";
    let setup = app.page(path, &here).await.expect(200);
    let code = digits(&app, &authenticator(&setup.text));
    let form = |begun: &'_ str, password: &'_ str| {
        [
            ("begonnen", begun.to_owned()),
            ("passwort", password.to_owned()),
            ("code", code.clone()),
        ]
    };
    let send = async |session: &str, form: [(&'static str, String); 3]| {
        let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
        app.submit(path, session, &form).await
    };
    let right = begun(&setup.text);

    let wrong = send(&here, form(right, "falsch")).await.expect(422);
    assert_eq!(begun(&wrong.text), right, "nothing is lost");
    send(&there, form(right, PASSWORD)).await.expect(422);
    send(&here, form("nonsense", PASSWORD)).await.expect(422);
    assert!(
        try_to(&app, &email, PASSWORD)
            .await
            .cookie("kataster")
            .is_some()
    );

    send(&here, form(right, PASSWORD)).await.expect(200);
    app.page("/api/v1/me", &there).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_factor_is_removed_with_password_and_code() {
    let app = TestApp::new().await;
    let (email, totp, codes) = with_second_factor(&app).await;
    let first = step(&app, &email).await;
    let session = enter(&app, &first, &digits(&app, &totp))
        .await
        .cookie("kataster")
        .unwrap();
    let waiting = step(&app, &email).await;
    let remove = async |password: &str, code: &str| {
        let form = [("passwort", password), ("code", code)];
        let path = "/konto/zweiter-faktor/aus";
        app.submit(path, &session, &form).await.expect(303)
    };

    let wrong = remove("falsch", &codes[0]).await;
    assert_eq!(wrong.location(), "/konto?falsch=passwort#zweiter-faktor");
    let wrong = remove(PASSWORD, "000000").await;
    assert_eq!(wrong.location(), "/konto?falsch=code#zweiter-faktor");
    let said = app.page("/konto?falsch=code", &session).await.expect(200);
    assert!(said.text.contains("zweiter-faktor-code-fehler"));
    remove(PASSWORD, &codes[0]).await;

    let over = enter(&app, &waiting, &codes[1]).await.expect(303);
    assert_eq!(over.location(), "/anmelden", "a step does not outlive it");
    let done = try_to(&app, &email, PASSWORD).await.expect(303);
    assert!(done.cookie("kataster").is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_leans_on_the_second_factor_keeps_it() {
    const SHORT: &str = "Xq7-frosch-lampe";
    let app = TestApp::new().await;
    let (email, totp, codes) = with_second_factor(&app).await;
    let step = step(&app, &email).await;
    let session = enter(&app, &step, &digits(&app, &totp))
        .await
        .cookie("kataster")
        .unwrap();
    let change = [("altes", PASSWORD), ("passwort", SHORT), ("nochmal", SHORT)];
    app.submit("/konto/passwort", &session, &change)
        .await
        .expect(303);

    let form = [("passwort", SHORT), ("code", codes[0].as_str())];
    let kept = app
        .submit("/konto/zweiter-faktor/aus", &session, &form)
        .await
        .expect(303);

    assert_eq!(kept.location(), "/konto?falsch=zu-schwach#zweiter-faktor");
    let asked = try_to(&app, &email, SHORT).await.expect(303);
    assert!(asked.cookie("kataster").is_none());
}
