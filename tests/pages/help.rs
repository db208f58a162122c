//! The pages of asking for help, without scripts and without an account.

use axum::body::Body;
use axum::http::Method;
use http_body_util::BodyExt;
use kataster::access::Role;
use serde_json::json;

use crate::emergency::{issue, recorded};
use crate::support::{Answer, TestApp};

pub(super) const TOWN: &str = "15082180";

/// Somebody without an account looks at a page.
pub(super) async fn look(app: &TestApp, path: &str, cookie: &str) -> String {
    let headers = [("cookie", cookie), ("accept-language", "de")];
    let answer = app.send(Method::GET, path, &headers, Body::empty()).await;
    answer.expect(200).text
}

/// Whoever is signed in looks at a page.
pub(super) async fn see(app: &TestApp, path: &str, session: &str) -> String {
    app.page(path, session).await.expect(200).text
}

/// Somebody without an account sends the form.
pub(super) async fn send(app: &TestApp, fields: &[(&str, &str)]) -> Answer {
    submit(app, "/hilfe", fields).await
}

/// The same with another form.
pub(super) async fn submit(app: &TestApp, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body = serde_html_form::to_string(fields).unwrap();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("accept-language", "de"),
        ("origin", "http://127.0.0.1"),
        ("sec-fetch-site", "same-origin"),
    ];
    app.send(Method::POST, path, &headers, body.into()).await
}

pub(super) fn text(answer: &Answer) -> String {
    answer.text.clone()
}

