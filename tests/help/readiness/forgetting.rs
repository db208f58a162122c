//! How long papers and ticks are kept.

use kataster::entity::{arrival_sheet, hand_over, readiness_tick};
use kataster::incidents;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;

use super::{Case, sheet};

/// Ticks, sheets and hand-overs there are, once what is old was forgotten.
async fn left(case: &Case) -> [u64; 3] {
    let state = &case.app().state;
    incidents::forget_old(&state.db, &state.retention)
        .await
        .unwrap();
    let db = state.db.reader();
    [
        readiness_tick::Entity::find().count(db).await.unwrap(),
        arrival_sheet::Entity::find().count(db).await.unwrap(),
        hand_over::Entity::find().count(db).await.unwrap(),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_go_90_days_after_the_end_and_ticks_with_the_incident() {
    let case = Case::committed().await;
    case.tick(&case.town, "backups_safe", true)
        .await
        .expect(200);
    case.save(&case.town, "\"0\"", &sheet()).await.expect(200);
    let body = json!({"texts": {"state": "fertig"}});
    case.hand_over(&case.expert, &body).await.expect(201);
    case.close("done").await;

    case.app().move_days(89);
    assert_eq!(left(&case).await, [1, 1, 1]);
    case.app().move_days(2);
    assert_eq!(left(&case).await, [1, 0, 0]);
    // Somebody was committed, or was until it was closed: orders are kept six years.
    case.app().move_days(7 * 366);
    assert_eq!(left(&case).await, [0, 0, 0]);
}
