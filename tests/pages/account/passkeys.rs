//! Passkeys, and confirming a session.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use serde_json::Value;

use super::second_factor::{digits, enter, step, with_second_factor};
use super::{NEW, codes_on, try_to};
use crate::support::{Answer, Device, PASSWORD, TestApp};

/// Asks what a page's script would ask.
async fn ask(app: &TestApp, path: &str, cookie: &str) -> (String, Value) {
    let asked = app.submit(path, cookie, &[]).await.expect(200);
    let question = asked.json();
    let token = question["frage"].as_str().unwrap().to_owned();
    (token, question["optionen"].clone())
}

async fn answer(app: &TestApp, path: &str, cookie: &str, given: (&str, &str)) -> Answer {
    let form = [("frage", given.0), ("antwort", given.1), ("weiter", "/")];
    app.submit(path, cookie, &form).await
}

pub async fn enrol(app: &TestApp, session: &str, device: &mut Device) -> Answer {
    let (token, options) = ask(app, "/konto/passkeys/frage", session).await;
    let made = device.create(&options);
    answer(app, "/konto/passkeys", session, (&token, &made)).await
}

async fn sign_in(app: &TestApp, device: &mut Device) -> Answer {
    let (token, options) = ask(app, "/anmelden/passkey/frage", "").await;
    let signed = device.sign(&options);
    answer(app, "/anmelden/passkey", "", (&token, &signed)).await
}

pub async fn confirm(app: &TestApp, session: &str, device: &mut Device) -> Answer {
    let (token, options) = ask(app, "/bestaetigen/passkey/frage", session).await;
    let signed = device.sign(&options);
    answer(app, "/bestaetigen/passkey", session, (&token, &signed)).await
}

/// An account with a passkey: its address, its device, the session that made it.
async fn with_passkey(app: &TestApp, role: Role) -> (String, Device, String) {
    let (_, email) = app.account_with_password(role, None).await;
    let session = app.begin_session(&email).await;
    let mut device = Device::new();
    enrol(app, &session, &mut device).await.expect(200);
    (email, device, session)
}

