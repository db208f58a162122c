//! Who pages through the register raises an alarm, however slowly, and is answered as before.

use kataster::access::Role;
use kataster::accounts::{Allowances, Shown};
use kataster::entity::{alarm, audit_entry};
use kataster::ids::{AccountId, ExpertId, OrganisationId};
use kataster::vetting;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::support::{TestApp, district, expert, organisation};

/// The allowance of a real installation.
async fn real() -> TestApp {
    TestApp::with_allowances(Allowances::new(60, 20)).await
}

/// Cards of nobody, as if they had been shown: what is counted is their number.
async fn see(app: &TestApp, whose: &Whose, cards: usize) -> bool {
    let cards: Vec<_> = (0..cards).map(|_| ExpertId::random()).collect();
    see_these(app, whose, &cards).await
}

async fn see_these(app: &TestApp, whose: &Whose, cards: &[ExpertId]) -> bool {
    let Whose { caller, is_limited } = whose;
    let cards = Shown::entries(cards);
    let (allowances, db) = (&app.state.allowances, &app.state.db);
    let counted = if *is_limited {
        allowances.draw_cards(db, caller, cards).await
    } else {
        allowances.note_cards(db, caller, cards).await
    };
    counted.is_ok()
}

/// Somebody who looks at cards.
struct Whose {
    caller: kataster::access::Caller,
    is_limited: bool,
}

async fn somebody(app: &TestApp, role: Role) -> Whose {
    let town = if role.is_for_an_organisation() {
        Some(district().save(app).await)
    } else {
        None
    };
    let (account, _) = app.account(role, town).await;
    Whose {
        caller: kataster::access::Caller {
            account,
            grants: vec![kataster::access::Grant {
                role,
                organisation: town,
            }],
            token_scopes: vec![kataster::access::TokenScope::Read],
            session: None,
            owes_second_factor: false,
            is_confirmed: false,
        },
        is_limited: !matches!(role, Role::Vetter | Role::Coordinator),
    }
}

async fn alarms(app: &TestApp) -> Vec<alarm::Model> {
    alarm::Entity::find()
        .all(app.state.db.reader())
        .await
        .unwrap()
}

/// A house with so many eligible experts.
async fn register(app: &TestApp, experts: usize) -> (OrganisationId, Vec<ExpertId>) {
    let house = organisation().save(app).await;
    let mut entries = Vec::new();
    for _ in 0..experts {
        entries.push(expert(house).save(app).await);
    }
    (house, entries)
}

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
async fn an_alarm_is_on_record_with_numbers_and_listed_for_others_only() {
    let app = real().await;
    let (sweeper, token) = app.account(Role::Coordinator, None).await;
    let whose = Whose {
        caller: kataster::access::Caller {
            account: sweeper,
            ..somebody(&app, Role::Coordinator).await.caller
        },
        is_limited: false,
    };
    let admin = app.sign_in(Role::Admin, None).await;

    see(&app, &whose, 1_500).await;

    let listed = app
        .get("/api/v1/alarms?state=open", &admin)
        .await
        .expect(200);
    let item = &listed.json()["items"][0];
    assert_eq!(item["kind"], "sweep");
    assert_eq!(item["account_id"], json!(sweeper));
    assert_eq!(item["roles"], json!(["coordinator"]));
    let mine = app.get("/api/v1/alarms", &token).await.expect(200);
    assert_eq!(mine.json()["items"], json!([]), "one's own is not shown");
    let path = format!(
        "/api/v1/alarms/{}/acknowledgement",
        item["id"].as_str().unwrap()
    );
    app.post(&path, &token, &json!({})).await.expect(404);

    let recorded = audit_entry::Entity::find()
        .filter(audit_entry::Column::Action.eq("security.alarm_raised"))
        .all(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(recorded.len(), 1);
    assert_eq!(recorded[0].subject, sweeper.to_string());
    let details: Value = serde_json::from_str(&recorded[0].details).unwrap();
    assert_eq!(details["seen"], 1_500);
    assert_eq!(details["threshold"], 1_500);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_is_acknowledged_once_with_a_note() {
    let app = real().await;
    let whose = somebody(&app, Role::Coordinator).await;
    see(&app, &whose, 1_500).await;
    let admin = app.sign_in(Role::Admin, None).await;
    let path = format!(
        "/api/v1/alarms/{}/acknowledgement",
        alarms(&app).await[0].id
    );
    let long = json!({"note": "x".repeat(501)});

    app.post(&path, &admin, &long).await.expect(422);
    app.post(&path, &admin, &json!({"other": 1}))
        .await
        .expect(400);
    let answer = app
        .post(&path, &admin, &json!({"note": " Schulung "}))
        .await
        .expect(200);
    app.post(&path, &admin, &json!({})).await.expect(409);

    assert_eq!(answer.json()["note"], "Schulung");
    let open = app
        .get("/api/v1/alarms?state=open", &admin)
        .await
        .expect(200);
    assert_eq!(open.json()["items"], json!([]));
    let done = app
        .get("/api/v1/alarms?state=acknowledged", &admin)
        .await
        .expect(200);
    assert_eq!(done.json()["items"].as_array().unwrap().len(), 1);
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

#[tokio::test(flavor = "multi_thread")]
async fn the_list_goes_on_where_it_ended() {
    let app = real().await;
    for _ in 0..3 {
        let whose = somebody(&app, Role::Coordinator).await;
        see(&app, &whose, 1_500).await;
    }
    let admin = app.sign_in(Role::Admin, None).await;

    let first = app
        .get("/api/v1/alarms?limit=2", &admin)
        .await
        .expect(200)
        .json();
    let cursor = first["next_cursor"].as_str().unwrap();
    let path = format!("/api/v1/alarms?limit=2&cursor={cursor}");
    let second = app.get(&path, &admin).await.expect(200).json();

    assert_eq!(first["items"].as_array().unwrap().len(), 2);
    assert_eq!(second["items"].as_array().unwrap().len(), 1);
    assert_eq!(second["next_cursor"], Value::Null);
}
