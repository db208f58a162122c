//! What belongs to others.

use axum::http::Method;
use kataster::access::Role;
use serde_json::json;
use std::collections::HashMap;

use crate::support::{TestApp, expert, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_of_another_organisation_cannot_tell_that_an_entry_exists() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let draft = expert(employer).draft(&app).await;
    let other = organisation()
        .with("name", "Anderes Rechenzentrum")
        .save(&app)
        .await;
    let stranger = app.sign_in(Role::MemberManager, Some(other)).await;
    let path = format!("/api/v1/experts/{draft}");

    app.get(&path, &stranger).await.expect(404);
    app.patch(&path, &stranger, "\"1\"", &json!({"radius_km": 1}))
        .await
        .expect(404);
    app.put(
        &format!("{path}/availability"),
        &stranger,
        &json!({"state": "none"}),
    )
    .await
    .expect(404);
    app.put(
        &format!("{path}/on-call"),
        &stranger,
        &json!({"periods": []}),
    )
    .await
    .expect(404);
    app.post(&format!("{path}/confirm"), &stranger, &json!({}))
        .await
        .expect(404);
    app.post(&format!("{path}/submit"), &stranger, &json!({}))
        .await
        .expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_of_another_organisation_cannot_change_this_one() {
    let app = TestApp::new().await;
    let own = organisation().save(&app).await;
    let other = organisation()
        .with("name", "Anderes Rechenzentrum")
        .save(&app)
        .await;
    let stranger = app.sign_in(Role::MemberManager, Some(other)).await;
    let path = format!("/api/v1/organisations/{own}");

    app.get(&path, &stranger).await.expect(404);
    app.patch(&path, &stranger, "\"1\"", &json!({"name": "Gekapert"}))
        .await
        .expect(404);
    app.post(
        &format!("{path}/struck"),
        &stranger,
        &json!({"struck": true}),
    )
    .await
    .expect(404);
    let entry = expert(own);
    let answer = app
        .post("/api/v1/experts", &stranger, &entry.0)
        .await
        .expect(422);
    assert_eq!(answer.pointers(), ["/organisation_id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_does_not_give_its_organisation_the_membership() {
    let app = TestApp::new().await;
    let own = organisation().with("member", false).save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(own)).await;

    app.patch(
        &format!("/api/v1/organisations/{own}"),
        &manager,
        "\"1\"",
        &json!({"member": true}),
    )
    .await
    .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_does_not_claim_a_town() {
    let app = TestApp::new().await;
    let own = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(own)).await;

    app.patch(
        &format!("/api/v1/organisations/{own}"),
        &manager,
        "\"1\"",
        &json!({"serves": [{"ags": "15082180"}]}),
    )
    .await
    .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_expert_sees_the_mask_and_changes_nothing() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let shown = expert(employer).save(&app).await;
    let (_, colleague) = app.account(Role::Expert, Some(employer)).await;
    let path = format!("/api/v1/experts/{shown}");

    let card = app.get(&path, &colleague).await.expect(200);

    assert!(card.json().get("identity").is_none(), "{}", card.text);
    app.patch(&path, &colleague, "\"1\"", &json!({"radius_km": 1}))
        .await
        .expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vetter_does_not_assess_colleagues() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let id = expert(employer).draft(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let submitted = app
        .post(
            &format!("/api/v1/experts/{id}/submit"),
            &manager,
            &json!({}),
        )
        .await
        .expect(201);
    let case = submitted.json()["vetting_case_id"]
        .as_str()
        .unwrap()
        .to_owned();
    let colleague = app
        .sign_in_as(&[(Role::Vetter, None), (Role::Expert, Some(employer))])
        .await;

    let path = format!("/api/v1/vetting-cases/{case}/assessments");
    app.post(
        &path,
        &colleague,
        &json!({"verdict": "admit", "reason": "kenne ich"}),
    )
    .await
    .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn rights_are_asked_before_the_body_is_read() {
    let app = TestApp::new().await;
    let requester = app
        .sign_in(Role::Requester, Some(organisation().save(&app).await))
        .await;
    let bearer = format!("Bearer {requester}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "text/plain"),
    ];

    let answer = app
        .send(Method::POST, "/api/v1/organisations", &headers, "{".into())
        .await;

    assert_eq!(answer.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_is_the_same_creation_and_another_body_is_refused() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;
    let headers = HashMap::from([("idempotency-key", "k1")]);
    let body = organisation().0;

    let first = app
        .write(
            Method::POST,
            "/api/v1/organisations",
            &admin,
            &headers,
            &body,
        )
        .await
        .expect(201);
    let again = app
        .write(
            Method::POST,
            "/api/v1/organisations",
            &admin,
            &headers,
            &body,
        )
        .await
        .expect(201);
    let other = organisation().with("name", "Anders").0;
    let refused = app
        .write(
            Method::POST,
            "/api/v1/organisations",
            &admin,
            &headers,
            &other,
        )
        .await;

    assert_eq!(first.json()["id"], again.json()["id"]);
    assert_eq!(refused.status, 422);
}
