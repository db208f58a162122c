//! Other sites cannot act with somebody's session.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use serde_json::json;

use crate::support::{TestApp, organisation};

/// Signs out with these headers besides the session.
async fn sign_out(app: &TestApp, session: &str, headers: &[(&str, &str)]) -> u16 {
    let mut all = vec![
        ("cookie", session),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    all.extend(headers);
    let answer = app
        .send(Method::POST, "/abmelden", &all, Body::empty())
        .await;
    answer.status.as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_another_site_is_refused_and_an_own_one_is_not() {
    let app = TestApp::new().await;
    let session = app.browse_as(Role::Coordinator, None).await;

    assert_eq!(
        sign_out(&app, &session, &[("sec-fetch-site", "cross-site")]).await,
        403
    );
    assert_eq!(
        sign_out(&app, &session, &[("sec-fetch-site", "same-site")]).await,
        403
    );
    assert_eq!(
        sign_out(&app, &session, &[("origin", "https://example.org")]).await,
        403
    );
    assert_eq!(sign_out(&app, &session, &[("origin", "null")]).await, 403);
    assert_eq!(
        sign_out(&app, &session, &[]).await,
        403,
        "it does not say where it comes from"
    );
    app.page("/suche", &session).await.expect(200);

    // Browsers without fetch metadata send the origin alone.
    assert_eq!(
        sign_out(&app, &session, &[("origin", "http://127.0.0.1")]).await,
        303
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_from_another_site_is_refused_too() {
    let app = TestApp::new().await;
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("origin", "https://example.org"),
    ];

    let form = Body::from("email=a%40example.org&passwort=x");
    let answer = app.send(Method::POST, "/anmelden", &headers, form).await;

    assert_eq!(answer.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_with_a_token_need_not_say_where_it_comes_from() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;

    app.post("/api/v1/organisations", &admin, &json!({}))
        .await
        .expect(422);
    organisation().save(&app).await;
}