fn wait(app: &TestApp, minutes: i64) {
    let later = app.state.db.clock().now().plus_seconds(minutes * 60);
    app.clock.set(later);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_signs_in_alone() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let session = app.begin_session(&email).await;
    let mut device = Device::new();

    let made = enrol(&app, &session, &mut device).await.expect(200);
    assert_eq!(codes_on(&made.text).len(), 10, "{}", made.text);
    let done = sign_in(&app, &mut device).await.expect(303);

    let session = done.cookie("kataster").unwrap();
    let page = app.page("/konto", &session).await.expect(200);
    assert!(page.text.contains("/entfernen"), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_good_once_for_its_question_and_from_our_pages() {
    let app = TestApp::new().await;
    let (_, mut device, session) = with_passkey(&app, Role::Vetter).await;
    let (token, options) = ask(&app, "/anmelden/passkey/frage", "").await;
    let signed = device.sign(&options);
    let path = "/anmelden/passkey";
    answer(&app, path, "", (&token, &signed)).await.expect(303);

    answer(&app, path, "", (&token, &signed)).await.expect(401);
    let (other, _) = ask(&app, "/anmelden/passkey/frage", "").await;
    answer(&app, path, "", (&other, &signed)).await.expect(401);
    let (token, options) = ask(&app, "/anmelden/passkey/frage", "").await;
    let signed = device.sign(&options);
    let elsewhere = answer(&app, "/bestaetigen/passkey", &session, (&token, &signed)).await;
    elsewhere.expect(422);
    answer(&app, path, "", (&token, &signed)).await.expect(401);
    let (token, options) = ask(&app, "/anmelden/passkey/frage", "").await;
    device.origin = "http://localhost.example:8080".to_owned();
    let phished = device.sign(&options);
    answer(&app, path, "", (&token, &phished)).await.expect(401);
    for (token, signed) in [("", ""), ("nonsense", "{}"), (token.as_str(), "[1")] {
        answer(&app, path, "", (token, signed)).await.expect(401);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_too_old_after_five_minutes() {
    let app = TestApp::new().await;
    let (_, mut device, _) = with_passkey(&app, Role::Vetter).await;
    let (token, options) = ask(&app, "/anmelden/passkey/frage", "").await;
    let signed = device.sign(&options);

    wait(&app, 5);

    let late = answer(&app, "/anmelden/passkey", "", (&token, &signed)).await;
    late.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_answers_at_once_one_signs_in() {
    let app = TestApp::new().await;
    let (_, mut device, _) = with_passkey(&app, Role::Vetter).await;
    let (token, options) = ask(&app, "/anmelden/passkey/frage", "").await;
    let signed = device.sign(&options);
    let tries = (0..16).map(|_| answer(&app, "/anmelden/passkey", "", (&token, &signed)));

    let answers = futures_util::future::join_all(tries).await;

    let done = answers.iter().filter(|answer| answer.status == 303);
    assert_eq!(done.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_does_not_ask_its_owner_or_was_copied_is_refused() {
    let app = TestApp::new().await;
    let (_, mut device, _) = with_passkey(&app, Role::Vetter).await;
    sign_in(&app, &mut device).await.expect(303);
    sign_in(&app, &mut device).await.expect(303);

    device.turn_back();
    sign_in(&app, &mut device).await.expect(401);
    sign_in(&app, &mut device).await.expect(401);
    sign_in(&app, &mut device).await.expect(303);
    device.flags = 0b0000_0001;

    sign_in(&app, &mut device).await.expect(401);
    sign_in(&app, &mut Device::new()).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_password_a_passkey_of_the_same_account_goes_on() {
    let app = TestApp::new().await;
    let (email, mut device, _) = with_passkey(&app, Role::Vetter).await;
    let (_, mut foreign, _) = with_passkey(&app, Role::Vetter).await;
    let path = "/anmelden/zweiter-faktor/passkey";
    let step = step(&app, &email).await;

    let (token, options) = ask(&app, &format!("{path}/frage"), &step).await;
    let signed = foreign.sign(&options);
    answer(&app, path, &step, (&token, &signed))
        .await
        .expect(401);
    let (token, options) = ask(&app, &format!("{path}/frage"), &step).await;
    let signed = device.sign(&options);
    let done = answer(&app, path, &step, (&token, &signed))
        .await
        .expect(303);

    assert!(done.cookie("kataster").is_some());
    let over = app.submit(&format!("{path}/frage"), &step, &[]).await;
    over.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn making_a_key_asks_for_a_fresh_confirmation() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let session = app.begin_session(&email).await;
    wait(&app, 10);

    let led = app.submit("/konto/passkeys/frage", &session, &[]).await;
    assert!(
        led.cookie("meldung").is_some(),
        "it says that nothing was done yet"
    );
    assert_eq!(led.expect(303).location(), "/bestaetigen?weiter=%2Fkonto");
    let headers = [
        ("cookie", session.as_str()),
        ("sec-fetch-site", "same-origin"),
        ("referer", "http://localhost/verwaltung/konten?rolle=vetter"),
    ];
    let from = app
        .send(
            Method::POST,
            "/konto/passkeys/frage",
            &headers,
            Body::empty(),
        )
        .await;
    assert_eq!(
        from.expect(303).location(),
        "/bestaetigen?weiter=%2Fverwaltung%2Fkonten%3Frolle%3Dvetter"
    );
    let wrong = [("passwort", "falsch"), ("weiter", "/konto")];
    app.submit("/bestaetigen", &session, &wrong)
        .await
        .expect(422);
    let right = [("passwort", PASSWORD), ("weiter", "//example.org")];
    let done = app
        .submit("/bestaetigen", &session, &right)
        .await
        .expect(303);

    assert_eq!(done.location(), "/", "only our own pages are gone to");
    enrol(&app, &session, &mut Device::new()).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn digits_do_not_confirm_for_whoever_has_a_passkey() {
    let app = TestApp::new().await;
    let (email, totp, recovery) = with_second_factor(&app).await;
    let first = step(&app, &email).await;
    let done = enter(&app, &first, &digits(&app, &totp)).await.expect(303);
    let session = done.cookie("kataster").unwrap();
    let mut device = Device::new();
    enrol(&app, &session, &mut device).await.expect(303);
    wait(&app, 11);

    let second = step(&app, &email).await;
    let done = enter(&app, &second, &digits(&app, &totp)).await.expect(303);
    let phished = done.cookie("kataster").unwrap();
    wait(&app, 1);
    app.submit("/konto/passkeys/frage", &phished, &[])
        .await
        .expect(303);
    let code = digits(&app, &totp);
    let form = [("passwort", PASSWORD), ("code", code.as_str())];
    app.submit("/bestaetigen", &phished, &form)
        .await
        .expect(422);
    let form = [("passwort", PASSWORD), ("code", recovery[0].as_str())];
    app.submit("/bestaetigen", &phished, &form)
        .await
        .expect(303);
    wait(&app, 11);
    confirm(&app, &phished, &mut device).await.expect(303);

    app.submit("/konto/wiederherstellungscodes", &phished, &[])
        .await
        .expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_works_with_a_passkey_only_where_a_second_factor_is_required() {
    let mut app = TestApp::new().await;
    let (email, totp, _) = with_second_factor(&app).await;
    app.require_second_factor();
    let first = step(&app, &email).await;
    let done = enter(&app, &first, &digits(&app, &totp)).await.expect(303);
    assert_eq!(done.location(), "/konto/zweiter-faktor");
    let session = done.cookie("kataster").unwrap();
    let led = app.page("/suche", &session).await.expect(303);
    assert_eq!(led.location(), "/konto/zweiter-faktor");
    app.page("/konto/zweiter-faktor", &session)
        .await
        .expect(200);
    let mut device = Device::new();

    enrol(&app, &session, &mut device).await.expect(303);
    app.page("/suche", &session).await.expect(200);
    wait(&app, 1);
    let second = step(&app, &email).await;
    let done = enter(&app, &second, &digits(&app, &totp)).await.expect(303);
    let weaker = done.cookie("kataster").unwrap();
    app.page("/suche", &weaker).await.expect(303);
    let stronger = sign_in(&app, &mut device).await.expect(303);

    let stronger = stronger.cookie("kataster").unwrap();
    app.page("/suche", &stronger).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_key_is_dead_and_the_last_factor_leaves_a_password_that_stands_alone() {
    let app = TestApp::new().await;
    let (email, mut device, session) = with_passkey(&app, Role::Vetter).await;
    let short = "Xq7-frosch-lampe";
    let change = [("altes", PASSWORD), ("passwort", short), ("nochmal", short)];
    app.submit("/konto/passwort", &session, &change)
        .await
        .expect(303);
    let page = app.page("/konto", &session).await.expect(200);
    let at = page.text.find("/konto/passkeys/pky_").unwrap();
    let path = page.text[at..].split('"').next().unwrap().to_owned();

    let refused = app.submit(&path, &session, &[("passwort", short)]).await;
    assert!(refused.expect(303).location().contains("zu-schwach"));
    let refused = app.submit(&path, &session, &[]).await.expect(303);
    assert!(refused.location().contains("passkey-passwort"));
    let change = [("altes", short), ("passwort", NEW), ("nochmal", NEW)];
    app.submit("/konto/passwort", &session, &change)
        .await
        .expect(303);
    app.submit(&path, &session, &[("passwort", NEW)])
        .await
        .expect(303);

    sign_in(&app, &mut device).await.expect(401);
    let done = try_to(&app, &email, NEW).await.expect(303);
    assert!(done.cookie("kataster").is_some());
    app.submit(&path, &session, &[]).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_removes_the_key_of_somebody_else() {
    let app = TestApp::new().await;
    let (_, mut device, session) = with_passkey(&app, Role::Vetter).await;
    let (_, _, stranger) = with_passkey(&app, Role::Vetter).await;
    let page = app.page("/konto", &session).await.expect(200);
    let at = page.text.find("/konto/passkeys/pky_").unwrap();
    let path = page.text[at..].split('"').next().unwrap().to_owned();

    app.submit(&path, &stranger, &[("passwort", PASSWORD)])
        .await
        .expect(404);

    sign_in(&app, &mut device).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_token_is_ever_confirmed() {
    let app = TestApp::new().await;
    let token = app.sign_in(Role::Admin, None).await;
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", bearer.as_str())];

    for path in [
        "/konto/passkeys/frage",
        "/konto/wiederherstellungscodes",
        "/wiederherstellung",
    ] {
        let body = axum::body::Body::empty();
        let refused = app.send(axum::http::Method::POST, path, &headers, body);

        let led = refused.await.expect(303);
        assert!(led.location().starts_with("/bestaetigen"), "{path}");
    }
}
