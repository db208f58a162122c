//! Incidents are kept for a time.

use kataster::access::Role;
use kataster::entity::{call_words, data_key, incident};
use kataster::incidents;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;

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
