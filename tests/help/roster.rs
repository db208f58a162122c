//! The roster of the desk, and whom a call for help goes to.

use std::collections::HashMap;

use axum::http::Method;
use kataster::access::Role;
use kataster::clock::Instant;
use kataster::db::Job;
use kataster::entity::{desk_call, role_grant, roster_shift};
use kataster::ids::{AccountId, IncidentId};
use kataster::incidents;
use kataster::privacy::{Whom, erase_for};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};

use super::{INCIDENTS, ask, new_incident, unverified};
use crate::emergency::{issue, recorded};
use crate::notifications::choices::{at, letters};
use crate::support::{Answer, MailServer, TestApp};

const ROSTER: &str = "/api/v1/roster";
const TAKE: &str = "/api/v1/roster/take";
/// When help is asked for.
const DAY: &str = "2026-12-01";

/// A coordinator who can be told: account, mail address, token.
struct Person {
    id: AccountId,
    email: String,
    token: String,
}

async fn coordinator(app: &TestApp) -> Person {
    let (id, token) = app.account(Role::Coordinator, None).await;
    Person {
        id,
        email: format!("{}@example.org", id.0.simple()),
        token,
    }
}

fn now(app: &TestApp) -> Instant {
    app.state.db.clock().now()
}

/// A shift from so many hours from now to so many.
fn shift(app: &TestApp, person: &Person, seat: &str, (from, until): (i64, i64)) -> Value {
    let at = |hours: i64| now(app).plus_seconds(hours * 3_600);
    json!({"account_id": person.id, "seat": seat, "from": at(from), "until": at(until)})
}

/// Puts a plan in place of the one that was read last.
async fn plan(app: &TestApp, token: &str, shifts: &[Value]) -> Answer {
    let etag = app.get(ROSTER, token).await.expect(200).etag();
    let headers = HashMap::from([("if-match", etag.as_str())]);
    let body = json!({ "shifts": shifts });
    app.write(Method::PUT, ROSTER, token, &headers, &body).await
}

/// Accounts on duty now, in the order of the seats.
async fn on_duty(app: &TestApp, token: &str) -> Vec<(String, String)> {
    let roster = app.get(ROSTER, token).await.expect(200).json();
    let shifts = roster["on_duty"].as_array().unwrap().iter();
    let text = |shift: &Value, name: &str| shift[name].as_str().unwrap().to_owned();
    shifts
        .map(|shift| (text(shift, "seat"), text(shift, "account_id")))
        .collect()
}

