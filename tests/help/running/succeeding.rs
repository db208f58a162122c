//! Help comes in blocks: a reminder before the end of one, and somebody who takes over.

use kataster::entity::help_request;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;

use super::{DAY, Running};
use crate::help::scene::{Scene, one_need, yes};

const ENDS_SOON: &str = "Ein Einsatz endet bald";

async fn for_days(days: u16) -> Running {
    let mut need = one_need();
    need["days"] = json!(days);
    Running::of(Scene::with(1).await, &need, &yes()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_to_two_weeks_commits_for_one() {
    let help = for_days(14).await;

    assert_eq!(help.until().await, help.from.plus_days(7));
    assert_eq!(help.booked().await, [(help.from, help.from.plus_days(7))]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_is_reminded_once_two_days_before_the_end() {
    let help = Running::new().await;
    help.begun_for(5 * DAY - 1).await;
    assert_eq!(help.told_town(ENDS_SOON), 0);

    help.scene.after(1).await;
    assert_eq!(help.told_town(ENDS_SOON), 1);

    help.scene.after(DAY).await;
    assert_eq!(help.told_town(ENDS_SOON), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_that_was_moved_is_reminded_of_in_its_time() {
    let help = Running::new().await;
    help.begun_for(DAY).await;
    help.ask_until(help.from.plus_days(10)).await.expect(200);
    help.say(&help.expert, "agree").await.expect(200);

    help.scene.after(5 * DAY).await;
    assert_eq!(help.told_town(ENDS_SOON), 0);

    help.scene.after(2 * DAY).await;
    assert_eq!(help.told_town(ENDS_SOON), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_help_for_two_days_nobody_is_reminded_when_it_is_agreed() {
    let help = for_days(2).await;
    help.begun_for(DAY).await;

    assert_eq!(help.told_town(ENDS_SOON), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_takes_over_is_sought_once_for_the_same_need_from_the_end_on() {
    let help = Running::new().await;
    help.begun_for(DAY).await;
    let seek = async |who: &str| {
        let sought = help.take(who, "successor", &json!({})).await;
        let sought = sought.expect(200).json();
        sought["request_id"].as_str().unwrap().to_owned()
    };

    let sought = seek(&help.town).await;

    let before = help.scene.show(&help.request).await;
    let draft = help.scene.show(&sought).await;
    assert_eq!(draft["state"], "draft", "nobody is asked yet");
    assert_eq!(draft["from"], json!(help.until().await));
    assert_eq!(draft["days"], 7);
    let needs = draft["needs"].as_array().unwrap();
    assert_eq!(needs.len(), 1);
    let (old, new) = (&before["needs"][0]["wanted"], &needs[0]["wanted"]);
    for same in ["label", "skills", "mode"] {
        assert_eq!(new[same], old[same], "{same}");
    }
    assert_eq!(new["headcount"], json!({"min": 1, "desired": 1}));
    assert_eq!(seek(&help.town).await, sought);
    assert_eq!(seek(&help.scene.coordinator).await, sought);
    let shown = help.seen_by(&help.town).await;
    assert_eq!(shown["successor_request_id"], json!(sought));
    for who in [&help.manager, &help.expert] {
        let shown = help.seen_by(who).await;
        assert!(shown["successor_request_id"].is_null());
    }
    // Whoever is sought already is not asked for by a reminder.
    help.scene.after(5 * DAY).await;
    assert_eq!(help.told_town(ENDS_SOON), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_called_off_is_not_taken_over_from() {
    let help = Running::new().await;
    help.take(&help.town, "cancel", &json!({}))
        .await
        .expect(200);

    let sought = help.take(&help.town, "successor", &json!({})).await;

    sought.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_seek_at_once_one_draft_is_kept() {
    let help = Running::new().await;
    help.begun_for(DAY).await;
    let path = format!("/api/v1/deployments/{}/successor", help.id);
    let (app, nothing) = (&help.scene.app, json!({}));

    let (one, other) = tokio::join!(
        app.post(&path, &help.town, &nothing),
        app.post(&path, &help.scene.coordinator, &nothing),
    );

    let (one, other) = (one.expect(200).json(), other.expect(200).json());
    assert_eq!(one["request_id"], other["request_id"]);
    let db = app.state.db.reader();
    let requests = help_request::Entity::find().count(db).await.unwrap();
    assert_eq!(requests, 2, "of the one who helps, and of who takes over");
}

#[tokio::test(flavor = "multi_thread")]
async fn once_a_draft_is_discarded_somebody_else_can_be_sought() {
    let help = Running::new().await;
    help.begun_for(DAY).await;
    let seek = async || {
        let sought = help.take(&help.town, "successor", &json!({})).await;
        let sought = sought.expect(200).json();
        sought["request_id"].as_str().unwrap().to_owned()
    };
    let first = seek().await;

    let path = format!("/api/v1/requests/{first}/stand-down");
    let nobody = json!({"reason": "not needed"});
    let ended = help.scene.app.post(&path, &help.scene.coordinator, &nobody);
    ended.await.expect(200);

    let shown = help.seen_by(&help.town).await;
    assert!(shown["successor_request_id"].is_null());
    assert_ne!(seek().await, first);
}
