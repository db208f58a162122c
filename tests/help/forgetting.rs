//! Incidents are kept for a time.

use kataster::access::Role;
use kataster::entity::{alert, call_words, data_key, deployment, incident, town_call};
use kataster::incidents;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;

use super::scene::{Scene, need};
use super::{INCIDENTS, unverified};
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn an_incident_is_forgotten_with_its_words_and_keys() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let keys = || async {
        let db = app.state.db.reader();
        data_key::Entity::find().count(db).await.unwrap()
    };
    let before = keys().await;
    let (_, _) = unverified(&app).await;
    let (verified, word) = unverified(&app).await;
    let path = format!("{INCIDENTS}/{verified}");
    let right = json!({"method": "call_back", "code_word": word});
    app.post(&format!("{path}/verify"), &coordinator, &right)
        .await
        .expect(200);
    let left = || async {
        incidents::forget_old(&app.state.db, &app.state.retention)
            .await
            .unwrap();
        let db = app.state.db.reader();
        let words = call_words::Entity::find().count(db).await.unwrap();
        (incident::Entity::find().count(db).await.unwrap(), words)
    };

    app.move_days(90);
    assert_eq!(left().await, (2, 2));
    app.move_days(1);
    assert_eq!(left().await, (1, 1));
    app.move_days(400);
    assert_eq!(left().await, (1, 1));
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let done = json!({"reason": "done"});
    app.post(&format!("{path}/close"), &coordinator, &done)
        .await
        .expect(200);
    app.move_days(366);

    assert_eq!(left().await, (0, 0));
    // The second coordinator's mail address.
    assert_eq!(keys().await, before + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_kept_without_those_who_were_asked_besides() {
    let scene = Scene::with(3).await;
    let app = &scene.app;
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([need(1)])).await;
    scene.begin(&request).await;
    let (_, link) = &scene.asked()[0];
    let yes = json!({"answer": "remote", "rested": true});
    scene.answer(link, &yes).await.expect(200);
    let shown = scene.show(&request).await;
    let id = shown["deployments"][0]["id"].as_str().unwrap();
    let town = scene.town(&incident).await;
    let accept = json!({"decision": "accept"});
    app.post(
        &format!("/api/v1/deployments/{id}/acceptance"),
        &town,
        &accept,
    )
    .await
    .expect(200);
    app.post(
        &format!("{INCIDENTS}/{incident}/close"),
        &scene.coordinator,
        &json!({"reason": "done"}),
    )
    .await
    .expect(200);
    scene.run().await;
    let left = || async {
        incidents::forget_old(&app.state.db, &app.state.retention)
            .await
            .unwrap();
        let db = app.state.db.reader();
        (
            alert::Entity::find().count(db).await.unwrap(),
            town_call::Entity::find().count(db).await.unwrap(),
            deployment::Entity::find().count(db).await.unwrap(),
        )
    };

    app.move_days(365);
    assert_eq!(left().await, (3, 1, 1));
    app.move_days(1);

    assert_eq!(left().await, (1, 0, 1));
}
