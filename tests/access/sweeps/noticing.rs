//! What is an alarm, and what is honest use.

use kataster::access::Role;
use kataster::accounts::Allowances;
use kataster::ids::{AccountId, ExpertId};
use kataster::vetting;
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::{alarms, real, register, see, see_these, somebody};
use crate::support::{TestApp, district, expert};

#[tokio::test(flavor = "multi_thread")]
async fn honest_use_raises_no_alarm() {
    let app = real().await;
    let (_, entries) = register(&app, 25).await;
    let town = district().save(&app).await;
    let requester = app.sign_in(Role::Requester, Some(town)).await;

    for _ in 0..10 {
        for query in ["q=veeam", "q=veeam&mode=remote", "near=15082180", "page=2"] {
            app.get(&format!("/api/v1/experts?{query}"), &requester)
                .await
                .expect(200);
        }
        for entry in entries.iter().take(20) {
            app.get(&format!("/api/v1/experts/{entry}"), &requester)
                .await
                .expect(200);
        }
        app.move_days(2);
    }

    assert_eq!(alarms(&app).await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_allowance_used_up_on_four_days_of_a_fortnight_is_one_alarm() {
    let app = real().await;
    let requester = somebody(&app, Role::Requester).await;

    assert!(see(&app, &requester, 60).await);
    assert!(
        !see(&app, &requester, 1).await,
        "the allowance holds as before"
    );
    for _ in 0..2 {
        app.move_days(1);
        assert!(see(&app, &requester, 60).await);
    }
    app.move_days(5);
    assert!(see(&app, &requester, 59).await);
    assert_eq!(alarms(&app).await.len(), 0);
    assert!(see(&app, &requester, 1).await, "answered as before");

    let raised = alarms(&app).await;
    assert_eq!(raised.len(), 1);
    assert_eq!(raised[0].account_id, requester.caller.account);
    assert_eq!(
        (raised[0].kind.as_str(), raised[0].seen, raised[0].threshold),
        ("sweep", 240, 240)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_sweep_raises_one_alarm_and_another_after_that_was_looked_after() {
    let app = real().await;
    let manager = somebody(&app, Role::MemberManager).await;
    let admin = app.sign_in(Role::Admin, None).await;

    for _ in 0..14 {
        assert!(see(&app, &manager, 50).await);
        app.move_days(1);
    }
    assert_eq!(alarms(&app).await.len(), 1, "50 a day for a fortnight");
    assert_eq!(alarms(&app).await[0].seen, 500, "on the tenth day");

    let id = alarms(&app).await[0].id;
    let path = format!("/api/v1/alarms/{id}/acknowledgement");
    app.post(&path, &admin, &json!({})).await.expect(200);
    for _ in 0..6 {
        see(&app, &manager, 50).await;
        app.move_days(1);
    }
    assert_eq!(alarms(&app).await.len(), 2, "and it goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_cards_again_and_again_are_no_sweep() {
    let app = real().await;
    let requester = somebody(&app, Role::Requester).await;
    let cards: Vec<_> = (0..60).map(|_| ExpertId::random()).collect();

    for _ in 0..30 {
        assert!(see_these(&app, &requester, &cards).await);
        app.move_days(1);
    }

    assert_eq!(alarms(&app).await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quick_sweep_of_those_without_an_allowance_is_noticed_the_same_day() {
    let app = real().await;
    for (role, limit) in [(Role::Vetter, 600), (Role::Coordinator, 1_500)] {
        let whose = somebody(&app, role).await;

        see(&app, &whose, limit - 1).await;
        assert!(!is_noticed(&app, whose.caller.account).await, "{role:?}");
        for _ in 0..5 {
            assert!(see(&app, &whose, 100).await);
        }

        assert!(is_noticed(&app, whose.caller.account).await, "{role:?}");
    }
    assert_eq!(alarms(&app).await.len(), 2);
}

async fn is_noticed(app: &TestApp, account: AccountId) -> bool {
    let raised = alarms(app).await;
    raised.iter().any(|alarm| alarm.account_id == account)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_coordinators_are_shown_is_noted() {
    let app = real().await;
    let (_, entries) = register(&app, 3).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;

    app.get("/api/v1/experts", &coordinator).await.expect(200);

    assert_eq!(noted(&app).await, entries.len());
}

/// How many cards anybody was counted for.
async fn noted(app: &TestApp) -> usize {
    use kataster::entity::daily_usage;
    app.state.noting.finish().await;
    let rows = daily_usage::Entity::find()
        .all(app.state.db.reader())
        .await
        .unwrap();
    rows.iter()
        .filter(|row| row.what.starts_with("card "))
        .count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_is_answered_while_somebody_else_writes() {
    let app = real().await;
    let (_, entries) = register(&app, 3).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    // The first use of a key is noted at once.
    app.get("/api/v1/experts/suggest?q=a", &coordinator)
        .await
        .expect(200);
    let writing = app.state.db.begin().await.unwrap();

    for _ in 0..100 {
        app.get("/api/v1/experts", &coordinator).await.expect(200);
    }
    drop(writing);

    assert_eq!(noted(&app).await, entries.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn own_experts_and_open_cases_do_not_count() {
    let app = real().await;
    let (house, entries) = register(&app, 3).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let vetter = app.sign_in(Role::Vetter, None).await;
    let open = expert(house).draft(&app).await;
    let submit = format!("/api/v1/experts/{open}/submit");
    let generation = app
        .post(&submit, &manager, &json!({}))
        .await
        .expect(201)
        .generation();
    app.state.search.wait_for(Some(generation)).await.unwrap();

    app.get("/api/v1/experts", &manager).await.expect(200);
    app.get("/api/v1/experts?scope=own", &manager)
        .await
        .expect(200);
    assert_eq!(noted(&app).await, 0, "a manager's own");

    app.get(&format!("/api/v1/experts/{open}"), &vetter)
        .await
        .expect(200);
    assert_eq!(noted(&app).await, 0, "a vetter's open case");
    assert_eq!(
        vetting::with_open_case(app.state.db.reader(), &[open, entries[0]])
            .await
            .unwrap()
            .len(),
        1
    );

    app.get(&format!("/api/v1/experts/{}", entries[0]), &vetter)
        .await
        .expect(200);
    assert_eq!(noted(&app).await, 1, "anybody else does");
}

#[tokio::test(flavor = "multi_thread")]
async fn going_on_with_the_allowance_used_up_is_an_alarm_and_changes_no_answer() {
    let app = TestApp::with_allowances(Allowances::new(2, 20)).await;
    register(&app, 3).await;
    let town = district().save(&app).await;
    let requester = app.sign_in(Role::Requester, Some(town)).await;
    let ask = async |number: usize| {
        let path = format!(
            "/api/v1/experts?limit=3&radius_km={}&near=15082180",
            25 + number
        );
        app.get(&path, &requester).await.expect(429).text
    };

    let first = ask(0).await;
    for number in 1..80 {
        ask(number).await;
    }
    for number in 1..59 {
        app.clock.set(app.state.db.clock().now().plus_seconds(60));
        ask(number).await;
    }
    assert_eq!(alarms(&app).await.len(), 0, "those of a minute are one");
    app.clock.set(app.state.db.clock().now().plus_seconds(60));
    for number in 59..80 {
        assert_eq!(without_id(&ask(number).await), without_id(&first));
    }

    let raised = alarms(&app).await;
    assert_eq!(raised.len(), 1);
    assert_eq!((raised[0].kind.as_str(), raised[0].seen), ("refused", 60));
}

/// A problem without what differs by request.
fn without_id(text: &str) -> Value {
    let mut problem: Value = serde_json::from_str(text).unwrap();
    problem.as_object_mut().unwrap().remove("instance");
    problem
}
#[tokio::test(flavor = "multi_thread")]
async fn of_many_at_once_one_raises_the_alarm() {
    let app = real().await;
    let whose = somebody(&app, Role::Coordinator).await;
    see(&app, &whose, 1_499).await;

    let (a, b) = (see(&app, &whose, 5), see(&app, &whose, 5));
    let (c, d) = (see(&app, &whose, 5), see(&app, &whose, 5));
    let _ = tokio::join!(a, b, c, d);

    assert_eq!(alarms(&app).await.len(), 1);
}
