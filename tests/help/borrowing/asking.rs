//! What can be asked for, once, and by whom.

use axum::http::Method;
use kataster::access::{Role, TokenScope};
use serde_json::json;

use super::{Lender, codes, elsewhere};
use crate::help::{INCIDENTS, unverified};

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_asked_that_the_offer_does_not_allow() {
    let lender = Lender::with(12).await;
    let (incident, _) = lender.scene.incident().await;
    let desk = lender.scene.coordinator.clone();
    let now = lender.scene.app.state.db.clock().now();
    let soon = now.plus_seconds(3_600);
    let wanted = json!({"quantity": 13, "from": soon, "days": 61});

    let wrong = lender.ask(&desk, &incident, wanted).await;

    let mut wrong = codes(wrong);
    wrong.sort();
    let named = wrong.iter().map(|(at, code)| (at.as_str(), code.as_str()));
    assert_eq!(
        named.collect::<Vec<_>>(),
        [
            ("/days", "range"),
            ("/from", "too_soon"),
            ("/quantity", "range")
        ]
    );
    let named = json!({"message": "Die Stadt Köthen braucht das."});
    let named = codes(lender.ask(&desk, &incident, named).await);
    assert_eq!(named[0].0, "/message");
    let (open, _) = unverified(&lender.scene.app).await;
    lender.ask(&desk, &open, json!({})).await.expect(409);
    let path = format!("/api/v1/organisations/{}/struck", lender.house);
    let struck = json!({"struck": true});
    let struck = lender.scene.app.post(&path, &desk, &struck).await;
    assert!(struck.status.is_success(), "{}", struck.text);
    let gone = codes(lender.ask(&desk, &incident, json!({})).await);
    assert_eq!(gone, [("/offer_id".to_owned(), "unknown".to_owned())]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_offer_is_not_asked_for() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let path = format!("/api/v1/offers/{}", lender.offer);
    let shown = scene.app.get(&path, &lender.manager).await.expect(200);
    let etag = shown.etag();
    let withdrawn = json!({"state": "withdrawn"});
    let withdrawn = scene.app.patch(&path, &lender.manager, &etag, &withdrawn);
    withdrawn.await.expect(200);

    let asked = lender.ask(&scene.coordinator, &incident, json!({})).await;

    assert_eq!(codes(asked)[0].0, "/offer_id");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_does_not_ask_itself() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let own = crate::support::organisation()
        .with("kind", "municipality")
        .with("name", "Köthen (Anhalt)")
        .with("legal_form", "territorial_authority")
        .save(&scene.app)
        .await;
    let (incident, _) = scene.incident().await;
    let manager = scene.app.sign_in(Role::MemberManager, Some(own)).await;
    let new = json!({
        "organisation_id": own, "state": "published", "kind": "devices", "quantity": 5,
        "title": {"de": "Notebooks", "en": "Notebooks"}, "place": "15082180",
        "reach": "nationwide", "lead_hours": 0, "max_days": 30, "cost": "none",
        "valid_until": "2026-12-31",
    });
    let made = scene.app.post("/api/v1/offers", &manager, &new).await;
    let offer = made.expect(201).json()["id"].clone();

    let offer = json!({ "offer_id": offer });
    let there = elsewhere(scene).await;
    let ask = async |incident: &str| {
        let desk = &scene.coordinator;
        lender.ask(desk, incident, offer.clone()).await
    };

    let asked = ask(&incident).await;

    assert_eq!(codes(asked)[0].0, "/offer_id");
    ask(&there).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_twice_under_a_key_it_is_asked_once() {
    let lender = Lender::with(12).await;
    let (incident, _) = lender.scene.incident().await;
    let path = format!("{INCIDENTS}/{incident}/offer-requests");
    let token = format!("Bearer {}", lender.scene.coordinator);
    let headers = [
        ("authorization", token.as_str()),
        ("content-type", "application/json"),
        ("idempotency-key", "einmal"),
    ];
    let body = json!({ "offer_id": lender.offer }).to_string();
    let send = || async {
        let sent = body.clone().into();
        let app = &lender.scene.app;
        app.send(Method::POST, &path, &headers, sent).await
    };

    let (first, second) = (send().await, send().await);

    let (first, second) = (first.expect(201).json(), second.expect(201).json());
    assert_eq!(first["id"], second["id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_only_writes_asks_for_nothing() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let grant = (Role::Requester, Some(scene.town_id(&incident).await));
    let writes = scene.app.with_token_scopes(grant, &[TokenScope::Write]);
    let writes = writes.await;

    let refused = lender.ask(&writes, &incident, json!({})).await;

    refused.expect(403);
}
