//! When there are no costs, what is too long, and what is forgotten.

use kataster::access::Role;
use serde_json::json;

use super::{Costing, spent};

#[tokio::test(flavor = "multi_thread")]
async fn a_first_call_costs_nothing() {
    let costing = Costing::of(json!({"answer": "first_call"})).await;

    for rest in ["estimate", "costs"] {
        costing.get(rest, &costing.manager).await.expect(404);
        let written = costing.put(rest, &costing.manager, (0, &spent(1))).await;
        written.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn costs_are_stated_once_it_began() {
    let costing = Costing::accepted().await;

    costing.get("costs", &costing.manager).await.expect(404);
    let early = costing.put("costs", &costing.manager, (0, &spent(1))).await;
    early.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_decided_but_the_version_that_was_read() {
    let costing = Costing::begun().await;
    let mut sheet = spent(9_000);
    sheet["send"] = json!(true);
    let nothing = json!({});
    for rest in ["estimate", "costs"] {
        let sent = costing.put(rest, &costing.manager, (0, &sheet)).await;
        sent.expect(200);
    }

    let agree = json!({"decision": "agree"});
    for (rest, body) in [("estimate/decision", &agree), ("costs/accept", &nothing)] {
        let blind = costing.post(rest, &costing.town, body).await;
        blind.expect(428);
        let stale = costing.step(rest, &costing.town, (2, body)).await;
        stale.expect(412);
        let read = costing.step(rest, &costing.town, (1, body)).await;
        read.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_anew_is_seen_as_it_was_sent_and_not_decided() {
    let costing = Costing::begun().await;
    let (town, manager) = (&costing.town, &costing.manager);
    let mut sheet = spent(9_000);
    sheet["send"] = json!(true);
    let sent = costing.put("estimate", manager, (0, &sheet)).await;
    sent.expect(200);
    let draft = costing.put("estimate", manager, (1, &spent(100))).await;
    draft.expect(200);

    let seen = costing.get("estimate", town).await.expect(200).json();
    let agree = json!({"decision": "agree"});
    let decided = costing.step("estimate/decision", town, (1, &agree)).await;

    assert_eq!(
        (&seen["version"], &seen["state"]),
        (&json!(1), &json!("sent"))
    );
    decided.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_long_is_refused() {
    let costing = Costing::begun().await;
    let mut long = spent(1);
    long["lines"][0]["note"] = json!("💶".repeat(201));
    let mut huge = spent(1);
    huge["lines"][0]["note"] = json!("x".repeat(10 * 1024 * 1024));
    let mut many = spent(1);
    many["lines"] = json!(vec![many["lines"][0].clone(); 101]);

    let refused = costing.put("costs", &costing.manager, (0, &long)).await;
    assert_eq!(refused.expect(422).pointers(), ["/lines/0/note"]);
    costing
        .put("costs", &costing.manager, (0, &huge))
        .await
        .expect(413);
    costing
        .put("costs", &costing.manager, (0, &many))
        .await
        .expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_go_90_days_after_it_was_paid_and_sums_stay() {
    let costing = Costing::begun().await;
    let mut sheet = spent(9_000);
    sheet["send"] = json!(true);
    costing
        .put("costs", &costing.manager, (0, &sheet))
        .await
        .expect(200);
    for (version, step) in [(1, "accept"), (2, "settle")] {
        let rest = format!("costs/{step}");
        let done = costing
            .step(&rest, &costing.town, (version, &json!({})))
            .await;
        done.expect(200);
    }
    let state = &costing.scene.app.state;
    let shown = || async {
        kataster::incidents::forget_old(&state.db, &state.retention)
            .await
            .unwrap();
        // Whoever signed in before is out by then.
        let desk = costing.scene.app.sign_in(Role::Coordinator, None).await;
        costing.get("costs", &desk).await.expect(200).json()
    };

    costing.scene.app.move_days(90);
    assert_eq!(shown().await["lines"][0]["note"], "Bahn 🚆");
    costing.scene.app.move_days(1);
    let later = shown().await;

    assert_eq!(later["lines"][0]["note"], "");
    assert_eq!(later["claimed_cents"], 9_000);
}
