//! What is left for whoever comes next.

use std::collections::HashMap;

use axum::http::Method;
use kataster::entity::hand_over;
use kataster::privacy::{Whom, erase_for};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::Case;
use crate::emergency::recorded;

#[tokio::test(flavor = "multi_thread")]
async fn each_hand_over_is_a_new_version_that_employers_never_see() {
    let case = Case::committed().await;
    let first = json!({"texts": {"state": "Zwei Server laufen 🖥️", "who_knows": "Xylofanie"}});
    let made = case.hand_over(&case.expert, &first).await.expect(201);
    assert!(made.generation() > 0);
    let second = json!({"texts": {"open_points": "Drucker"}});
    case.hand_over(&case.town, &second).await.expect(201);

    for token in [&case.town, &case.desk, &case.expert] {
        let all = case.handed_over(token).await.expect(200).json();
        assert_eq!(all.as_array().unwrap().len(), 2);
        assert_eq!(all[0]["number"], 2);
        assert_eq!(all[0]["written_as"], "town");
        assert_eq!(all[1]["texts"]["state"], "Zwei Server laufen 🖥️");
    }
    for token in [&case.employer, &case.stranger] {
        case.handed_over(token).await.expect(404);
        case.hand_over(token, &first).await.expect(404);
    }
    let record = json!(recorded(case.app(), "deployment.handed_over").await).to_string();
    assert!(!record.contains("Server") && !record.contains("Xylofanie"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_erased_leaves_hand_overs_without_their_words() {
    let case = Case::committed().await;
    let app = case.app();
    case.step("start").await;
    let first = json!({"texts": {"state": "Zwei Server laufen 🖥️", "who_knows": "Xylofanie"}});
    case.hand_over(&case.expert, &first).await.expect(201);
    let second = json!({"texts": {"open_points": "Drucker"}});
    case.hand_over(&case.town, &second).await.expect(201);

    let whom = Whom::Entry(case.scene.helpers[0].id);
    let erased = erase_for(&app.state.db, &app.state.tombstones, whom).await;
    erased.unwrap();
    case.scene.run().await;

    let all = case.handed_over(&case.town).await.expect(200);
    assert!(!all.text.contains("Server") && !all.text.contains("Xylofanie"));
    let all = all.json();
    assert_eq!(all[0]["texts"]["open_points"], "Drucker");
    assert_eq!(all[1]["number"], 1);
    assert_eq!(all[1]["written_as"], "expert");
    let rows = hand_over::Entity::find().all(app.state.db.reader()).await;
    let rows = rows.unwrap();
    assert_eq!(rows.iter().filter(|row| row.sealed.is_empty()).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_and_credentials_are_not_handed_over() {
    let case = Case::committed().await;
    let nothing = json!({"texts": {"state": " "}});
    let refused = case.hand_over(&case.expert, &nothing).await.expect(422);
    assert_eq!(refused.pointers(), ["/texts/state"]);
    let secret = json!({"texts": {"changes": "Kennwort=geheim"}});
    let refused = case.hand_over(&case.expert, &secret).await.expect(422);
    assert_eq!(refused.pointers(), ["/texts/changes"]);
    let huge = json!({"texts": {"state": "x".repeat(10 * 1024 * 1024)}});
    case.hand_over(&case.expert, &huge).await.expect(413);
    assert_eq!(
        case.handed_over(&case.town).await.expect(200).json(),
        json!([])
    );
    // What is left to say is said once the incident is closed, too.
    case.close("done").await;
    let late = json!({"texts": {"state": "fertig"}});
    case.hand_over(&case.desk, &late).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn for_a_week_after_the_end_there_is_time_to_hand_over() {
    let case = Case::committed().await;
    case.step("start").await;
    case.step("end").await;
    let late = json!({"texts": {"state": "fertig"}});
    case.scene.after(7 * 86_400 - 1).await;
    case.hand_over(&case.expert, &late).await.expect(201);

    case.scene.after(1).await;

    case.hand_over(&case.expert, &late).await.expect(404);
    for token in [&case.town, &case.desk] {
        case.hand_over(token, &late).await.expect(409);
        case.handed_over(token).await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hand_over_sent_twice_under_a_key_is_one_version() {
    let case = Case::committed().await;
    let body = json!({"texts": {"state": "fertig"}});
    let headers = HashMap::from([("idempotency-key", "einmal")]);
    let path = format!("{}/hand-over", case.path);
    let send = async |body: &Value| {
        let app = case.app();
        app.write(Method::POST, &path, &case.expert, &headers, body)
            .await
    };

    let first = send(&body).await.expect(201).json();
    let again = send(&body).await.expect(201).json();

    assert_eq!(first, again);
    let other = json!({"texts": {"state": "anders"}});
    send(&other).await.expect(422);
    let all = case.handed_over(&case.town).await.expect(200).json();
    assert_eq!(all.as_array().unwrap().len(), 1);
}
