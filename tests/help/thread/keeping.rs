//! What is said stays as it was said, until it is forgotten.

use kataster::entity::{deployment, deployment_message, deployment_message_text};
use kataster::incidents;
use migration::sea_orm::ConnectionTrait;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{Said, question};
use crate::support::server;

#[tokio::test(flavor = "multi_thread")]
async fn the_database_changes_and_deletes_no_message() {
    let said = Said::committed().await;
    said.write(&said.town, &question()).await.expect(201);
    let db = &said.scene.app.state.db;
    let mut attempts = vec![
        "UPDATE deployment_messages SET side = 'service'",
        "DELETE FROM deployment_messages",
        "DELETE FROM deployment_messages WHERE position = 5",
        "UPDATE deployment_message_texts SET message_id = message_id",
    ];
    attempts.push(if server().is_none() {
        "INSERT OR REPLACE INTO deployment_messages SELECT id, deployment_id, position, sent_at, 'ReleaseResource', originating_id, preceding_id, side, recall, recalled_id, response, schedule FROM deployment_messages WHERE position = 1"
    } else {
        "TRUNCATE deployment_messages, deployment_message_texts"
    });

    for sql in attempts {
        let txn = db.begin().await.unwrap();
        let refused = txn.connection().execute_unprepared(sql).await;
        let error = refused.expect_err(sql).to_string();
        assert!(error.contains("is append-only"), "{sql}: {error}");
        txn.rollback().await.unwrap();
    }

    assert_eq!(said.messages().await.len(), 5);
    // With their deployment they go.
    let txn = db.begin().await.unwrap();
    for asked in ["release_asks", "deployment_reveals"] {
        let gone = format!("DELETE FROM {asked}");
        txn.connection().execute_unprepared(&gone).await.unwrap();
    }
    let gone = deployment::Entity::delete_many().exec(txn.connection());
    gone.await.unwrap();
    let left = deployment_message::Entity::find().count(txn.connection());
    assert_eq!(left.await.unwrap(), 0);
    txn.rollback().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_forgotten_before_verbs_and_times() {
    let said = Said::committed().await;
    said.write(&said.town, &question()).await.expect(201);
    let app = &said.scene.app;
    said.scene.close(&said.incident, "done").await;
    let left = async || {
        incidents::forget_old(&app.state.db, &app.state.retention)
            .await
            .unwrap();
        let db = app.state.db.reader();
        (
            deployment_message_text::Entity::find()
                .count(db)
                .await
                .unwrap(),
            deployment_message::Entity::find().count(db).await.unwrap(),
        )
    };

    app.move_days(90);
    assert_eq!(left().await, (1, 5));
    app.move_days(1);

    assert_eq!(left().await, (0, 5));
}
