//! Where a request comes from: a proxy is believed when it is ours, and nobody else.

use std::net::SocketAddr;

use axum::body::Body;
use axum::http::Method;
use kataster::site::Site;

use crate::support::TestApp;

/// Attempts from one address (accounts: attempts).
const FOR_AN_ADDRESS: usize = 60;

fn peer(address: &str) -> SocketAddr {
    format!("{address}:4711").parse().unwrap()
}

async fn behind_a_proxy() -> TestApp {
    let mut app = TestApp::new().await;
    app.use_site(Site {
        trusted_proxies: ["192.0.2.1".parse().unwrap()].into(),
        ..Site::default()
    });
    app
}

/// Status of an attempt of somebody unknown, each with another mail address.
async fn attempt(app: &TestApp, number: usize, forwarded: &str) -> u16 {
    let headers = [
        ("content-type", "application/json"),
        ("x-forwarded-for", forwarded),
    ];
    let body = format!("{{\"email\": \"{number}@example.org\", \"password\": \"x\"}}");
    let answer = app
        .send(Method::POST, "/api/v1/sessions", &headers, Body::from(body))
        .await;
    answer.status.as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_our_proxy_everybody_has_tries_of_their_own() {
    let mut app = behind_a_proxy().await;
    app.peer = Some(peer("192.0.2.1"));

    for number in 0..FOR_AN_ADDRESS {
        // What the client wrote itself stands before what the proxy adds.
        let forwarded = format!("198.51.100.{number}, 203.0.113.9");
        assert_eq!(attempt(&app, number, &forwarded).await, 401, "{number}");
    }

    assert_eq!(attempt(&app, 100, "1.2.3.4, 203.0.113.9").await, 429);
    assert_eq!(attempt(&app, 101, "203.0.113.10").await, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_gets_no_more_tries_by_inventing_addresses() {
    let mut app = behind_a_proxy().await;
    app.peer = Some(peer("198.51.100.7"));

    for number in 0..FOR_AN_ADDRESS {
        let forwarded = format!("203.0.113.{number}");
        assert_eq!(attempt(&app, number, &forwarded).await, 401, "{number}");
    }

    assert_eq!(attempt(&app, 100, "203.0.113.200").await, 429);
}
