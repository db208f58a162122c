//! Who may say that it begins or that somebody is called back, and when.

use kataster::access::Role;
use kataster::entity::expert_commitment;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::{Value, json};

use super::{DAY, HOUR, Running};
use crate::emergency::recorded;
use crate::help::scene::{Scene, one_need};
use crate::support::organisation;

/// Everything that can be said, each as it could be.
fn steps(help: &Running) -> [(&'static str, Value); 7] {
    let later = help.from.plus_days(8);
    [
        ("start", json!({})),
        ("extend", json!({ "until": later })),
        ("extension", json!({"decision": "agree"})),
        ("return", json!({ "at": help.from.plus_days(1) })),
        ("end", json!({})),
        ("cancel", json!({})),
        ("successor", json!({})),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_side_takes_no_step_of_another_one() {
    let help = Running::new().await;
    let desk = help.scene.coordinator.as_str();
    let (town, manager) = (help.town.as_str(), help.manager.as_str());
    let not_theirs = [
        (manager, "start"),
        (manager, "extend"),
        (manager, "successor"),
        (help.expert.as_str(), "extend"),
        (help.expert.as_str(), "successor"),
        (town, "return"),
        (town, "extension"),
        (desk, "return"),
        (desk, "extension"),
    ];

    for (who, what) in not_theirs {
        let all = steps(&help);
        let (_, body) = all.iter().find(|(known, _)| *known == what).unwrap();
        let answer = help.take(who, what, body).await;
        assert_eq!(answer.status.as_u16(), 403, "{what}: {}", answer.text);
    }

    assert_eq!(help.state().await, "accepted");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_nothing_to_do_with_it_does_not_find_it() {
    let help = Running::new().await;
    let app = &help.scene.app;
    let other = organisation().with("place", "15083").save(app).await;
    let roles = [Role::MemberManager, Role::Requester, Role::Expert];

    for role in roles {
        let stranger = app.sign_in(role, Some(other)).await;
        for (what, body) in steps(&help) {
            let answer = help.take(&stranger, what, &body).await;
            let said = format!("{role:?} {what}: {}", answer.text);
            assert_eq!(answer.status.as_u16(), 404, "{said}");
        }
    }
    // A colleague of whoever helps, who does not release.
    let colleague = app.sign_in(Role::Expert, Some(help.employer)).await;
    help.take(&colleague, "end", &json!({})).await.expect(404);
    let vetter = app.sign_in(Role::Vetter, None).await;
    help.take(&vetter, "end", &json!({})).await.expect(403);

    assert_eq!(help.state().await, "accepted");
}

#[tokio::test(flavor = "multi_thread")]
async fn town_desk_and_expert_say_once_that_it_begins() {
    for side in ["town", "coordinator", "expert"] {
        let help = Running::new().await;
        let who = match side {
            "town" => &help.town,
            "expert" => &help.expert,
            _ => &help.scene.coordinator,
        };
        help.scene.after(HOUR).await;

        let begun = help.take(who, "start", &json!({})).await.expect(200).json();

        assert_eq!(begun["state"], "active", "{side}");
        assert_eq!(begun["started_at"], json!(help.now()));
        help.take(who, "start", &json!({})).await.expect(409);
        help.take(who, "cancel", &json!({})).await.expect(409);
        let record = recorded(&help.scene.app, "deployment.started").await;
        assert_eq!(record.len(), 1);
        assert_eq!(record[0]["details"]["as"], side);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_began_between_the_acceptance_and_now() {
    let help = Running::new().await;
    help.scene.after(2 * HOUR).await;
    let at = |seconds| json!({ "at": help.from.plus_seconds(seconds) });

    for wrong in [-1, 2 * HOUR + 1] {
        let refused = help.take(&help.town, "start", &at(wrong)).await.expect(422);
        assert_eq!(refused.pointers(), ["/at"]);
        assert_eq!(refused.json()["errors"][0]["code"], "range");
    }

    let begun = help.take(&help.town, "start", &at(HOUR)).await.expect(200);
    let begun = begun.json();
    assert_eq!(begun["started_at"], json!(help.from.plus_seconds(HOUR)));
}

/// Help that is to begin in a day.
async fn in_a_day() -> Running {
    let scene = Scene::with(1).await;
    let from = scene.app.state.db.clock().now().plus_days(1);
    let later = json!({"answer": "remote", "rested": true, "from": from});
    Running::of(scene, &one_need(), &later).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_begins_early_is_booked_from_then_on() {
    let help = in_a_day().await;
    let until = help.until().await;
    assert_eq!(help.booked().await, [(help.from.plus_days(1), until)]);
    help.scene.after(12 * HOUR).await;

    let begun = help.take(&help.town, "start", &json!({})).await.expect(200);

    let begun = begun.json();
    assert_eq!(begun["from"], json!(help.now()));
    assert_eq!(begun["until"], json!(until));
    assert_eq!(help.booked().await, [(help.now(), until)]);
    let latest = help.now().plus_days(14);
    let refused = help.ask_until(latest.plus_seconds(1)).await.expect(422);
    assert_eq!(refused.json()["errors"][0]["code"], "rest");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_made_longer_and_begins_early_ends_two_blocks_later_at_most() {
    let help = in_a_day().await;
    let latest = help.from.plus_days(15);
    let first = help.until().await.plus_days(7).min(latest);
    for later in [first, latest] {
        if help.until().await < later {
            help.ask_until(later).await.expect(200);
            help.say(&help.expert, "agree").await.expect(200);
        }
    }
    assert_eq!(help.until().await, latest);

    let begun = help.take(&help.town, "start", &json!({})).await.expect(200);

    let end = help.from.plus_days(14);
    assert_eq!(begun.json()["until"], json!(end));
    assert_eq!(help.booked().await, [(help.from, end)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_committed_elsewhere_does_not_begin_early() {
    let help = in_a_day().await;
    let free = help.from.plus_seconds(20 * HOUR);
    let elsewhere = expert_commitment::Model {
        expert_id: help.helper.0,
        id: uuid::Uuid::now_v7(),
        from_at: help.from.plus_seconds(2 * HOUR),
        until_at: free,
    };
    let txn = help.scene.app.state.db.begin().await.unwrap();
    let row = elsewhere.into_active_model();
    row.insert(txn.connection()).await.unwrap();
    txn.commit().await.unwrap();
    help.scene.after(HOUR).await;

    let refused = help.take(&help.town, "start", &json!({})).await.expect(409);

    assert!(refused.text.contains(&format!("free from {free}")));
    assert_eq!(help.state().await, "accepted");
    help.scene.after(23 * HOUR).await;
    help.take(&help.town, "start", &json!({})).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_busy_says_so_within_a_week_after_its_end() {
    let help = Running::new().await;
    let until = help.until().await;
    help.scene.after(8 * DAY).await;
    assert_eq!(help.state().await, "accepted");

    let begun = help.take(&help.town, "start", &json!({})).await.expect(200);

    let begun = begun.json();
    assert_eq!(begun["state"], "ended", "its time is over");
    assert_eq!(begun["started_at"], json!(until));
    assert_eq!(begun["until"], json!(until));
}

#[tokio::test(flavor = "multi_thread")]
async fn employer_and_expert_call_back_once_and_the_town_is_told() {
    for is_house in [true, false] {
        let help = Running::new().await;
        let (_, house) = help
            .scene
            .app
            .account_with_password(Role::MemberManager, Some(help.employer))
            .await;
        let who = if is_house {
            &help.manager
        } else {
            &help.expert
        };
        let back = help.from.plus_days(2);
        let at = |at| json!({ "at": at });
        help.take(who, "return", &at(back)).await.expect(409);
        help.begun_for(DAY).await;
        let (past, end) = (help.from, help.until().await);
        for wrong in [past, end, end.plus_days(1)] {
            let refused = help.take(who, "return", &at(wrong)).await.expect(422);
            assert_eq!(refused.pointers(), ["/at"]);
        }

        let called = help.take(who, "return", &at(back)).await.expect(200).json();

        assert_eq!(called["state"], "returning");
        assert_eq!(called["until"], json!(back));
        assert_eq!(help.booked().await, [(help.from, back)]);
        assert_eq!(help.told_town("Eine Fachkraft bei Ihnen wird zur"), 1);
        // Whoever called back knows.
        assert_eq!(help.told_expert("Sie werden zur"), usize::from(is_house));
        let told = "Eine Fachkraft aus Ihrem Haus kommt fr";
        let told = help.scene.letters(&house, told).len();
        assert_eq!(told, usize::from(!is_house));
        let sooner = at(back.plus_seconds(-HOUR));
        help.take(who, "return", &sooner).await.expect(409);
        let longer = help.ask_until(back.plus_days(1)).await;
        longer.expect(409);

        help.scene.after(DAY).await;
        assert_eq!(help.state().await, "ended");
        assert_eq!(help.until().await, back);
        assert_eq!(help.booked().await, [(help.from, back)]);
    }
}
