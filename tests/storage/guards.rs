//! Nobody alters the record through the service's own connection.

use std::sync::Arc;

use kataster::access::Role;
use kataster::audit;
use kataster::clock::SystemClock;
use kataster::db::{self, Database, Db, DbOptions};
use migration::sea_orm::ConnectionTrait;

use crate::support::{Site, TestApp, organisation, server};

/// What somebody could try with a statement of their own.
const ATTEMPTS: [&str; 5] = [
    "UPDATE audit_entries SET actor = 'nobody' WHERE seq = 1",
    "DELETE FROM audit_entries WHERE seq = 1",
    "DELETE FROM audit_entries",
    "UPDATE audit_checkpoints SET hash = 'x'",
    "DELETE FROM audit_checkpoints",
];
const SQLITE_ATTEMPTS: [&str; 2] = [
    "INSERT OR REPLACE INTO audit_entries SELECT seq, at, 'nobody', action, subject, details, previous_hash, hash FROM audit_entries WHERE seq = 1",
    "INSERT OR REPLACE INTO audit_checkpoints SELECT seq, ring_version, at, 'x', public_key, signature FROM audit_checkpoints",
];
const POSTGRES_ATTEMPTS: [&str; 3] = [
    "TRUNCATE audit_entries",
    "TRUNCATE audit_checkpoints",
    "INSERT INTO audit_entries SELECT * FROM audit_entries WHERE seq = 1 ON CONFLICT (seq) DO UPDATE SET actor = 'nobody'",
];
/// What the owner of the tables could do, and the role that serves cannot.
const OWNER_ATTEMPTS: [&str; 5] = [
    "ALTER TABLE audit_entries DISABLE TRIGGER ALL",
    "DROP TRIGGER audit_entries_append_only ON audit_entries",
    "DROP TABLE audit_checkpoints",
    "CREATE TABLE kept_aside (x int)",
    "DELETE FROM seaql_migrations",
];

async fn try_all(db: &Db, attempts: &[&str], expected: &str) {
    for sql in attempts {
        let txn = db.begin().await.unwrap();
        let Err(error) = txn.connection().execute_unprepared(sql).await else {
            panic!("{sql} was done");
        };
        let error = error.to_string();
        assert!(error.contains(expected), "{sql}: {error}");
        txn.rollback().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_and_checkpoints_are_append_only() {
    let app = TestApp::new().await;
    organisation().save(&app).await;
    audit::sign_head(&app.state.db, &app.state.keyring)
        .await
        .unwrap()
        .unwrap();

    try_all(&app.state.db, &ATTEMPTS, "is append-only").await;
    if server().is_none() {
        try_all(&app.state.db, &SQLITE_ATTEMPTS, "is append-only").await;
    } else {
        try_all(&app.state.db, &POSTGRES_ATTEMPTS, "is append-only").await;
    }

    organisation().save(&app).await;
    let verified = audit::verify(&app.state.db).await.unwrap();
    assert_eq!(verified.checkpoints, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_role_that_serves_owns_nothing_and_serves() {
    let Some(server) = server() else {
        return;
    };
    let mut site = Site::new().await;
    let owner = site.db().await;
    let role = format!("serves_{}", uuid::Uuid::new_v4().simple());
    let txn = owner.begin().await.unwrap();
    let statement = format!("CREATE ROLE {role} LOGIN");
    txn.connection()
        .execute_unprepared(&statement)
        .await
        .unwrap();
    txn.commit().await.unwrap();
    let admin = site.sign_in(Role::Admin, None).await;
    let mut migrate = site.command(&["migrate"]);
    migrate.env("KATASTER_DATABASE_APP_ROLE", &role);
    crate::support::run(migrate).expect_success();

    let Database::Postgres(url) = &site.options.database else {
        unreachable!("PostgreSQL was asked for");
    };
    let user = server.split(['/', '@']).nth(2).unwrap();
    let url = url.replacen(&format!("//{user}@"), &format!("//{role}@"), 1);
    let options = DbOptions::new(Database::Postgres(url.clone()));
    let serving = Db::connect(&options, Arc::new(SystemClock)).await.unwrap();

    assert!(db::may_alter_record(&owner).await.unwrap());
    assert!(!db::may_alter_record(&serving).await.unwrap());
    try_all(&serving, &ATTEMPTS, "permission denied").await;
    try_all(&serving, &POSTGRES_ATTEMPTS, "permission denied").await;
    for sql in OWNER_ATTEMPTS {
        let txn = serving.begin().await.unwrap();
        let error = txn.connection().execute_unprepared(sql).await;
        let error = error.expect_err(sql).to_string();
        let is_refused = ["permission denied", "must be owner"];
        assert!(
            is_refused.iter().any(|text| error.contains(text)),
            "{sql}: {error}"
        );
        txn.rollback().await.unwrap();
    }
    site.options = options;
    let running = site.serve();
    let made = running
        .client(&admin)
        .post("/api/v1/organisations", None, &organisation().0);
    assert_eq!(made.unwrap().status, 201);
    assert!(!running.log().contains("can alter the audit record"));
    site.run(&["audit", "verify"]).expect_success();
    owner.close().await.unwrap();
    serving.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_role_is_for_postgresql_and_has_a_plain_name() {
    let site = Site::new().await;
    let mut migrate = site.command(&["migrate"]);
    migrate.env(
        "KATASTER_DATABASE_APP_ROLE",
        "kataster; DROP TABLE accounts",
    );

    let text = if server().is_some() {
        "small letters"
    } else {
        "is for PostgreSQL"
    };
    crate::support::run(migrate).expect_failure(1, text);
}
