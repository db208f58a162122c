//! The seven points that are ticked off.

use serde_json::{Value, json};

use super::Case;
use crate::emergency::recorded;

fn open(readiness: &Value) -> Vec<String> {
    let ticks = readiness["ticks"].as_array().unwrap().iter();
    let open = ticks.filter(|tick| tick["done"] == false);
    open.map(|tick| tick["id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_see_the_same_seven_ticks_with_open_ones_first() {
    let case = Case::committed().await;

    let ticked = case
        .tick(&case.town, "backups_safe", true)
        .await
        .expect(200);
    case.tick(&case.expert, "written_order", true)
        .await
        .expect(200);

    assert!(ticked.generation() > 0);
    let path = format!("{}/readiness", case.path);
    let seen = case.app().get(&path, &case.expert).await.expect(200).json();
    for token in [&case.town, &case.desk, &case.employer] {
        let other = case.app().get(&path, token).await.expect(200).json();
        assert_eq!(other, seen);
    }
    assert_eq!(seen["open"], 5);
    let ticks = seen["ticks"].as_array().unwrap();
    assert_eq!(ticks.len(), 7);
    assert_eq!(ticks[0]["done"], false);
    let of = |id: &str| ticks.iter().find(|tick| tick["id"] == id).unwrap();
    assert_eq!(of("backups_safe")["side"], "town");
    assert_eq!(of("backups_safe")["scope"], "incident");
    assert_eq!(of("written_order")["side"], "expert");
    assert_eq!(of("written_order")["scope"], "deployment");
    assert!(!seen.to_string().contains("acc_"));
    let record = recorded(case.app(), "deployment.tick_set").await;
    assert_eq!(record.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tick_is_taken_back_and_said_twice_it_is_recorded_once() {
    let case = Case::committed().await;
    for _ in 0..2 {
        case.tick(&case.desk, "who_decides", true).await.expect(200);
    }

    let back = case.tick(&case.town, "who_decides", false).await;

    assert_eq!(open(&back.expect(200).json()).len(), 7);
    case.tick(&case.town, "who_decides", false)
        .await
        .expect(200);
    assert_eq!(recorded(case.app(), "deployment.tick_set").await.len(), 1);
    let taken = recorded(case.app(), "deployment.tick_taken_back").await;
    assert_eq!(taken.len(), 1);
    case.tick(&case.town, "everything", true).await.expect(404);
    let body = json!({"done": true, "by": "Erika"});
    let path = format!("{}/readiness/who_decides", case.path);
    case.app().put(&path, &case.town, &body).await.expect(400);
}

#[tokio::test(flavor = "multi_thread")]
async fn helpers_tick_nothing_before_they_are_committed_and_nobody_after_the_end() {
    let case = Case::proposed().await;
    let path = format!("{}/readiness", case.path);
    for token in [&case.expert, &case.employer, &case.stranger] {
        case.app().get(&path, token).await.expect(404);
        case.tick(token, "written_order", true).await.expect(404);
    }
    case.app().get(&path, &case.town).await.expect(200);

    case.close("done").await;

    case.tick(&case.desk, "written_order", true)
        .await
        .expect(409);
    // Nor while somebody still helps where the incident is over.
    let case = Case::committed().await;
    case.step("start").await;
    let ticked = case.tick(&case.desk, "who_decides", true).await;
    ticked.expect(200);
    case.close("done").await;
    let ticked = case.tick(&case.desk, "written_order", true).await;
    ticked.expect(409);
}
