//! The list of who was erased, for copies that are put back.

use kataster::entity::{audit_entry, data_key, erasure};
use kataster::privacy::{Tombstone, Tombstones, replay_tombstones};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{run_jobs, soon_without_traces};
use crate::privacy::person::FullPerson;
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn whom_only_the_list_knows_is_erased_again() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    let list = Tombstones::in_folder(app.folder.path());
    let db = &app.state.db;
    // As an older copy of the database: it does not know of the erasure, the list beside it does.
    let both = [
        Tombstone::Account(person.account),
        Tombstone::Entry(person.expert),
    ];
    list.append(&both, db.clock().now()).unwrap();

    assert_eq!(replay_tombstones(db, &list).await.unwrap(), 2);
    assert_eq!(
        replay_tombstones(db, &list).await.unwrap(),
        0,
        "once is enough"
    );

    app.get("/api/v1/me", &person.token).await.expect(401);
    let keys = data_key::Entity::find_by_id(person.expert.0)
        .one(db.reader())
        .await
        .unwrap();
    assert_eq!(keys, None);
    let record =
        audit_entry::Entity::find().filter(audit_entry::Column::Action.eq("expert.erased_again"));
    assert_eq!(record.all(db.reader()).await.unwrap().len(), 1);
    app.state
        .search
        .wait_for(Some(db.generation().await.unwrap()))
        .await
        .unwrap();
    run_jobs(&app).await;
    soon_without_traces(&app.folder.path().join("index"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_only_the_database_knows_is_added_to_the_list() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    person.erase(&app).await;
    std::fs::remove_file(app.folder.path().join("erased")).unwrap();
    let list = Tombstones::in_folder(app.folder.path());

    assert_eq!(replay_tombstones(&app.state.db, &list).await.unwrap(), 0);

    let mut listed = list.read().unwrap();
    listed.sort();
    assert_eq!(
        listed,
        [
            Tombstone::Account(person.account),
            Tombstone::Entry(person.expert)
        ]
    );
    let known = erasure::Entity::find()
        .all(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(known.len(), 2);
}
