//! Only what is meant for this installation is answered.

use axum::body::Body;
use axum::http::Method;
use kataster::config::Settings;
use kataster::site::Site;

use crate::support::{Answer, TestApp};

async fn ask(app: &TestApp, path: &str, host: &str) -> Answer {
    app.send(Method::GET, path, &[("host", host)], Body::empty())
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn on_loopback_only_its_own_names_are_answered() {
    let app = TestApp::new().await;

    for host in [
        "127.0.0.1",
        "127.0.0.1:8080",
        "localhost:9000",
        "[::1]:8080",
    ] {
        ask(&app, "/", host).await.expect(200);
    }
    for host in [
        "example.org",
        "localhost.example.org",
        "127.0.0.1.example.org:8080",
        "x@localhost",
        "192.0.2.7",
    ] {
        ask(&app, "/", host).await.expect(421);
        ask(&app, "/api/v1/regions?q=Halle", host).await.expect(421);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_public_address_only_that_is_answered() {
    let mut app = TestApp::new().await;
    app.use_site(Site {
        public_url: Some("https://kataster.example.org".parse().unwrap()),
        ..Site::default()
    });

    for host in ["kataster.example.org", "KATASTER.example.org:443"] {
        ask(&app, "/", host).await.expect(200);
    }
    for host in [
        "127.0.0.1:8080",
        "localhost",
        "example.org",
        "kataster.example.org:8443",
    ] {
        ask(&app, "/", host).await.expect(421);
    }
    // Whatever watches the service knows its address only.
    for path in ["/healthz", "/readyz"] {
        ask(&app, path, "10.0.0.5:8080").await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_is_named_once() {
    let app = TestApp::new().await;
    let twice = [("host", "127.0.0.1"), ("host", "127.0.0.1")];

    app.send(Method::GET, "/", &twice, Body::empty())
        .await
        .expect(400);
    ask(&app, "/", "").await.expect(421);
    ask(&app, "/", "k\u{e4}taster").await.expect(400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_in_the_target_counts_beside_the_header() {
    let app = TestApp::new().await;

    ask(&app, "http://127.0.0.1/", "127.0.0.1")
        .await
        .expect(200);
    ask(&app, "http://example.org/", "127.0.0.1")
        .await
        .expect(421);
    ask(&app, "http://127.0.0.1/", "example.org")
        .await
        .expect(421);
}

#[test]
fn whoever_is_reached_by_tls_is_secure_also_behind_a_proxy_on_the_same_machine() {
    let read = |flags: &str| Settings::read(None, std::iter::empty(), flags.parse().unwrap());
    let public = read("public_url = 'https://kataster.example.org/'").unwrap();

    assert!(public.site().is_secure);
    assert_eq!(public.base_url(), "https://kataster.example.org");
    assert!(!read("").unwrap().site().is_secure);
}
