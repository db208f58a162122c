//! `/protokoll` and `GET /audit`

use kataster::access::Role;
use kataster::audit::Export;
use kataster::db::{Actor, AuditEntry};

use crate::support::{TestApp, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn the_auditor_reads_what_happened_newest_first() {
    let app = TestApp::new().await;
    let id = organisation().save(&app).await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    let browser = app.browse_as(Role::Auditor, None).await;

    let all = app
        .get("/api/v1/audit?limit=100", &auditor)
        .await
        .expect(200)
        .json();
    let one = app
        .get(&format!("/api/v1/audit?subject={id}"), &auditor)
        .await
        .expect(200)
        .json();
    let page = app
        .page(&format!("/protokoll?subject={id}"), &browser)
        .await
        .expect(200);

    let numbers: Vec<i64> = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["seq"].as_i64().unwrap())
        .collect();
    assert!(numbers.is_sorted_by(|a, b| a == &(b + 1)), "{numbers:?}");
    assert_eq!(one["items"][0]["action"], "organisation.created", "{one}");
    assert!(page.text.contains("organisation.created"), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_are_found_by_kind_and_day() {
    let app = TestApp::new().await;
    organisation().save(&app).await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    let count = async |query: &str| {
        let found = app
            .get(&format!("/api/v1/audit?limit=100&{query}"), &auditor)
            .await;
        found.expect(200).json()["items"].as_array().unwrap().len()
    };

    assert_eq!(count("action=organisation.").await, 1);
    assert_eq!(count("action=organisation.created").await, 1);
    assert_eq!(count("action=organisatio%25").await, 0, "no pattern");
    assert_eq!(count("from=2026-11-24T00:00:00Z").await, 0);
    assert_eq!(
        count("action=organisation.&until=2026-11-24T00:00:00Z").await,
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_lead_back_and_forth() {
    let app = TestApp::new().await;
    let browser = app.browse_as(Role::Auditor, None).await;
    for _ in 0..40 {
        organisation().save(&app).await;
    }

    let newest = app.page("/protokoll", &browser).await.expect(200);
    let (_, rest) = newest.text.split_once("before=").unwrap();
    let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let older = app
        .page(&format!("/protokoll?before={number}"), &browser)
        .await
        .expect(200);

    assert!(older.text.contains("after="), "{}", older.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_is_the_chain() {
    let app = TestApp::new().await;
    organisation().save(&app).await;
    let browser = app.browse_as(Role::Auditor, None).await;

    let file = app.page("/protokoll/export", &browser).await.expect(200);

    assert!(
        file.headers["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment")
    );
    let entries: Vec<serde_json::Value> = file
        .text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(entries.len() > 3);
    for pair in entries.windows(2) {
        assert_eq!(pair[0]["hash"], pair[1]["previous_hash"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_attempt_is_on_record_once_a_minute() {
    let app = TestApp::new().await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    let curious = app
        .sign_in(Role::Expert, Some(organisation().save(&app).await))
        .await;

    for _ in 0..3 {
        app.get("/api/v1/audit", &curious).await.expect(403);
    }

    let found = app
        .get("/api/v1/audit?action=access.denied", &auditor)
        .await
        .expect(200);
    let items = found.json()["items"].as_array().unwrap().clone();
    assert_eq!(items.len(), 1, "{}", found.text);
    assert_eq!(items[0]["details"]["route"], "GET /api/v1/audit");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_sign_in_is_on_record_without_the_address() {
    let app = TestApp::new().await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    let form = [
        ("email", "wer@example.org"),
        ("passwort", "x"),
        ("weiter", "/"),
    ];

    app.submit("/anmelden", "", &form).await.expect(401);
    app.clock.set(app.state.db.clock().now().plus_seconds(60));
    kataster::audit::record_refusals(&app.state.db)
        .await
        .unwrap();

    let found = app
        .get("/api/v1/audit?action=session.refused", &auditor)
        .await
        .expect(200);
    assert_eq!(found.json()["items"][0]["subject"], "unknown");
    assert!(!found.text.contains("wer@"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_record_is_exported_whole_and_the_export_is_on_record() {
    let app = TestApp::new().await;
    let mut txn = app.state.db.begin().await.unwrap();
    for _ in 0..2_100 {
        txn.audit(AuditEntry {
            actor: Actor::Operator,
            action: "demo.filled",
            subject: "test".to_owned(),
            details: serde_json::json!({}),
        });
    }
    txn.commit().await.unwrap();
    let browser = app.browse_as(Role::Auditor, None).await;

    let file = app
        .page("/protokoll/export?subject=test", &browser)
        .await
        .expect(200);

    assert_eq!(file.text.lines().count(), 2_100);
    let auditor = app.sign_in(Role::Auditor, None).await;
    let found = app
        .get("/api/v1/audit?action=audit.&limit=5", &auditor)
        .await
        .expect(200)
        .json();
    let (ended, begun) = (&found["items"][0], &found["items"][1]);
    assert_eq!(begun["action"], "audit.export_begun");
    assert_eq!(ended["action"], "audit.exported");
    assert_eq!(
        ended["details"],
        serde_json::json!({"entry": begun["seq"], "outcome": "done", "entries": 2_100})
    );
    let page = app
        .page("/protokoll?action=audit.exported", &browser)
        .await
        .expect(200);
    assert!(page.text.contains("Protokoll heruntergeladen"));
    assert!(page.text.contains("acc_"), "who took it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_is_none_is_said_and_not_left_out() {
    let app = TestApp::new().await;
    let browser = app.browse_as(Role::Auditor, None).await;

    let page = app
        .page("/protokoll?from=31.12.2026", &browser)
        .await
        .expect(200);

    assert!(page.text.contains("Ein Tag ist nicht lesbar"));
    app.page("/protokoll/export?until=abc", &browser)
        .await
        .expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nul_character_is_refused_before_a_database_sees_it() {
    let app = TestApp::new().await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    let browser = app.browse_as(Role::Auditor, None).await;

    app.page("/protokoll?actor=%00", &browser).await.expect(200);
    app.get("/api/v1/audit?subject=a%00", &auditor)
        .await
        .expect(422);
    let form = [("altes", "a\0"), ("passwort", "b"), ("nochmal", "b")];
    app.submit("/konto/passwort", &browser, &form)
        .await
        .expect(400);
    let manager = app.sign_in(Role::Admin, None).await;
    let body = serde_json::json!({"name": "a\0b"});
    app.post("/api/v1/organisations", &manager, &body)
        .await
        .expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_is_broken_off_is_on_record_as_that() {
    let app = TestApp::new().await;
    let mut txn = app.state.db.begin().await.unwrap();
    for _ in 0..2_100 {
        txn.audit(AuditEntry {
            actor: Actor::Operator,
            action: "demo.filled",
            subject: "test".to_owned(),
            details: serde_json::json!({}),
        });
    }
    txn.commit().await.unwrap();
    let auditor = app.sign_in(Role::Auditor, None).await;

    let mut export = Export::begin_as_operator(&app.state.db, 0).await.unwrap();
    export.next_piece().await.unwrap().unwrap();
    drop(export);

    let ended = async || {
        app.get("/api/v1/audit?action=audit.exported", &auditor)
            .await
            .json()
    };
    while ended().await["items"][0].is_null() {
        tokio::task::yield_now().await;
    }
    let details = &ended().await["items"][0]["details"];
    assert_eq!(details["outcome"], "cut_off");
}
