//! `/einladung/{token}`, `/konto` and the second factor.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use kataster::accounts;
use kataster::db::Actor;
use serde_json::json;
use totp_rs::{Builder, Secret, Totp};

use crate::support::{Answer, PASSWORD, TestApp};

const NEW: &str = "ein anderer langer satz zum merken";

/// The page of an invitation of an account without password.
pub(super) async fn invite(app: &TestApp, email: &str) -> String {
    let state = &app.state;
    let email = email.parse().unwrap();
    let token = accounts::invite(&state.db, &state.keyring, Actor::Operator, &email);
    format!("/einladung/{}", token.await.unwrap().reveal())
}

pub(super) async fn try_to(app: &TestApp, email: &str, password: &str) -> Answer {
    let form = [("email", email), ("passwort", password), ("weiter", "/")];
    app.submit("/anmelden", "", &form).await
}

fn twice(password: &str) -> [(&str, &str); 2] {
    [("passwort", password), ("nochmal", password)]
}

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
async fn own_sessions_are_listed_and_ended_but_no_others() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let (here, there) = (
        app.begin_session(&email).await,
        app.begin_session(&email).await,
    );
    let stranger = app.browse_as(Role::Vetter, None).await;
    let page = app.page("/konto", &there).await.expect(200);
    let (_, rest) = page.text.split_once("/konto/sitzungen/ses_").unwrap();
    let path = format!("/konto/sitzungen/ses_{}/beenden", &rest[..36]);

    app.submit(&path, &stranger, &[]).await.expect(404);
    app.submit("/konto/sitzungen/beenden", &here, &[])
        .await
        .expect(303);

    app.page("/api/v1/me", &here).await.expect(200);
    app.page("/api/v1/me", &there).await.expect(401);
    app.page("/api/v1/me", &stranger).await.expect(200);
}

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

pub(super) fn digits(app: &TestApp, totp: &Totp) -> String {
    let now = app.state.db.clock().now().as_seconds();
    totp.generate(now.unsigned_abs()).to_string()
}

/// An account with a second factor: its address, its authenticator, its recovery codes.
pub(super) async fn with_second_factor(app: &TestApp) -> (String, Totp, Vec<String>) {
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
    let codes = done.text.split(['<', '>', ' ', '\n']).filter(|word| {
        word.len() == 19
            && word.split('-').count() == 4
            && word.split('-').all(|part| part.len() == 4)
    });
    let codes: Vec<String> = codes.map(str::to_owned).collect();
    assert_eq!(codes.len(), 10, "{}", done.text);
    app.clock.set(app.state.db.clock().now().plus_seconds(60));
    (email, totp, codes)
}

#[tokio::test(flavor = "multi_thread")]
async fn where_it_is_required_nobody_works_without_a_second_factor() {
    let mut app = TestApp::new().await;
    app.require_second_factor();
    let (_, email) = app.account_with_password(Role::Coordinator, None).await;
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
async fn step(app: &TestApp, email: &str) -> String {
    let asked = try_to(app, email, PASSWORD).await.expect(303);
    assert!(
        asked.cookie("kataster").is_none(),
        "the password alone is not enough"
    );
    assert_eq!(asked.location(), "/anmelden/zweiter-faktor?weiter=%2F");
    asked.cookie("kataster-schritt").unwrap()
}

async fn enter(app: &TestApp, step: &str, code: &str) -> Answer {
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

async fn issue_key(app: &TestApp, session: &str) -> String {
    let form = [
        ("name", "Lagebild"),
        ("umfang", "read"),
        ("tage", "30"),
        ("passwort", PASSWORD),
    ];
    let made = app
        .submit("/konto/schluessel", session, &form)
        .await
        .expect(200);
    let (_, rest) = made.text.split_once("kat_").unwrap();
    format!("kat_{}", &rest[..64])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_shown_once_works_and_is_taken_back() {
    let app = TestApp::new().await;
    let session = app.browse_as(Role::Coordinator, None).await;
    let unproven = [("name", "Lagebild"), ("umfang", "read"), ("tage", "30")];
    let refused = app
        .submit("/konto/schluessel", &session, &unproven)
        .await
        .expect(422);
    assert!(refused.text.contains("schluessel-passwort-fehler"));

    let token = issue_key(&app, &session).await;

    app.get("/api/v1/experts", &token).await.expect(200);
    let page = app.page("/konto", &session).await.expect(200);
    assert!(page.text.contains("Lagebild") && !page.text.contains(&token));
    let (_, rest) = page.text.split_once("/konto/schluessel/tok_").unwrap();
    let revoke = format!("/konto/schluessel/tok_{}/entziehen", &rest[..36]);
    let stranger = app.browse_as(Role::Coordinator, None).await;
    app.submit(&revoke, &stranger, &[]).await.expect(404);
    app.submit(&revoke, &session, &[]).await.expect(303);
    app.get("/api/v1/experts", &token).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_needs_a_name_a_scope_and_an_end() {
    let app = TestApp::new().await;
    let session = app.browse_as(Role::Coordinator, None).await;

    for form in [
        vec![("name", ""), ("umfang", "read"), ("tage", "30")],
        vec![("name", "x"), ("tage", "30")],
        vec![("name", "x"), ("umfang", "reveal"), ("tage", "30")],
        vec![("name", "x"), ("umfang", "read"), ("tage", "9999")],
    ] {
        app.submit("/konto/schluessel", &session, &form)
            .await
            .expect(422);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_makes_no_keys_and_changes_no_password() {
    let app = TestApp::new().await;
    let token = app.sign_in(Role::Coordinator, None).await;
    let new = json!({"label": "x", "scopes": ["read"], "days": 30, "password": PASSWORD});

    app.post("/api/v1/tokens", &token, &new).await.expect(403);
    let bearer = format!("Bearer {token}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let form = Body::from(format!("altes={PASSWORD}&passwort={NEW}&nochmal={NEW}"));
    let changed = app
        .send(Method::POST, "/konto/passwort", &headers, form)
        .await;
    assert_eq!(changed.status, 403);
    for path in [
        "/konto/sitzungen/beenden",
        "/konto/sitzungen/ses_00000000-0000-7000-8000-000000000000/beenden",
    ] {
        let ended = app.send(Method::POST, path, &headers, Body::empty()).await;
        assert_eq!(ended.status, 403, "{path}");
    }
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

#[tokio::test(flavor = "multi_thread")]
async fn programs_list_issue_and_revoke_keys_with_a_session() {
    let app = TestApp::new().await;
    let session = app.browse_as(Role::Coordinator, None).await;
    let headers = [
        ("cookie", session.as_str()),
        ("content-type", "application/json"),
        ("sec-fetch-site", "same-origin"),
    ];
    let new = json!({"label": "Lagebild", "scopes": ["read"], "days": 30, "password": PASSWORD});
    let new = new.to_string();

    let made = app
        .send(Method::POST, "/api/v1/tokens", &headers, new.into())
        .await
        .expect(201)
        .json();

    let token = made["token"].as_str().unwrap();
    let listed = app.get("/api/v1/tokens", token).await.expect(200);
    assert_eq!(listed.json()["items"][0]["label"], "Lagebild");
    assert!(!listed.text.contains(token), "shown once");
    let used = app.get("/api/v1/tokens", token).await.json();
    assert!(used["items"][0]["last_used_at"].is_string(), "{used}");
    let path = format!("/api/v1/tokens/{}", made["id"].as_str().unwrap());
    app.send(Method::DELETE, &path, &headers, Body::empty())
        .await
        .expect(204);
    app.get("/api/v1/tokens", token).await.expect(401);
}
