//! What was worked.

use axum::http::Method;
use kataster::entity::deployment_time;
use kataster::privacy::{Whom, erase_for};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::{Costing, spent};

/// Begun an hour and a half before now, so that something can be written down.
async fn worked() -> Costing {
    let costing = Costing::begun().await;
    costing.scene.after(90 * 60).await;
    costing
}

fn entry(costing: &Costing, (from, until): (i64, i64)) -> Value {
    json!({
        "from": costing.at(from), "until": costing.at(until), "break_minutes": 5,
        "mode": "remote", "note": "Domänencontroller 🔧",
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn the_town_sees_sums_and_no_notes() {
    let costing = worked().await;
    let new = entry(&costing, (-60, 0));
    let added = costing.post("times", &costing.expert, &new).await;
    let added = added.expect(201).json();
    assert_eq!(added["minutes"], 55);

    let own = costing.get("times", &costing.expert).await.expect(200);
    assert_eq!(own.json()["entries"][0]["note"], "Domänencontroller 🔧");
    for who in [&costing.town, &costing.scene.coordinator] {
        let seen = costing.get("times", who).await.expect(200);
        assert_eq!(seen.json()["entries"], Value::Null);
        assert_eq!(seen.json()["days"][0]["remote_minutes"], 55);
        assert!(!seen.text.contains("Domänencontroller"));
        let table = costing.get("times.csv", who).await.expect(200);
        assert!(!table.text.contains("Domänencontroller"));
    }
    let table = costing.get("times.csv", &costing.manager).await.expect(200);
    assert!(table.text.contains("Domänencontroller 🔧"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_erased_leaves_times_without_their_words() {
    let costing = worked().await;
    let new = entry(&costing, (-60, 0));
    let added = costing.post("times", &costing.expert, &new).await;
    added.expect(201);
    let state = &costing.scene.app.state;
    let sealed = async || {
        let rows = deployment_time::Entity::find();
        let rows = rows.all(state.db.reader()).await.unwrap();
        rows.into_iter().map(|row| row.sealed).collect::<Vec<_>>()
    };
    assert!(!sealed().await[0].is_empty());

    let whom = Whom::Entry(costing.scene.helpers[0].id);
    let erased = erase_for(&state.db, &state.tombstones, whom).await;
    erased.unwrap();
    costing.scene.run().await;

    assert_eq!(sealed().await, [Vec::<u8>::new()]);
    let seen = costing.get("times", &costing.manager).await.expect(200);
    assert_eq!(seen.json()["entries"][0]["note"], "");
    assert_eq!(seen.json()["entries"][0]["minutes"], 55);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_overlaps_or_is_yet_to_come_is_refused() {
    let costing = worked().await;
    let first = entry(&costing, (-60, -30));
    let first = costing.post("times", &costing.expert, &first).await;
    first.expect(201);

    for (span, pointer) in [((-40, 0), "/from"), ((-20, 30), "/until")] {
        let new = entry(&costing, span);
        let refused = costing.post("times", &costing.manager, &new).await;
        assert_eq!(refused.expect(422).pointers(), [pointer]);
    }
    let early = entry(&costing, (-3 * 24 * 60, -3 * 24 * 60 + 60));
    let refused = costing.post("times", &costing.expert, &early).await;
    assert_eq!(refused.expect(422).pointers(), ["/from"]);
    let touching = entry(&costing, (-30, 0));
    costing
        .post("times", &costing.expert, &touching)
        .await
        .expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_employer_vouches_and_a_change_lifts_that() {
    let costing = worked().await;
    let nothing = json!({});
    let early = costing
        .post("times/confirm", &costing.manager, &nothing)
        .await;
    early.expect(409);
    let new = entry(&costing, (-60, 0));
    let added = costing
        .post("times", &costing.expert, &new)
        .await
        .expect(201);
    let (etag, id) = (
        added.etag(),
        added.json()["id"].as_str().unwrap().to_owned(),
    );
    costing
        .post("times/confirm", &costing.expert, &nothing)
        .await
        .expect(403);
    for _ in 0..2 {
        let confirmed = costing
            .post("times/confirm", &costing.manager, &nothing)
            .await;
        assert_ne!(confirmed.expect(200).json()["confirmed_at"], Value::Null);
    }

    let rest = format!("times/{id}");
    let change = json!({"break_minutes": 10});
    let patch = || (Method::PATCH, rest.as_str());
    let changed = costing
        .with_etag(patch(), &costing.expert, (&etag, &change))
        .await;
    assert_eq!(changed.expect(200).json()["minutes"], 50);
    let stale = costing
        .with_etag(patch(), &costing.manager, (&etag, &change))
        .await;
    stale.expect(412);

    let seen = costing.get("times", &costing.manager).await.expect(200);
    assert_eq!(seen.json()["confirmed_at"], Value::Null);
    let delete = (Method::DELETE, rest.as_str());
    let gone = costing
        .with_etag(delete.clone(), &costing.town, ("\"1\"", &nothing))
        .await;
    gone.expect(403);
    let gone = costing
        .with_etag(delete, &costing.expert, ("\"1\"", &nothing))
        .await;
    gone.expect(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_weeks_after_the_end_the_employer_alone_changes_times() {
    let costing = worked().await;
    let new = entry(&costing, (-60, -30));
    costing
        .post("end", &costing.town, &json!({}))
        .await
        .expect(200);
    costing
        .post("times", &costing.expert, &new)
        .await
        .expect(201);
    let late = entry(&costing, (-30, 0));
    costing.scene.app.move_days(15);

    let refused = costing.post("times", &costing.expert, &late).await;
    refused.expect(409);
    costing
        .post("times", &costing.manager, &late)
        .await
        .expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_times_once_the_costs_are_accepted() {
    let costing = worked().await;
    let mut sheet = spent(9_000);
    sheet["send"] = json!(true);
    costing
        .put("costs", &costing.manager, (0, &sheet))
        .await
        .expect(200);
    let accepted = costing
        .step("costs/accept", &costing.town, (1, &json!({})))
        .await;
    accepted.expect(200);

    let new = entry(&costing, (-60, 0));
    for who in [&costing.expert, &costing.manager] {
        costing.post("times", who, &new).await.expect(409);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_written_down_before_it_began() {
    let costing = Costing::accepted().await;

    let new = entry(&costing, (-60, 0));
    costing
        .post("times", &costing.expert, &new)
        .await
        .expect(409);
}
