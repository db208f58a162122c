//! How the database is opened.

use std::sync::Arc;

use kataster::access::Role;
use kataster::clock::SystemClock;
use kataster::db::{Database, Db, DbOptions};
use migration::sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::is_postgres;
use crate::support::{TestApp, organisation};

async fn pragma(connection: &impl ConnectionTrait, name: &str) -> String {
    let statement = Statement::from_string(DbBackend::Sqlite, format!("PRAGMA {name}"));
    let row = connection.query_one_raw(statement).await.unwrap().unwrap();
    row.try_get_by_index::<String>(0)
        .or_else(|_| {
            row.try_get_by_index::<i64>(0)
                .map(|value| value.to_string())
        })
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn both_kinds_of_connection_are_safe_and_readers_cannot_write() {
    if is_postgres() {
        return;
    }
    let app = TestApp::new().await;
    let txn = app.state.db.begin().await.unwrap();
    let (writer, reader) = (txn.connection(), app.state.db.reader());

    for (name, value) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("secure_delete", "1"),
        ("trusted_schema", "0"),
    ] {
        assert_eq!(pragma(writer, name).await, value, "writer: {name}");
        assert_eq!(pragma(reader, name).await, value, "reader: {name}");
    }
    assert_eq!(pragma(writer, "query_only").await, "0");
    assert_eq!(pragma(reader, "query_only").await, "1");
    let written = reader.execute_unprepared("DELETE FROM organisations").await;
    assert!(written.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_left_inside_a_transaction_is_not_used_again() {
    if is_postgres() {
        return;
    }
    let app = TestApp::new().await;
    let txn = app.state.db.begin().await.unwrap();
    // As after "disk full": SQLite has rolled back already, and the pool cannot.
    let rolled_back = txn.connection().execute_unprepared("ROLLBACK").await;
    rolled_back.unwrap();
    txn.rollback().await.unwrap_err();

    let id = organisation().save(&app).await;

    let options = DbOptions::new(Database::Sqlite(app.folder.path().join("kataster.db")));
    let other = Db::connect(&options, Arc::new(SystemClock)).await.unwrap();
    let seen = count_organisations(&other).await;
    assert_eq!(seen, 1, "{id} is seen by another connection");
}

async fn count_organisations(db: &Db) -> i64 {
    let sql = "SELECT count(*) FROM organisations";
    let statement = Statement::from_string(DbBackend::Sqlite, sql);
    let row = db.reader().query_one_raw(statement).await.unwrap();
    row.unwrap().try_get_by_index(0).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn below_the_floor_of_free_space_reading_goes_on_and_writing_does_not() {
    if is_postgres() {
        return;
    }
    let mut app = TestApp::new().await;
    let id = organisation().save(&app).await;
    let admin = app.sign_in(Role::Admin, None).await;
    let options = DbOptions {
        free_space_floor: u64::MAX,
        ..DbOptions::new(Database::Sqlite(app.folder.path().join("kataster.db")))
    };
    let db = Db::connect(&options, app.clock.clone()).await.unwrap();
    app.use_database(db);

    let refused = app
        .post("/api/v1/organisations", &admin, &organisation().0)
        .await
        .expect(503);

    assert_eq!(refused.headers["retry-after"], "60");
    app.get(&format!("/api/v1/organisations/{id}"), &admin)
        .await
        .expect(200);
}
