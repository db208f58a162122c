//! The audit record shows when it was tampered with.

use kataster::access::Role;
use kataster::audit::{self, Broken};
use migration::sea_orm::ConnectionTrait;
use serde_json::json;

use crate::support::{TestApp, expert, organisation};

/// A service in which some use cases were done.
async fn used() -> TestApp {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    expert(employer).save(&app).await;
    app
}

/// Writes past the service.
async fn tamper(app: &TestApp, statements: &[&str]) {
    let txn = app.state.db.begin().await.unwrap();
    for sql in statements {
        txn.connection().execute_unprepared(sql).await.unwrap();
    }
    txn.commit().await.unwrap();
}

async fn broken(app: &TestApp) -> Broken {
    audit::verify(&app.state.db).await.unwrap_err()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_record_of_use_cases_is_intact() {
    let app = used().await;

    let verified = audit::verify(&app.state.db).await.unwrap();

    assert!(verified.entries >= 8, "{verified:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_write_leaves_no_entry() {
    let app = used().await;
    let admin = app.sign_in(Role::Admin, None).await;
    let before = audit::verify(&app.state.db).await.unwrap().entries;

    let wrong = organisation().with("place", "15082999").0;
    app.post("/api/v1/organisations", &admin, &wrong)
        .await
        .expect(422);

    let after = audit::verify(&app.state.db).await.unwrap().entries;
    assert_eq!(after, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_entry_is_noticed_in_every_column() {
    for column in ["actor", "action", "subject", "details"] {
        let app = used().await;
        let sql = format!("UPDATE audit_entries SET {column} = {column} || 'x' WHERE seq = 3");
        tamper(&app, &[&sql]).await;

        let error = broken(&app).await;

        assert!(matches!(error, Broken::At(3)), "{column}: {error}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_entry_is_noticed() {
    let app = used().await;
    tamper(&app, &["DELETE FROM audit_entries WHERE seq = 4"]).await;

    let error = broken(&app).await;

    assert!(matches!(error, Broken::At(4)), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn swapped_entries_are_noticed() {
    let app = used().await;
    tamper(
        &app,
        &[
            "UPDATE audit_entries SET seq = -1 WHERE seq = 2",
            "UPDATE audit_entries SET seq = 2 WHERE seq = 3",
            "UPDATE audit_entries SET seq = 3 WHERE seq = -1",
        ],
    )
    .await;

    let error = broken(&app).await;

    assert!(matches!(error, Broken::At(2)), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_end_is_noticed() {
    let app = used().await;
    let last = audit::verify(&app.state.db).await.unwrap().entries;
    let sql = format!("DELETE FROM audit_entries WHERE seq = {last}");
    tamper(&app, &[&sql]).await;

    let error = broken(&app).await;

    let Broken::Truncated { found, expected } = error else {
        panic!("{error}");
    };
    assert_eq!(json!([found, expected]), json!([last - 1, last]));
}
