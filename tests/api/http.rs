//! What all answers have in common.

use std::collections::HashMap;

use axum::http::Method;
use kataster::access::Role;
use serde_json::json;

use crate::support::{TestApp, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn a_problem_names_the_request_it_belongs_to() {
    let app = TestApp::new().await;

    let answer = app
        .send(Method::GET, "/api/v1/nowhere", &[], "".into())
        .await
        .expect(404);

    assert_eq!(answer.headers["content-type"], "application/problem+json");
    let id = answer.headers["x-request-id"].to_str().unwrap();
    assert_eq!(answer.json()["instance"], format!("urn:uuid:{id}"));
    assert_eq!(answer.json()["status"], 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_method_is_refused_with_the_known_ones() {
    let app = TestApp::new().await;

    let answer = app
        .send(Method::DELETE, "/api/v1/regions", &[], "".into())
        .await
        .expect(405);

    assert!(answer.headers["allow"].to_str().unwrap().contains("GET"));
    assert_eq!(answer.headers["content-type"], "application/problem+json");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_headers_that_protect_it() {
    let app = TestApp::new().await;

    for path in [
        "/healthz",
        "/readyz",
        "/nowhere",
        "/api/v1/regions?q=Halle",
        "/api/v1/experts",
        "/api/v1/openapi.json",
        "/api/docs/",
    ] {
        let answer = app.send(Method::GET, path, &[], "".into()).await;

        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(answer.headers[name], value, "{path}");
        }
        assert!(
            answer.headers["content-security-policy"]
                .to_str()
                .unwrap()
                .starts_with("default-src 'none'"),
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_are_refused_by_size_type_and_form() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;
    let bearer = format!("Bearer {admin}");
    let json = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let text = [
        ("authorization", bearer.as_str()),
        ("content-type", "text/plain"),
    ];
    let path = "/api/v1/organisations";
    let send = |headers, body: String| app.send(Method::POST, path, headers, body.into());

    send(&json, "x".repeat(10_000_000)).await.expect(413);
    send(&text, "{}".to_owned()).await.expect(415);
    send(&json, "{".to_owned()).await.expect(400);
    send(&json, "{\"nmae\": 1}".to_owned()).await.expect(400);
    send(
        &json,
        "{\"kind\": \"company\", \"kind\": \"company\"}".to_owned(),
    )
    .await
    .expect(400);
    send(&json, "{}".to_owned()).await.expect(422);
    send(&json, "[".repeat(100_000)).await.expect(400);
}

#[tokio::test(flavor = "multi_thread")]
async fn names_may_hold_any_letters_but_not_any_length() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;

    let id = organisation()
        .with("name", "Größe 🚒 Ærø “ß”")
        .save(&app)
        .await;
    let shown = app
        .get(&format!("/api/v1/organisations/{id}"), &admin)
        .await
        .expect(200);
    let long = app
        .post(
            "/api/v1/organisations",
            &admin,
            &organisation().with("name", "ä".repeat(161)).0,
        )
        .await
        .expect(422);

    assert_eq!(shown.json()["name"], "Größe 🚒 Ærø “ß”");
    assert_eq!(long.pointers(), ["/name"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patch_needs_the_version_that_was_read() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;
    let id = organisation()
        .with("duty_phone", "030 23125 001")
        .save(&app)
        .await;
    let path = format!("/api/v1/organisations/{id}");
    let etag = app.get(&path, &admin).await.etag();

    let missing = app
        .write(Method::PATCH, &path, &admin, &HashMap::new(), &json!({}))
        .await;
    let changed = app
        .patch(
            &path,
            &admin,
            &etag,
            &json!({"duty_phone": null, "yearly_person_days": 30}),
        )
        .await
        .expect(200);
    let late = app
        .patch(&path, &admin, &etag, &json!({"name": "Zu spät"}))
        .await;

    assert_eq!((missing.status.as_u16(), late.status.as_u16()), (428, 412));
    assert_eq!(
        (
            &changed.json()["duty_phone"],
            &changed.json()["yearly_person_days"]
        ),
        (&json!(null), &json!(30))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_goes_on_where_its_page_ended() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;
    for number in 0..5 {
        organisation()
            .with("name", format!("Haus {number}"))
            .save(&app)
            .await;
    }

    let (mut names, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = app
            .get(&format!("/api/v1/organisations?limit=2{cursor}"), &admin)
            .await
            .expect(200)
            .json();
        names.extend(
            page["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|item| item["name"].as_str().unwrap().to_owned()),
        );
        let Some(next) = page["next_cursor"].as_str() else {
            break;
        };
        cursor = format!("&cursor={next}");
    }

    names.sort_unstable();
    assert_eq!(names, ["Haus 0", "Haus 1", "Haus 2", "Haus 3", "Haus 4"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn readiness_tells_what_is_missing() {
    let app = TestApp::new().await;

    let ready = app
        .send(Method::GET, "/readyz", &[], "".into())
        .await
        .expect(200)
        .json();

    assert_eq!(
        ready,
        json!({
            "ready": true,
            "database": true,
            "index_lag": 0,
            "jobs_lag_seconds": 0,
            "jobs_given_up": 0,
        })
    );
}
