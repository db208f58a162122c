//! Commits are ordered, and what is done twice is done once.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use axum::http::Method;
use kataster::access::Role;
use kataster::audit;
use kataster::db::{Actor, AuditEntry, ChangeKind};
use kataster::entity::change;
use migration::sea_orm::{EntityTrait, QueryOrder};
use serde_json::json;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::support::{TestApp, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_commits_are_numbered_without_gaps() {
    let app = TestApp::new().await;
    let before = app.state.db.generation().await.unwrap();
    let entries = audit::verify(&app.state.db).await.unwrap().entries;
    let mut commits = JoinSet::new();

    for _ in 0..32 {
        let db = app.state.db.clone();
        commits.spawn(async move {
            let mut txn = db.begin().await.unwrap();
            let subject = Uuid::now_v7();
            txn.changed(ChangeKind::Organisation, subject);
            txn.audit(AuditEntry {
                actor: Actor::Service,
                action: "test.done",
                subject: subject.to_string(),
                details: json!({}),
            });
            txn.commit().await.unwrap().generation
        });
    }
    let given: BTreeSet<i64> = commits.join_all().await.into_iter().collect();

    assert_eq!(given, (before + 1..=before + 32).collect());
    let feed = change::Entity::find().order_by_asc(change::Column::Seq);
    let feed = feed.all(app.state.db.reader()).await.unwrap();
    let numbers: Vec<i64> = feed.iter().map(|change| change.seq).collect();
    assert_eq!(numbers, (1..=before + 32).collect::<Vec<_>>());
    let after = audit::verify(&app.state.db).await.unwrap().entries;
    assert_eq!(after, entries + 32);
}

#[tokio::test(flavor = "multi_thread")]
async fn creations_under_one_key_make_one_organisation() {
    let app = Arc::new(TestApp::new().await);
    let admin = app.sign_in(Role::Admin, None).await;
    let mut attempts = JoinSet::new();

    for _ in 0..50 {
        let (app, admin) = (app.clone(), admin.clone());
        attempts.spawn(async move {
            let key = HashMap::from([("idempotency-key", "once")]);
            let body = organisation().0;
            let answer = app
                .write(Method::POST, "/api/v1/organisations", &admin, &key, &body)
                .await;
            answer.expect(201).json()["id"].as_str().unwrap().to_owned()
        });
    }
    let ids: BTreeSet<String> = attempts.join_all().await.into_iter().collect();

    assert_eq!(ids.len(), 1);
    let listed = app.get("/api/v1/organisations", &admin).await.expect(200);
    assert_eq!(listed.json()["items"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_patches_with_one_etag_one_succeeds() {
    let app = Arc::new(TestApp::new().await);
    let id = organisation().save(&app).await;
    let admin = app.sign_in(Role::Admin, None).await;
    let path = format!("/api/v1/organisations/{id}");
    let etag = app.get(&path, &admin).await.expect(200).etag();
    let mut patches = JoinSet::new();

    for number in 0..16 {
        let (app, admin, path, etag) = (app.clone(), admin.clone(), path.clone(), etag.clone());
        patches.spawn(async move {
            let body = json!({ "name": format!("Name {number}") });
            let answer = app.patch(&path, &admin, &etag, &body).await;
            answer.status.as_u16()
        });
    }
    let mut statuses = patches.join_all().await;
    statuses.sort_unstable();

    assert_eq!(statuses[0], 200);
    assert_eq!(statuses[1..], [412; 15]);
}
