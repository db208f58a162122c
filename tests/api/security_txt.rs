//! `/.well-known/security.txt`

use axum::body::Body;
use axum::http::Method;
use kataster::site::{SecurityContact, Site};
use serde_json::json;

use crate::support::{Answer, TestApp};

const PATH: &str = "/.well-known/security.txt";

async fn with_contact() -> TestApp {
    let contact: SecurityContact = serde_json::from_value(json!({
        "contact": ["mailto:sicherheit@example.org", "https://example.org/melden"],
        "expires": "2026-12-31", "policy": "https://example.org/regeln",
    }))
    .unwrap();
    let mut app = TestApp::new().await;
    app.use_site(Site {
        public_url: Some("https://kataster.example.org".parse().unwrap()),
        security_contact: Some(contact),
        ..Site::default()
    });
    app
}

async fn ask(app: &TestApp) -> Answer {
    app.send(Method::GET, PATH, &[], Body::empty()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn it_says_whom_to_tell_and_until_when_that_holds() {
    let app = with_contact().await;

    let answer = ask(&app).await.expect(200);

    assert_eq!(answer.headers["content-type"], "text/plain; charset=utf-8");
    let lines: Vec<&str> = answer.text.lines().collect();
    assert_eq!(
        lines,
        [
            "Contact: mailto:sicherheit@example.org",
            "Contact: https://example.org/melden",
            "Expires: 2026-12-31T23:00:00.000000Z",
            "Preferred-Languages: de, en",
            "Canonical: https://kataster.example.org/.well-known/security.txt",
            "Policy: https://example.org/regeln",
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_gone_once_it_has_expired() {
    let app = with_contact().await;

    app.move_days(38);
    ask(&app).await.expect(200);
    app.move_days(1);
    ask(&app).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_contact_there_is_none() {
    ask(&TestApp::new().await).await.expect(404);
}
