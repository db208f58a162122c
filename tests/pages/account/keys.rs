//! Keys for programs.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use serde_json::json;

use super::NEW;
use crate::support::{PASSWORD, TestApp};

pub async fn issue_key(app: &TestApp, session: &str) -> String {
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