/// The hidden number of a form.
fn nonce(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"vorgang\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

fn cookie_of(answer: &Answer) -> String {
    answer.cookie("hilfe").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_pages_lead_to_the_promise_of_a_call() {
    let app = TestApp::new().await;
    let start = look(&app, "/", "").await;
    assert!(start.contains("href=\"/hilfe\""));
    let tiles = look(&app, "/hilfe", "").await;
    assert!(tiles.contains("/hilfe?symptom=files-encrypted"));
    let form = look(&app, "/hilfe?symptom=files-encrypted", "").await;
    let nonce = nonce(&form);
    let fields = [
        ("vorgang", nonce.as_str()),
        ("symptom", "files-encrypted"),
        ("ort", "Köthen (Anhalt)"),
        ("telefon", "0171 9998887"),
    ];

    let sent = send(&app, &fields).await.expect(303);
    let again = send(&app, &fields).await.expect(303);

    assert_eq!(sent.location(), again.location());
    assert_eq!(cookie_of(&sent), cookie_of(&again));
    assert_eq!(recorded(&app, "incident.reported").await.len(), 1);
    let page = look(&app, sent.location(), "").await;
    assert!(page.contains("887"), "the end of the number");
    assert!(!page.contains("9998887") && !page.contains("Fachkräfte gefragt"));
    assert!(page.contains("Köthen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_card_asks_for_number_and_code_and_a_tile_sends() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;
    let card = look(&app, &format!("/hilfe?ort={TOWN}"), "").await;
    assert!(card.contains("name=\"symptom\" value=\"files-encrypted\""));
    assert!(card.contains("name=\"code\"") && card.contains("Köthen"));

    let sent = send(
        &app,
        &[
            ("vorgang", &nonce(&card)),
            ("near", TOWN),
            ("telefon", "0171 9998887"),
            ("code", &codes[0].to_lowercase()),
            ("symptom", "files-encrypted"),
        ],
    )
    .await
    .expect(303);

    assert_eq!(recorded(&app, "emergency_code.redeemed").await.len(), 1);
    let page = look(&app, sent.location(), "").await;
    assert!(page.contains("Bestätigt"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_to_read_aloud_is_on_the_phone_that_asked_alone() {
    let app = TestApp::new().await;
    let fields = [
        ("symptom", "files-encrypted"),
        ("near", TOWN),
        ("telefon", "0171 9998887"),
    ];
    let sent = send(&app, &fields).await.expect(303);
    let cookie = cookie_of(&sent);
    let spoken = |page: &str| {
        let rest = page.split_once("class=\"spoken\">")?.1;
        Some(rest.split('<').next()?.to_owned())
    };

    let code = spoken(&look(&app, sent.location(), &cookie).await).unwrap();

    assert_eq!(code.len(), 7, "{code}");
    assert_eq!(spoken(&look(&app, sent.location(), "").await), None);
    // Whoever has the link alone cannot guess their way with the code.
    let guessed = format!("hilfe={}", code.replace(' ', ""));
    assert_eq!(spoken(&look(&app, sent.location(), &guessed).await), None);
    // A second request leaves the first one's code on the phone.
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("cookie", cookie.as_str()),
    ];
    let body = serde_html_form::to_string(fields).unwrap();
    let second = app
        .send(Method::POST, "/hilfe", &headers, body.into())
        .await
        .expect(303);
    let both = cookie_of(&second);
    assert_eq!(
        spoken(&look(&app, sent.location(), &both).await),
        Some(code)
    );
    assert!(
        sent.cookie_line("hilfe")
            .is_some_and(|line| line.contains("HttpOnly") && line.contains("Path=/;"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_typed_is_lost_and_doubts_are_told_once() {
    let app = TestApp::new().await;
    let wrong = send(
        &app,
        &[
            ("symptom", "files-encrypted"),
            ("ort", "Halle"),
            ("telefon", "ruf an"),
            ("name", "Xylofanie <b>"),
            ("betroffen", "phones"),
            ("massnahmen", "Stecker gezogen"),
        ],
    )
    .await
    .expect(422);
    let page = text(&wrong);
    for kept in [
        "Halle",
        "ruf an",
        "Xylofanie &#60;b&#62;",
        "Stecker gezogen",
    ] {
        assert!(page.contains(kept), "{kept}");
    }
    let mut fields = vec![
        ("symptom", "files-encrypted"),
        ("near", TOWN),
        ("telefon", "03496 425 0"),
    ];

    // Nothing is ticked: in the short flow nobody says that the phones are down.
    let doubted = send(&app, &fields).await.expect(422);
    assert!(text(&doubted).contains("name=\"trotzdem\" value=\"1\""));
    assert!(text(&doubted).contains("Ist das ein Telefon aus dem betroffenen Haus?"));
    assert_eq!(recorded(&app, "incident.reported").await.len(), 0);
    fields.push(("trotzdem", "1"));
    send(&app, &fields).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_twenty_minutes_without_anybody_the_page_says_the_truth() {
    let app = TestApp::new().await;
    let fields = [
        ("symptom", "files-encrypted"),
        ("near", TOWN),
        ("telefon", "0171 9998887"),
    ];
    let sent = send(&app, &fields).await.expect(303);
    let page = sent.location();
    let minutes = |minutes: i64| {
        let now = app.state.db.clock().now();
        app.clock.set(now.plus_seconds(minutes * 60));
    };

    minutes(19);
    assert!(!look(&app, page, "").await.contains("niemand erreichbar"));
    minutes(1);
    assert!(look(&app, page, "").await.contains("niemand erreichbar"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_page_hears_of_what_changes() {
    let app = TestApp::new().await;
    let fields = [
        ("symptom", "files-encrypted"),
        ("near", TOWN),
        ("telefon", "0171 9998887"),
    ];
    let sent = send(&app, &fields).await.expect(303);
    let stream = format!("{}/stand", sent.location());
    let response = app.begin(Method::GET, &stream, &[], Body::empty()).await;
    let kind = &response.headers()["content-type"];
    assert_eq!(kind, "text/event-stream");
    assert_eq!(response.headers()["x-accel-buffering"], "no");
    let mut events = response.into_body();
    let first = events.frame().await.unwrap().unwrap();
    assert_eq!(first.into_data().unwrap().as_ref(), b"data: 1.0\n\n");

    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let listed = app.get("/api/v1/incidents", &coordinator).await.expect(200);
    let listed = listed.json();
    let id = listed["items"][0]["id"].as_str().unwrap();
    let close = format!("/api/v1/incidents/{id}/close");
    let done = json!({"reason": "withdrawn"});
    app.post(&close, &coordinator, &done).await.expect(200);

    let next = events.frame().await.unwrap().unwrap();
    assert_eq!(next.into_data().unwrap().as_ref(), b"data: 2.0\n\n");
    app.send(
        Method::GET,
        &format!("/hilfe/{}/stand", "0".repeat(64)),
        &[],
        Body::empty(),
    )
    .await
    .expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_place_keeps_anybody_from_sending() {
    let app = TestApp::new().await;
    for place in ["Berlin", "Hamburg", "Neuenkirchen", "Sachsen-Anhalt", "Xyz"] {
        let fields = [
            ("symptom", "unclear"),
            ("ort", place),
            ("telefon", "0171 9998887"),
        ];

        let sent = send(&app, &fields).await;

        if sent.status.as_u16() == 422 {
            assert!(text(&sent).contains("name=\"ort_frei\""), "{place}");
            let mut free = fields.to_vec();
            free.push(("ort_frei", "1"));
            send(&app, &free).await.expect(303);
        } else {
            sent.expect(303);
            assert!(matches!(place, "Berlin" | "Hamburg"), "{place}");
        }
    }
}
