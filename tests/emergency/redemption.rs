//! Redeeming codes, and all the ways that must not work.

use axum::http::Method;
use kataster::access::Role;
use kataster::app::handlers;
use kataster::emergency::{self, Claim, EmergencyCode};
use kataster::jobs::Runner;
use kataster::organisations::Seat;
use serde_json::json;

use super::{CARDS, REDEMPTIONS, TOWN, issue, reason, recorded, redeem};
use crate::support::TestApp;

/// A code that is written right, and none.
const WRONG: [&str; 4] = [
    "AAA-AAA-AAA-AAA-AAA-AAA",
    "BAA-AAA-AAA-AAA-AAA-AAB",
    "CAA-AAA-AAA-AAA-AAA-AAC",
    "DAA-AAA-AAA-AAA-AAA-AAD",
];

fn claim(app: &TestApp, code: &str) -> Claim {
    Claim {
        seat: Seat::find(&app.state.reference, TOWN).unwrap(),
        code: code.parse().unwrap(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_works_once_however_it_is_typed() {
    let app = TestApp::new().await;
    let (id, codes) = issue(&app, TOWN).await;

    for (code, typed) in [
        (0, codes[0].clone()),
        (1, codes[1].to_lowercase()),
        (2, codes[2].replace('-', "")),
        (3, format!("  {}  ", codes[3].replace('-', " "))),
        (4, codes[4].replace('-', "–")),
    ] {
        redeem(&app, TOWN, &typed).await.expect(201);
        assert_eq!(
            reason(&redeem(&app, TOWN, &codes[code]).await.expect(422)),
            "refused"
        );
        app.move_days(1);
    }

    let admin = app.sign_in(Role::Admin, None).await;
    let card = app.get(&format!("{CARDS}/{id}"), &admin).await.expect(200);
    assert_eq!(card.json()["codes_left"], 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistyped_code_is_told_and_not_counted() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;
    let mut swapped: Vec<char> = codes[0].chars().collect();
    let other = (1..3).find(|place| swapped[*place] != swapped[0]).unwrap();
    swapped.swap(0, other);

    for typed in [
        &codes[0][1..],
        &format!("{}A", codes[0]),
        &swapped.iter().collect::<String>(),
        "0OI1L",
        "x",
    ] {
        for _ in 0..2 {
            assert_eq!(
                reason(&redeem(&app, TOWN, typed).await.expect(422)),
                "mistyped",
                "{typed}"
            );
        }
    }

    redeem(&app, TOWN, &codes[0]).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_way_to_be_wrong_gets_the_same_answer_and_its_own_record() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;
    let (other, other_codes) = issue(&app, "15082").await;
    let admin = app.sign_in(Role::Admin, None).await;
    redeem(&app, TOWN, &codes[0]).await.expect(201);
    app.post(&format!("{CARDS}/{other}/revoke"), &admin, &json!({}))
        .await
        .expect(200);

    let answers = [
        redeem(&app, TOWN, WRONG[0]).await.expect(422),
        redeem(&app, TOWN, &codes[0]).await.expect(422),
        redeem(&app, TOWN, &other_codes[0]).await.expect(422),
        redeem(&app, "15082", &other_codes[0]).await.expect(422),
        redeem(&app, "15082", &codes[1]).await.expect(422),
    ];

    let without_instance = |answer: &crate::support::Answer| {
        let mut json = answer.json();
        json["instance"] = json!(null);
        json
    };
    for answer in &answers {
        assert_eq!(without_instance(answer), without_instance(&answers[0]));
    }
    let record = recorded(&app, "emergency_code.refused").await;
    let reasons: Vec<_> = record
        .iter()
        .map(|entry| entry["details"]["reason"].as_str().unwrap())
        .collect();
    assert_eq!(
        reasons,
        ["other_place", "revoked", "other_place", "used", "unknown"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_who_redeem_a_code_at_once_one_does() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;

    let answers =
        futures_util::future::join_all((0..50).map(|_| redeem(&app, TOWN, &codes[0]))).await;

    let count = |status: u16| {
        answers
            .iter()
            .filter(|answer| answer.status == status)
            .count()
    };
    assert_eq!(count(201), 1);
    assert_eq!(count(201) + count(422) + count(429), 50);
    assert_eq!(recorded(&app, "emergency_code.redeemed").await.len(), 1);
}

/// Past the limits, so that all fifty reach the code itself.
#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_that_were_let_through_one_gets_the_code() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;
    let claim = claim(&app, &codes[0]);
    let state = &app.state;

    let each = (0..50_u8).map(|number| {
        let claim = &claim;
        async move {
            // Each from a town of its own, as far as counting goes.
            let place = format!("{number}");
            let from = (place.as_str(), Some(format!("10.0.0.{number}")));
            let counted = emergency::count_redemption(&state.db, &state.keyring, from)
                .await
                .unwrap()
                .unwrap();
            let mut txn = state.db.begin().await.unwrap();
            let parts = (&*state.reference, &*state.keyring);
            let redeemed = emergency::redeem(&mut txn, parts, (claim, counted))
                .await
                .unwrap();
            txn.commit().await.unwrap();
            redeemed
        }
    });
    let redeemed = futures_util::future::join_all(each).await;

    assert_eq!(
        redeemed.iter().filter(|redeemed| redeemed.is_ok()).count(),
        1
    );
    assert!(
        redeemed
            .iter()
            .all(|redeemed| matches!(redeemed, Ok(_) | Err(emergency::Refusal::Used)))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn three_wrong_codes_lock_a_town_for_an_hour_and_no_other() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;
    let (_, other) = issue(&app, "15082").await;
    for wrong in &WRONG[..3] {
        redeem(&app, TOWN, wrong).await.expect(422);
    }

    let locked = redeem(&app, TOWN, &codes[0]).await.expect(429);

    let wait: i64 = locked.headers["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((1..=3_600).contains(&wait), "{wait}");
    redeem(&app, "15082", &other[0]).await.expect(201);
    app.clock.set(app.state.db.clock().now().plus_seconds(wait));
    redeem(&app, TOWN, &codes[0]).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn right_codes_are_not_counted() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;

    for code in &codes {
        redeem(&app, TOWN, code).await.expect(201);
    }
}

/// Twenty from an address, 200 in all: counted for places that exist, whoever they are.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_and_everybody_together_have_their_limit() {
    let app = TestApp::new().await;
    let state = &app.state;
    let places: Vec<String> = (0..300).map(|number| number.to_string()).collect();
    let address = |number: usize| Some(format!("10.0.0.{number}"));
    let mut tried = 0;
    let mut passed = Vec::new();
    for round in 0..15 {
        for _ in 0..21 {
            let from = (places[tried % 300].as_str(), address(round));
            passed.push(
                emergency::count_redemption(&state.db, &state.keyring, from)
                    .await
                    .unwrap()
                    .is_ok(),
            );
            tried += 1;
        }
    }

    let first: Vec<bool> = passed[..21].to_vec();
    assert_eq!(first.iter().filter(|passed| **passed).count(), 20);
    assert!(!first[20]);
    assert_eq!(passed.iter().filter(|passed| **passed).count(), 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_place_and_strange_bodies_are_refused() {
    let app = TestApp::new().await;
    let headers = [("content-type", "application/json")];
    let send = |body: String| app.send(Method::POST, REDEMPTIONS, &headers, body.into());

    let answer = redeem(&app, "99999999", WRONG[0]).await.expect(422);
    assert_eq!(answer.pointers(), ["/municipality"]);
    send("{".to_owned()).await.expect(400);
    send(json!({"municipality": TOWN}).to_string())
        .await
        .expect(422);
    send(json!({"municipality": TOWN, "emergency_code": WRONG[0], "x": 1}).to_string())
        .await
        .expect(400);
    send(json!({"municipality": TOWN, "emergency_code": "A".repeat(81)}).to_string())
        .await
        .expect(422);
    send(json!({"municipality": TOWN, "emergency_code": "\u{0}"}).to_string())
        .await
        .expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redemption_starts_no_session_and_tells_nothing() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;

    let answer = redeem(&app, TOWN, &codes[0]).await.expect(201);

    assert!(answer.headers.get("set-cookie").is_none());
    let json = answer.json();
    let mut names: Vec<_> = json.as_object().unwrap().keys().cloned().collect();
    names.sort();
    assert_eq!(names, ["id", "municipality", "redeemed_at"]);
    assert_eq!(answer.headers["cache-control"], "no-store");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_alert_is_queued_with_the_redemption_and_says_that_there_is_no_channel() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;
    let redeemed = redeem(&app, TOWN, &codes[0]).await.expect(201);
    let runner = Runner::new(
        app.state.db.clone(),
        handlers(
            app.state.keyring.clone(),
            kataster::privacy::Retention::default(),
            &kataster::notifications::Post::default(),
        ),
    );

    while runner.run_one().await.unwrap() {}

    let record = recorded(&app, "emergency_code.alert_not_sent").await;
    assert_eq!(record.len(), 1);
    assert_eq!(record[0]["subject"], redeemed.json()["id"]);
    assert_eq!(record[0]["details"]["reason"], "no_channel");
}

#[test]
fn the_wrong_codes_are_written_right() {
    for wrong in WRONG {
        assert!(wrong.parse::<EmergencyCode>().is_ok(), "{wrong}");
    }
}
