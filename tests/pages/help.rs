//! The pages of asking for help, without scripts and without an account.

use axum::http::Method;
use kataster::access::Role;

use crate::emergency::{issue, recorded, town};
use crate::support::{Answer, TestApp};

const TOWN: &str = "15082180";

/// Somebody without an account looks at a page.
async fn look(app: &TestApp, path: &str, cookie: &str) -> String {
    let headers = [("cookie", cookie), ("accept-language", "de")];
    let answer = app
        .send(Method::GET, path, &headers, Default::default())
        .await;
    answer.expect(200).text
}

/// Somebody without an account sends the form.
async fn send(app: &TestApp, fields: &[(&str, &str)]) -> Answer {
    let body = serde_html_form::to_string(fields).unwrap();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("accept-language", "de"),
        ("origin", "http://127.0.0.1"),
        ("sec-fetch-site", "same-origin"),
    ];
    app.send(Method::POST, "/hilfe", &headers, body.into())
        .await
}

fn text(answer: &Answer) -> String {
    answer.text.clone()
}

/// The hidden number of a form.
fn nonce(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"vorgang\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

fn cookie_of(answer: &Answer) -> String {
    format!(
        "kataster-hilfe={}",
        answer.cookie("kataster-hilfe").unwrap()
    )
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
    let code = cookie.split_once('=').unwrap().1;
    let shown = format!("{} {}", &code[..3], &code[3..]);

    assert!(look(&app, sent.location(), &cookie).await.contains(&shown));
    assert!(!look(&app, sent.location(), "").await.contains(&shown));
    let line = sent.cookie_line("kataster-hilfe").unwrap();
    assert!(line.contains(&format!("Path={}", sent.location())) && line.contains("HttpOnly"));
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
        ("betroffen", "phones"),
    ];

    let doubted = send(&app, &fields).await.expect(422);
    assert!(text(&doubted).contains("name=\"trotzdem\" value=\"1\""));
    assert_eq!(recorded(&app, "incident.reported").await.len(), 0);
    fields.push(("trotzdem", "1"));
    send(&app, &fields).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_in_no_list_is_sent_as_it_is_and_named_by_the_desk() {
    let app = TestApp::new().await;
    let fields = [
        ("symptom", "unclear"),
        ("ort", "Zweckverband Xylophon"),
        ("telefon", "0171 9998887"),
    ];
    let unknown = send(&app, &fields).await.expect(422);
    assert!(text(&unknown).contains("name=\"ort_frei\""));
    let mut free = fields.to_vec();
    free.push(("ort_frei", "1"));
    send(&app, &free).await.expect(303);

    let desk = app.browse_as(Role::Coordinator, None).await;
    let list = text(&app.page("/vorfaelle", &desk).await.expect(200));
    assert!(list.contains("Zweckverband Xylophon"));
    let (_, rest) = list.split_once("href=\"/vorfaelle/inc_").unwrap();
    let path = format!("/vorfaelle/inc_{}", rest.split('"').next().unwrap());
    let known = [("art", "known_person"), ("grund", "Stimme erkannt")];
    let verify = format!("{path}/bestaetigung");
    app.submit(&verify, &desk, &known).await.expect(422);
    let place = format!("{path}/ort");
    app.submit(&place, &desk, &[("ort", "Nirgendwo XYZ")])
        .await
        .expect(422);
    app.submit(&place, &desk, &[("ort", "Köthen (Anhalt)")])
        .await
        .expect(303);
    app.submit(&verify, &desk, &known).await.expect(303);
    app.submit(&place, &desk, &[("ort", "Dessau-Roßlau")])
        .await
        .expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_calls_back_and_follows_to_the_end() {
    let app = TestApp::new().await;
    let own = town().save(&app).await;
    let fields = [
        ("symptom", "files-encrypted"),
        ("near", TOWN),
        ("telefon", "0171 9998887"),
    ];
    let sent = send(&app, &fields).await.expect(303);
    let status = look(&app, sent.location(), "").await;
    let words: Vec<_> = status
        .split("<dd>")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap())
        .collect();
    let desk = app.browse_as(Role::Coordinator, None).await;
    let list = text(&app.page("/vorfaelle", &desk).await.expect(200));
    let (_, rest) = list.split_once("href=\"/vorfaelle/inc_").unwrap();
    let path = format!("/vorfaelle/inc_{}", rest.split('"').next().unwrap());

    let page = text(&app.page(&path, &desk).await.expect(200));
    assert!(page.contains(words[0]) && !page.contains(words[1]) && !page.contains("9998887"));
    let contact = format!("{path}/kontakt");
    let shown = app.submit(&contact, &desk, &[]).await.expect(200);
    assert!(text(&shown).contains("1719998887"));
    let verify = format!("{path}/bestaetigung");
    let wrong = [("art", "call_back"), ("wort", "falsch")];
    app.submit(&verify, &desk, &wrong).await.expect(422);
    let right = [("art", "call_back"), ("wort", words[1])];
    app.submit(&verify, &desk, &right).await.expect(303);
    let requester = app.browse_as(Role::Requester, Some(own)).await;
    let seen = text(&app.page(&path, &requester).await.expect(200));
    assert!(!seen.contains("/bestaetigung"));
    let close = format!("{path}/schliessen");
    app.submit(&close, &requester, &[]).await.expect(422);
    app.submit(&close, &requester, &[("grund", "done")])
        .await
        .expect(303);
    assert!(
        look(&app, sent.location(), "")
            .await
            .contains("href=\"/hilfe\"")
    );
    app.move_days(7);
    app.send(Method::GET, sent.location(), &[], Default::default())
        .await
        .expect(404);
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
