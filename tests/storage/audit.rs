//! The audit record shows when it was tampered with.

use kataster::access::Role;
use kataster::app::{HOUSEKEEPING, handlers};
use kataster::audit::{self, Broken, Checkpoint, Trust};
use kataster::jobs::{self, Runner};
use kataster::notifications::Post;
use kataster::privacy::Retention;
use migration::sea_orm::ConnectionTrait;
use serde_json::json;

use super::remove_guards;
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
    remove_guards(&app.state.db).await;
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

#[tokio::test(flavor = "multi_thread")]
async fn refusals_are_entered_once_a_minute_with_their_number() {
    let app = TestApp::new().await;
    let db = &app.state.db;
    let (id, email) = app.account_with_password(Role::Coordinator, None).await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    let before = audit::verify(db).await.unwrap().entries;
    let try_as = async |email: &str| {
        let form = [("email", email), ("passwort", "falsch"), ("weiter", "/")];
        app.submit("/anmelden", "", &form).await.expect(401);
    };

    for _ in 0..3 {
        try_as(&email).await;
        try_as("wer@example.org").await;
    }
    assert_eq!(audit::verify(db).await.unwrap().entries, before);
    assert_eq!(audit::record_refusals(db).await.unwrap(), 0, "too early");
    app.clock.set(db.clock().now().plus_seconds(60));
    let runner = Runner::new(
        db.clone(),
        handlers(
            app.state.keyring.clone(),
            Retention::default(),
            &Post::default(),
        ),
    );
    assert!(runner.run_one().await.unwrap());

    let found = app
        .get("/api/v1/audit?action=session.refused", &auditor)
        .await
        .expect(200)
        .json();
    let items = found["items"].as_array().unwrap();
    let mut subjects: Vec<&str> = Vec::new();
    for item in items {
        assert_eq!(item["details"]["count"], 3, "{item}");
        subjects.push(item["subject"].as_str().unwrap());
    }
    subjects.sort_unstable();
    assert_eq!(subjects, [id.to_string().as_str(), "unknown"]);
    assert!(!runner.run_one().await.unwrap(), "one job a minute");
}

#[tokio::test(flavor = "multi_thread")]
async fn housekeeping_signs_what_is_new_and_nothing_twice() {
    let app = TestApp::new().await;
    let (db, keyring) = (&app.state.db, &app.state.keyring);
    jobs::plan(db, HOUSEKEEPING, 3_600).await.unwrap();
    let runner = Runner::new(
        db.clone(),
        handlers(keyring.clone(), Retention::default(), &Post::default()),
    );
    let run_later = async || {
        app.clock.set(db.clock().now().plus_seconds(3_600));
        while runner.run_one().await.unwrap() {}
        audit::checkpoints(db).await.unwrap().len()
    };

    organisation().save(&app).await;
    assert_eq!(run_later().await, 1);
    assert_eq!(run_later().await, 1, "nothing new");
    organisation().save(&app).await;
    assert_eq!(run_later().await, 2);

    let trust = Trust {
        keys: vec![keyring.public_key(1).unwrap()],
        ..Trust::default()
    };
    let verified = audit::verify_with(db, &trust).await.unwrap();
    assert_eq!(verified.signed, verified.entries);
    assert_eq!(verified.checkpoints, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_says_what_was_and_what_is_and_nothing_personal() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    let id = organisation().save(&app).await;
    let path = format!("/api/v1/organisations/{id}");
    let etag = app.get(&path, &admin).await.expect(200).etag();
    let wanted = json!({"member": false, "yearly_person_days": 40, "name": "Geheimhausen", "duty_phone": "030 123456"});
    app.patch(&path, &admin, &etag, &wanted).await.expect(200);
    let struck = json!({"struck": true, "incident_id": "Erika hat es gesehen"});
    app.post(&format!("{path}/struck"), &admin, &struck)
        .await
        .expect(200);

    let found = app
        .get(&format!("/api/v1/audit?subject={id}"), &auditor)
        .await
        .expect(200);

    let found_items = found.json();
    let details = |position: usize| found_items["items"][position]["details"].clone();
    assert_eq!(details(0)["before"], json!({"struck": false}));
    assert_eq!(details(0)["after"], json!({"struck": true}));
    assert_eq!(details(0)["incident"], json!(null));
    assert_eq!(
        details(1),
        json!({
            "before": {"member": true, "member_until": null, "yearly_person_days": null},
            "after": {"member": false, "member_until": "2026-11-23", "yearly_person_days": 40},
            "fields": ["name", "duty_phone"],
        })
    );
    for personal in ["Geheimhausen", "123456", "Erika"] {
        assert!(!found.text.contains(personal), "{}", found.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_names_who_was_decided_on_and_how() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    let id = expert(employer).save(&app).await;

    let found = app
        .get("/api/v1/audit?action=vetting.decided", &auditor)
        .await
        .expect(200)
        .json();

    let details = &found["items"][0]["details"];
    assert_eq!(details["expert"], json!(id));
    assert_eq!(details["before"]["state"], "open");
    assert_eq!(
        details["after"],
        json!({"state": "decided", "outcome": "admit"})
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_kind_of_action_is_found_however_the_database_orders_texts() {
    let app = TestApp::new().await;
    organisation().save(&app).await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    if crate::support::server().is_some() {
        // Many orders of the world ignore the dot.
        tamper(
            &app,
            &[
                "CREATE COLLATION no_dots (provider = icu, locale = 'und-u-ka-shifted')",
                "ALTER TABLE audit_entries ALTER COLUMN action TYPE varchar(60) COLLATE no_dots",
            ],
        )
        .await;
    }

    let found = app
        .get("/api/v1/audit?action=organisation.", &auditor)
        .await
        .expect(200)
        .json();

    assert_eq!(found["items"].as_array().unwrap().len(), 1, "{found}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_auditor_gets_proof_that_can_be_checked_elsewhere() {
    let app = TestApp::new().await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    let (db, keyring) = (&app.state.db, &app.state.keyring);
    let none = app.get("/api/v1/audit/proof", &auditor).await.expect(200);
    assert_eq!(none.json()["checkpoint"], json!(null));
    audit::sign_head(db, keyring).await.unwrap();
    organisation().save(&app).await;

    let proof = app.get("/api/v1/audit/proof", &auditor).await.expect(200);

    let proof = proof.json();
    let checkpoint: Checkpoint = serde_json::from_value(proof["checkpoint"].clone()).unwrap();
    assert!(checkpoint.is_genuine());
    assert_eq!(proof["public_key"], json!(checkpoint.public_key));
    let entries = audit::verify(db).await.unwrap().entries;
    assert_eq!(proof["seq"], json!(entries));
    assert!(checkpoint.seq < entries);
    assert_eq!(proof["hash"].as_str().unwrap().len(), 64);
}
