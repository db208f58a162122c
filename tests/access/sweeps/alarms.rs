//! What becomes of an alarm.

use kataster::access::Role;
use kataster::entity::audit_entry;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use super::{Whose, alarms, real, see, somebody};

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_is_on_record_with_numbers_and_listed_for_others_only() {
    let app = real().await;
    let (sweeper, token) = app.account(Role::Coordinator, None).await;
    let whose = Whose {
        caller: kataster::access::Caller {
            account: sweeper,
            ..somebody(&app, Role::Coordinator).await.caller
        },
        is_limited: false,
    };
    let admin = app.sign_in(Role::Admin, None).await;

    see(&app, &whose, 1_500).await;

    let listed = app
        .get("/api/v1/alarms?state=open", &admin)
        .await
        .expect(200);
    let item = &listed.json()["items"][0];
    assert_eq!(item["kind"], "sweep");
    assert_eq!(item["account_id"], json!(sweeper));
    assert_eq!(item["roles"], json!(["coordinator"]));
    let mine = app.get("/api/v1/alarms", &token).await.expect(200);
    assert_eq!(mine.json()["items"], json!([]), "one's own is not shown");
    let path = format!(
        "/api/v1/alarms/{}/acknowledgement",
        item["id"].as_str().unwrap()
    );
    app.post(&path, &token, &json!({})).await.expect(404);

    let recorded = audit_entry::Entity::find()
        .filter(audit_entry::Column::Action.eq("security.alarm_raised"))
        .all(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(recorded.len(), 1);
    assert_eq!(recorded[0].subject, sweeper.to_string());
    let details: Value = serde_json::from_str(&recorded[0].details).unwrap();
    assert_eq!(details["seen"], 1_500);
    assert_eq!(details["threshold"], 1_500);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_is_acknowledged_once_with_a_note() {
    let app = real().await;
    let whose = somebody(&app, Role::Coordinator).await;
    see(&app, &whose, 1_500).await;
    let admin = app.sign_in(Role::Admin, None).await;
    let path = format!(
        "/api/v1/alarms/{}/acknowledgement",
        alarms(&app).await[0].id
    );
    let long = json!({"note": "x".repeat(501)});

    app.post(&path, &admin, &long).await.expect(422);
    app.post(&path, &admin, &json!({"other": 1}))
        .await
        .expect(400);
    let answer = app
        .post(&path, &admin, &json!({"note": " Schulung "}))
        .await
        .expect(200);
    app.post(&path, &admin, &json!({})).await.expect(409);

    assert_eq!(answer.json()["note"], "Schulung");
    let open = app
        .get("/api/v1/alarms?state=open", &admin)
        .await
        .expect(200);
    assert_eq!(open.json()["items"], json!([]));
    let done = app
        .get("/api/v1/alarms?state=acknowledged", &admin)
        .await
        .expect(200);
    assert_eq!(done.json()["items"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_goes_on_where_it_ended() {
    let app = real().await;
    for _ in 0..3 {
        let whose = somebody(&app, Role::Coordinator).await;
        see(&app, &whose, 1_500).await;
    }
    let admin = app.sign_in(Role::Admin, None).await;

    let first = app
        .get("/api/v1/alarms?limit=2", &admin)
        .await
        .expect(200)
        .json();
    let cursor = first["next_cursor"].as_str().unwrap();
    let path = format!("/api/v1/alarms?limit=2&cursor={cursor}");
    let second = app.get(&path, &admin).await.expect(200).json();

    assert_eq!(first["items"].as_array().unwrap().len(), 2);
    assert_eq!(second["items"].as_array().unwrap().len(), 1);
    assert_eq!(second["next_cursor"], Value::Null);
}
