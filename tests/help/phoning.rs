//! The desk phones whom no message reached.

use kataster::access::Role;
use kataster::entity::alert;
use kataster::ids::AlertId;
use kataster::notifications::Post;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::SCOPES;
use super::scene::{Scene, one_need};
use crate::emergency::recorded;

/// A request that asked somebody whom no channel reached; its id and that of the alert.
async fn unreached(scene: &Scene) -> (String, String) {
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    let path = format!("/api/v1/requests/{request}/alert");
    let begun = scene.app.post(&path, &scene.coordinator, &json!({})).await;
    begun.expect(202);
    scene.run_by(Post::default()).await;
    let alert = scene.show(&request).await["alerts"][0]["id"].clone();
    (request, alert.as_str().unwrap().to_owned())
}

/// A coordinator's token that may look at numbers.
async fn revealing(scene: &Scene) -> String {
    let role = (Role::Coordinator, None);
    scene.app.with_token_scopes(role, &SCOPES).await
}

/// Every way that is set up refused the message.
async fn refuse(scene: &Scene, id: &str) {
    let txn = scene.app.state.db.begin().await.unwrap();
    alert::Entity::update_many()
        .col_expr(alert::Column::State, Expr::value("failed"))
        .col_expr(alert::Column::ClosedAt, Expr::value(txn.now()))
        .filter(alert::Column::Id.eq(id.parse::<AlertId>().unwrap()))
        .exec(txn.connection())
        .await
        .unwrap();
    txn.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_no_message_reached_is_phoned_by_one_number_and_sees_it() {
    let scene = Scene::with(1).await;
    let (request, id) = unreached(&scene).await;
    let helper = &scene.helpers[0];
    let (person, own) = scene.app.account(Role::Expert, Some(helper.employer)).await;
    kataster::experts::link_account(&scene.app.state.db, helper.id, person)
        .await
        .unwrap();
    let path = format!("/api/v1/alerts/{id}/contact");
    let nothing = json!({});

    let unscoped = scene.app.post(&path, &scene.coordinator, &nothing).await;
    unscoped.expect(403);
    let desk = revealing(&scene).await;
    let shown = scene.app.post(&path, &desk, &nothing).await.expect(200);

    let alias = scene.show(&request).await["alerts"][0]["alias"].clone();
    assert_eq!(
        shown.json(),
        json!({"alias": alias, "phone": "+493023125000"})
    );
    assert!(!shown.text.contains("Quastenflosser"));
    let record = recorded(&scene.app, "expert.number_revealed").await;
    assert_eq!(record.len(), 1);
    assert_eq!(record[0]["details"], json!({ "alert": id }));
    let seen = scene.app.get("/api/v1/me/reveals", &own).await.expect(200);
    let listed = seen.json()["items"].as_array().unwrap().clone();
    let by = listed.iter().find(|reveal| reveal["purpose"] == "alert");
    assert_eq!(by.unwrap()["role"], "coordinator");
    // Looked at twice it is recorded twice, and listed once a day.
    scene.app.post(&path, &desk, &nothing).await.expect(200);
    assert_eq!(
        recorded(&scene.app, "expert.number_revealed").await.len(),
        2
    );
    let seen = scene.app.get("/api/v1/me/reveals", &own).await.expect(200);
    let listed = seen.json()["items"].as_array().unwrap().clone();
    let of_desk = listed.iter().filter(|reveal| reveal["purpose"] == "alert");
    assert_eq!(of_desk.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_phoned_whom_a_message_reached() {
    let scene = Scene::with(1).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let alert = scene.show(&request).await["alerts"][0].clone();
    assert_eq!(alert["state"], "sent");
    let path = format!("/api/v1/alerts/{}/contact", alert["id"].as_str().unwrap());
    let desk = revealing(&scene).await;

    scene.app.post(&path, &desk, &json!({})).await.expect(409);

    assert!(
        recorded(&scene.app, "expert.number_revealed")
            .await
            .is_empty()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_every_way_refused_is_phoned_and_says_yes() {
    let scene = Scene::with(1).await;
    let (request, id) = unreached(&scene).await;
    refuse(&scene, &id).await;
    let desk = revealing(&scene).await;
    let path = format!("/api/v1/alerts/{id}/contact");
    scene.app.post(&path, &desk, &json!({})).await.expect(200);

    let answer = format!("/api/v1/alerts/{id}/answer");
    let yes = json!({"answer": "remote", "rested": true});
    let said = scene.app.post(&answer, &desk, &yes).await.expect(200);

    assert_eq!(said.json()["state"], "answered");
    assert_eq!(scene.states(&request).await, ["answered"]);
    assert_eq!(scene.show(&request).await["needs"][0]["held"], 1);
    scene.app.post(&path, &desk, &json!({})).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_said_yes_on_the_phone_is_told_that_they_are_not_needed() {
    let scene = Scene::with(1).await;
    let (request, id) = unreached(&scene).await;
    let desk = revealing(&scene).await;
    let answer = format!("/api/v1/alerts/{id}/answer");
    let yes = json!({"answer": "remote", "rested": true});
    scene.app.post(&answer, &desk, &yes).await.expect(200);

    let end = format!("/api/v1/requests/{request}/stand-down");
    let why = json!({"reason": "Hilfe gefunden"});
    scene.app.post(&end, &desk, &why).await.expect(200);
    scene.run().await;

    assert_eq!(scene.states(&request).await, ["stood_down"]);
    let letters = scene.letters(&scene.helpers[0].email, "Bedarf gedeckt");
    assert_eq!(letters.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_phoned_for_what_is_over() {
    let scene = Scene::with(1).await;
    let (request, id) = unreached(&scene).await;
    refuse(&scene, &id).await;
    let desk = revealing(&scene).await;
    let end = format!("/api/v1/requests/{request}/stand-down");
    let why = json!({"reason": "Hilfe gefunden"});
    scene.app.post(&end, &desk, &why).await.expect(200);

    for what in ["contact", "answer"] {
        let path = format!("/api/v1/alerts/{id}/{what}");
        let body = json!({"answer": "remote", "rested": true});
        scene.app.post(&path, &desk, &body).await.expect(409);
    }
}