async fn kept(app: &TestApp) -> Vec<roster_shift::Model> {
    let all = roster_shift::Entity::find().all(app.state.db.reader());
    all.await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_says_who_is_on_duty_and_where_nobody_is() {
    let app = TestApp::new().await;
    let (first, second) = (coordinator(&app).await, coordinator(&app).await);
    let admin = app.sign_in(Role::Admin, None).await;
    let empty = app.get(ROSTER, &admin).await.expect(200).json();
    assert_eq!(empty["gaps"].as_array().unwrap().len(), 3);

    let shifts = [
        shift(&app, &first, "primary", (0, 24)),
        shift(&app, &second, "primary", (30, 20 * 24)),
        shift(&app, &second, "deputy", (0, 30)),
        shift(&app, &first, "third", (24, 30 * 24)),
    ];
    let planned = plan(&app, &admin, &shifts).await.expect(200).json();

    let of = |list: &str, seat: &str| {
        let all = planned[list].as_array().unwrap().iter();
        let found = all.filter(|item| item["seat"] == seat);
        found
            .map(|item| json!([item["from"], item["until"]]))
            .collect::<Vec<_>>()
    };
    let at = |hours: i64| now(&app).plus_seconds(hours * 3_600);
    assert_eq!(of("gaps", "primary"), [json!([at(24), at(30)])]);
    assert_eq!(of("gaps", "deputy"), [json!([at(30), at(14 * 24)])]);
    assert_eq!(of("gaps", "third"), [json!([at(0), at(24)])]);
    assert_eq!(planned["shifts"].as_array().unwrap().len(), 4);
    assert_eq!(planned["on_duty"][0]["email"], json!(first.email));
    let on = on_duty(&app, &second.token).await;
    let expected = [("primary", &first), ("deputy", &second)];
    assert_eq!(
        on,
        expected.map(|(seat, person)| (seat.to_owned(), person.id.to_string()))
    );
    assert_eq!(recorded(&app, "roster.planned").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_told_at_its_shift_and_changes_nothing() {
    let app = TestApp::new().await;
    let (first, second) = (coordinator(&app).await, coordinator(&app).await);
    let mut stranger = coordinator(&app).await;
    (stranger.id, _) = app.account(Role::Vetter, None).await;
    let good = shift(&app, &first, "primary", (0, 8));
    let cases = [
        (
            shift(&app, &second, "primary", (7, 9)),
            vec!["/shifts/0", "/shifts/1"],
        ),
        (
            shift(&app, &first, "deputy", (7, 9)),
            vec!["/shifts/0", "/shifts/1"],
        ),
        (shift(&app, &second, "deputy", (9, 7)), vec!["/shifts/1"]),
        (shift(&app, &second, "deputy", (-9, -7)), vec!["/shifts/1"]),
        (
            shift(&app, &second, "deputy", (0, 32 * 24)),
            vec!["/shifts/1"],
        ),
        (
            shift(&app, &second, "deputy", (366 * 24, 367 * 24)),
            vec!["/shifts/1"],
        ),
        (
            shift(&app, &stranger, "deputy", (0, 8)),
            vec!["/shifts/1/account_id"],
        ),
    ];

    for (bad, pointers) in cases {
        let shifts = [good.clone(), bad];
        let refused = plan(&app, &first.token, &shifts).await.expect(422);
        assert_eq!(refused.pointers(), pointers);
    }
    let body = json!({ "shifts": [good] });
    app.put(ROSTER, &first.token, &body).await.expect(428);
    let etag = app.get(ROSTER, &first.token).await.etag();
    plan(&app, &first.token, &[good]).await.expect(200);
    let stale = HashMap::from([("if-match", etag.as_str())]);
    app.write(Method::PUT, ROSTER, &first.token, &stale, &body)
        .await
        .expect(412);
    assert_eq!(kept(&app).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_plan_ends_what_has_begun_and_leaves_the_same_as_it_is() {
    let app = TestApp::new().await;
    let (first, second) = (coordinator(&app).await, coordinator(&app).await);
    let begun = now(&app);
    let running = shift(&app, &first, "primary", (0, 8));
    let later = shift(&app, &second, "primary", (8, 16));
    let shifts = [running, later.clone()];
    let planned = plan(&app, &first.token, &shifts).await.expect(200);
    let again = plan(&app, &first.token, &shifts).await.expect(200);
    assert_eq!(again.json(), planned.json());
    assert_eq!(again.etag(), planned.etag());

    app.clock.set(begun.plus_seconds(3_600));
    let changed = [shift(&app, &second, "deputy", (0, 7)), later];
    plan(&app, &first.token, &changed).await.expect(200);

    let rows = kept(&app).await;
    assert_eq!(rows.len(), 3);
    let of_first = rows.iter().find(|row| row.account_id == first.id).unwrap();
    assert_eq!(
        (of_first.from_at, of_first.until_at),
        (begun, begun.plus_seconds(3_600))
    );
    let on = on_duty(&app, &first.token).await;
    assert_eq!(on, [("deputy".to_owned(), second.id.to_string())]);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_tap_takes_over_until_the_shift_ends() {
    let app = TestApp::new().await;
    let (first, second) = (coordinator(&app).await, coordinator(&app).await);
    let shifts = [
        shift(&app, &first, "primary", (-2, 8)),
        shift(&app, &second, "deputy", (0, 16)),
    ];
    plan(&app, &first.token, &shifts).await.expect(200);
    let begun = now(&app);
    app.clock.set(begun.plus_seconds(3_600));

    let taken = app.post(TAKE, &second.token, &json!({})).await.expect(200);
    let again = app.post(TAKE, &second.token, &json!({})).await.expect(200);

    assert_eq!(again.json(), taken.json());
    let on = &taken.json()["on_duty"];
    assert_eq!(on.as_array().unwrap().len(), 1);
    assert_eq!(on[0]["account_id"], json!(second.id));
    assert_eq!(on[0]["until"], json!(begun.plus_seconds(8 * 3_600)));
    // Whoever had it had it until then; who took it is the deputy again afterwards.
    let rows = kept(&app).await;
    let before = rows.iter().find(|row| row.account_id == first.id).unwrap();
    assert_eq!(before.until_at, begun.plus_seconds(3_600));
    app.clock.set(begun.plus_seconds(9 * 3_600));
    let on = on_duty(&app, &second.token).await;
    assert_eq!(on, [("deputy".to_owned(), second.id.to_string())]);
    assert_eq!(recorded(&app, "roster.duty_taken").await.len(), 1);
    // Nobody is first any more: eight hours.
    let alone = app.post(TAKE, &first.token, &json!({})).await.expect(200);
    let until = &alone.json()["on_duty"][0]["until"];
    assert_eq!(until, &json!(begun.plus_seconds(17 * 3_600)));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_take_over_at_once_exactly_one_is_first() {
    let app = TestApp::new().await;
    let mut people = Vec::new();
    for _ in 0..8 {
        people.push(coordinator(&app).await);
    }
    let shifts = [shift(&app, &people[0], "primary", (-2, 8))];
    plan(&app, &people[0].token, &shifts).await.expect(200);
    app.clock.set(now(&app).plus_seconds(60));

    let body = json!({});
    let all = people
        .iter()
        .map(|person| app.post(TAKE, &person.token, &body));
    for answer in futures_util::future::join_all(all).await {
        answer.expect(200);
    }

    let on = on_duty(&app, &people[0].token).await;
    assert_eq!(on.len(), 1);
    let running = now(&app);
    let rows = kept(&app).await;
    let first = rows
        .iter()
        .filter(|row| row.from_at <= running && running < row.until_at);
    assert_eq!(first.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_answers_and_the_call_goes_further_every_five_minutes() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    at(&app, &server, DAY, "02:00:00").await;
    let people = [
        coordinator(&app).await,
        coordinator(&app).await,
        coordinator(&app).await,
        coordinator(&app).await,
    ];
    let shifts = [
        shift(&app, &people[0], "primary", (0, 8)),
        shift(&app, &people[1], "deputy", (0, 8)),
        shift(&app, &people[2], "third", (0, 8)),
    ];
    plan(&app, &people[0].token, &shifts).await.expect(200);
    let told = || {
        let of = |person: &Person| letters(&server, &person.email, "bittet jemand um Hilfe").len();
        [&people[0], &people[1], &people[2], &people[3]].map(of)
    };

    at(&app, &server, DAY, "03:00:00").await;
    let (id, _) = unverified(&app).await;
    at(&app, &server, DAY, "03:00:01").await;
    assert_eq!(told(), [1, 0, 0, 0]);
    at(&app, &server, DAY, "03:04:59").await;
    assert_eq!(told(), [1, 0, 0, 0]);
    at(&app, &server, DAY, "03:05:00").await;
    assert_eq!(told(), [1, 1, 0, 0]);
    // A job may run twice.
    let mut txn = app.state.db.begin().await.unwrap();
    txn.enqueue(Job {
        kind: "incident.call_deputy",
        key: "again".to_owned(),
        subject: id.parse::<IncidentId>().unwrap().0,
        run_at: txn.now(),
    });
    txn.commit().await.unwrap();
    at(&app, &server, DAY, "03:09:59").await;
    assert_eq!(told(), [1, 1, 0, 0]);
    at(&app, &server, DAY, "03:10:00").await;
    assert_eq!(told(), [1, 1, 1, 0]);
    at(&app, &server, DAY, "03:15:00").await;
    assert_eq!(told(), [2, 2, 2, 1]);
    at(&app, &server, DAY, "03:29:59").await;
    assert_eq!(told(), [2, 2, 2, 1]);

    let entries = recorded(&app, "incident.escalated").await;
    let mut seats: Vec<_> = entries
        .iter()
        .map(|entry| entry["details"]["seat"].as_str().unwrap())
        .collect();
    seats.sort_unstable();
    assert_eq!(seats, ["all", "deputy", "primary", "third"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_on_duty_is_called_again_until_it_is_verified() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    at(&app, &server, DAY, "02:00:00").await;
    let (first, second) = (coordinator(&app).await, coordinator(&app).await);
    let shifts = [shift(&app, &first, "primary", (0, 8))];
    plan(&app, &first.token, &shifts).await.expect(200);
    let told = || {
        let of = |person: &Person| letters(&server, &person.email, "bittet jemand um Hilfe").len();
        [of(&first), of(&second)]
    };
    at(&app, &server, DAY, "03:00:00").await;
    let (id, word) = unverified(&app).await;
    // Nobody has the other seats, so all are called in their stead.
    at(&app, &server, DAY, "03:05:00").await;
    assert_eq!(told(), [2, 1]);

    at(&app, &server, DAY, "03:19:59").await;
    assert_eq!(told(), [2, 1]);
    at(&app, &server, DAY, "03:20:00").await;
    assert_eq!(told(), [3, 1]);
    // A job may run twice.
    let mut txn = app.state.db.begin().await.unwrap();
    txn.enqueue(Job {
        kind: "incident.call_again",
        key: "twice".to_owned(),
        subject: id.parse::<IncidentId>().unwrap().0,
        run_at: txn.now(),
    });
    txn.commit().await.unwrap();
    at(&app, &server, DAY, "03:34:59").await;
    assert_eq!(told(), [3, 1]);
    at(&app, &server, DAY, "03:35:00").await;
    assert_eq!(told(), [4, 1]);

    let right = json!({"method": "call_back", "code_word": word});
    let path = format!("{INCIDENTS}/{id}/verify");
    app.post(&path, &first.token, &right).await.expect(200);
    at(&app, &server, DAY, "05:00:00").await;
    assert_eq!(told(), [4, 1]);
    assert_eq!(recorded(&app, "incident.called_again").await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_taken_over_and_forgotten_is_told_to_all_however_often_it_changes_hands() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    at(&app, &server, DAY, "02:00:00").await;
    let (first, second) = (coordinator(&app).await, coordinator(&app).await);
    let shifts = [shift(&app, &first, "primary", (0, 8))];
    plan(&app, &first.token, &shifts).await.expect(200);
    let told = || {
        let of = |person: &Person| letters(&server, &person.email, "bittet jemand um Hilfe").len();
        [of(&first), of(&second)]
    };
    at(&app, &server, DAY, "03:00:00").await;
    let (id, _) = unverified(&app).await;
    let take = format!("{INCIDENTS}/{id}/take");
    at(&app, &server, DAY, "03:02:00").await;
    app.post(&take, &first.token, &json!({})).await.expect(200);
    at(&app, &server, DAY, "03:10:00").await;
    app.post(&take, &second.token, &json!({})).await.expect(200);

    at(&app, &server, DAY, "03:16:59").await;
    assert_eq!(told(), [1, 0]);
    at(&app, &server, DAY, "03:17:00").await;
    assert_eq!(told(), [2, 1]);
    at(&app, &server, DAY, "03:32:00").await;
    assert_eq!(told(), [3, 1]);

    let done = json!({"reason": "withdrawn"});
    let close = format!("{INCIDENTS}/{id}/close");
    app.post(&close, &first.token, &done).await.expect(200);
    at(&app, &server, DAY, "05:00:00").await;
    assert_eq!(told(), [3, 1]);
    let again = recorded(&app, "incident.called_again").await;
    let mut whom: Vec<_> = again
        .iter()
        .map(|entry| &entry["details"]["whom"])
        .collect();
    whom.sort_by_key(std::string::ToString::to_string);
    assert_eq!(whom, [&json!("all"), &json!("on_duty")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_cares_ends_the_call() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    at(&app, &server, DAY, "02:00:00").await;
    let (first, second) = (coordinator(&app).await, coordinator(&app).await);
    let shifts = [
        shift(&app, &first, "primary", (0, 20)),
        shift(&app, &second, "deputy", (0, 20)),
    ];
    plan(&app, &first.token, &shifts).await.expect(200);
    let told = || letters(&server, &second.email, "bittet jemand um Hilfe").len();
    let (_, codes) = issue(&app, super::TOWN).await;

    for (hour, way) in ["take", "verify", "close"].into_iter().enumerate() {
        at(&app, &server, DAY, &format!("{:02}:00:00", hour + 3)).await;
        let (id, word) = unverified(&app).await;
        let body = match way {
            "verify" => json!({"method": "call_back", "code_word": word}),
            "close" => json!({"reason": "withdrawn"}),
            _ => json!({}),
        };
        let path = format!("{INCIDENTS}/{id}/{way}");
        app.post(&path, &first.token, &body).await.expect(200);
        at(&app, &server, DAY, &format!("{:02}:14:59", hour + 3)).await;
        assert_eq!(told(), 0, "{way}");
        if way == "take" {
            // Else it would be called forgotten.
            let (path, done) = (format!("{INCIDENTS}/{id}/close"), json!({"reason": "done"}));
            app.post(&path, &first.token, &done).await.expect(200);
        }
        at(&app, &server, DAY, &format!("{:02}:30:00", hour + 3)).await;
        assert_eq!(told(), 0, "{way}");
    }

    // A code proves who asks; a human is still to come.
    at(&app, &server, DAY, "07:00:00").await;
    let mut body = new_incident();
    body["emergency_code"] = json!(codes[0]);
    let asked = ask(&app, &body).await.expect(201).json();
    assert_eq!(asked["state"], "verified");
    at(&app, &server, DAY, "07:05:00").await;
    assert_eq!(told(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_seat_is_passed_over_and_with_nobody_on_duty_everybody_is_told_at_once() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    at(&app, &server, DAY, "02:00:00").await;
    let (first, second) = (coordinator(&app).await, coordinator(&app).await);
    let shifts = [shift(&app, &second, "third", (0, 4))];
    plan(&app, &first.token, &shifts).await.expect(200);
    let told = || {
        let of = |person: &Person| letters(&server, &person.email, "bittet jemand um Hilfe").len();
        [of(&first), of(&second)]
    };

    at(&app, &server, DAY, "03:00:00").await;
    let (id, _) = unverified(&app).await;
    at(&app, &server, DAY, "03:00:01").await;
    assert_eq!(told(), [0, 1]);
    at(&app, &server, DAY, "03:14:59").await;
    assert_eq!(told(), [0, 1]);
    at(&app, &server, DAY, "03:15:00").await;
    assert_eq!(told(), [1, 2]);
    let (path, done) = (format!("{INCIDENTS}/{id}/close"), json!({"reason": "done"}));
    app.post(&path, &first.token, &done).await.expect(200);
    at(&app, &server, DAY, "08:00:00").await;
    unverified(&app).await;
    at(&app, &server, DAY, "08:00:01").await;
    assert_eq!(told(), [2, 3]);
    at(&app, &server, DAY, "08:14:59").await;
    assert_eq!(told(), [2, 3]);
    // Still nobody: all again.
    at(&app, &server, DAY, "08:15:00").await;
    assert_eq!(told(), [3, 4]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_more_than_once_in_five_minutes() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    at(&app, &server, DAY, "02:00:00").await;
    let (first, second) = (coordinator(&app).await, coordinator(&app).await);
    let shifts = [
        shift(&app, &first, "primary", (0, 8)),
        shift(&app, &second, "deputy", (0, 8)),
    ];
    plan(&app, &first.token, &shifts).await.expect(200);
    let told = |person: &Person| letters(&server, &person.email, "bittet jemand um Hilfe").len();
    let mut ids = Vec::new();
    for passed in 0..10 {
        at(&app, &server, DAY, &format!("03:00:{passed:02}")).await;
        ids.push(unverified(&app).await.0);
    }

    at(&app, &server, DAY, "03:04:59").await;
    assert_eq!((told(&first), told(&second)), (1, 0));
    at(&app, &server, DAY, "03:05:09").await;
    assert_eq!((told(&first), told(&second)), (2, 1));
    for id in ids {
        let path = format!("{INCIDENTS}/{id}/take");
        app.post(&path, &first.token, &json!({})).await.expect(200);
    }
    at(&app, &server, DAY, "03:19:00").await;
    assert_eq!((told(&first), told(&second)), (2, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_a_coordinator_no_more_is_not_on_duty() {
    let app = TestApp::new().await;
    let (first, second) = (coordinator(&app).await, coordinator(&app).await);
    let shifts = [shift(&app, &first, "primary", (0, 8))];
    plan(&app, &second.token, &shifts).await.expect(200);
    let txn = app.state.db.begin().await.unwrap();
    role_grant::Entity::update_many()
        .col_expr(role_grant::Column::RevokedAt, Expr::value(txn.now()))
        .filter(role_grant::Column::AccountId.eq(first.id))
        .exec(txn.connection())
        .await
        .unwrap();
    txn.commit().await.unwrap();

    assert_eq!(on_duty(&app, &second.token).await, []);
    app.post(TAKE, &first.token, &json!({})).await.expect(403);
    let taken = app.post(TAKE, &second.token, &json!({})).await.expect(200);

    assert_eq!(taken.json()["on_duty"][0]["account_id"], json!(second.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn shifts_go_a_year_after_their_end_and_with_the_account() {
    let app = TestApp::new().await;
    let (first, second) = (coordinator(&app).await, coordinator(&app).await);
    let shifts = [
        shift(&app, &first, "primary", (0, 8)),
        shift(&app, &second, "deputy", (0, 8)),
    ];
    plan(&app, &first.token, &shifts).await.expect(200);
    unverified(&app).await;
    let forget = || async {
        incidents::forget_old(&app.state.db, &app.state.retention)
            .await
            .unwrap();
        kept(&app).await.len()
    };
    let calls = || async {
        let all = desk_call::Entity::find();
        all.count(app.state.db.reader()).await.unwrap()
    };
    assert_eq!((forget().await, calls().await), (2, 1));

    let whom = Whom::Account(first.id);
    erase_for(&app.state.db, &app.state.tombstones, whom)
        .await
        .unwrap();
    assert_eq!((forget().await, calls().await), (1, 0));
    app.move_days(365);
    assert_eq!(forget().await, 1);
    app.move_days(1);
    assert_eq!(forget().await, 0);
}
