//! Notes and names are sealed, and forgotten.

use axum::body::Body;
use axum::http::Method;
use kataster::entity::{data_key, immediate_condition, incident as incident_row, urgency_note};
use kataster::incidents;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::{Committed, company, confirms, contract, mayor};
use crate::support::TestApp;

/// Notes and confirmations there are after what is old was forgotten.
async fn kept(app: &TestApp) -> (u64, u64) {
    incidents::forget_old(&app.state.db, &app.state.retention)
        .await
        .unwrap();
    let db = app.state.db.reader();
    (
        urgency_note::Entity::find().count(db).await.unwrap(),
        immediate_condition::Entity::find().count(db).await.unwrap(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_and_names_are_forgotten_with_the_incident() {
    let committed = Committed::new(company()).await;
    let (scene, town) = (&committed.scene, &committed.town);
    committed.set(town, &contract()).await.expect(200);
    let path = confirms(&committed.incident);
    scene.app.post(&path, town, &mayor()).await.expect(200);
    scene.close(&committed.incident, "done").await;
    scene.run().await;
    let left = || kept(&scene.app);
    assert_eq!(left().await, (1, 1));

    scene.app.move_days(366);

    assert_eq!(left().await, (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_contract_is_kept_without_its_note() {
    let committed = Committed::new(company()).await;
    let (town, db) = (&committed.town, &committed.scene.app.state.db);
    let txn = db.begin().await.unwrap();
    let incident = incident_row::Entity::find().one(txn.connection()).await;
    data_key::Entity::delete_by_id(incident.unwrap().unwrap().id.0)
        .exec(txn.connection())
        .await
        .unwrap();
    txn.commit().await.unwrap();

    committed.set(town, &contract()).await.expect(409);

    assert_eq!(committed.show(town).await["legal_basis"], Value::Null);
    let membership = json!({"legal_basis": "membership"});
    committed.set(town, &membership).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_line_of_them_stands_in_the_database_as_it_is_read() {
    let committed = Committed::new(company()).await;
    let town = &committed.town;
    committed.set(town, &contract()).await.expect(200);
    let path = confirms(&committed.incident);
    let app = &committed.scene.app;
    app.post(&path, town, &mayor()).await.expect(200);

    let db = app.state.db.reader();
    let note = urgency_note::Entity::find().one(db).await.unwrap().unwrap();
    let said = immediate_condition::Entity::find().one(db).await.unwrap();
    for (sealed, word) in [
        (note.sealed, "Xylofonie"),
        (said.unwrap().sealed, "Quastenflosser"),
    ] {
        let bytes = word.as_bytes();
        assert!(!sealed.windows(bytes.len()).any(|part| part == bytes));
    }
    // Whoever is not signed in is told nothing.
    let answer = app.send(Method::GET, &path, &[], Body::empty()).await;
    answer.expect(401);
}
