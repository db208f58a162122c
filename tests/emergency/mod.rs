//! Emergency access: cards, codes, contacts, words.

mod cards;
mod redemption;
mod replacement;
mod sealed;
mod was_that_you;
mod words;

use axum::http::Method;
use kataster::access::Role;
use kataster::ids::OrganisationId;
use serde_json::{Value, json};

use crate::support::{Answer, Organisation, TestApp, organisation};

pub const CARDS: &str = "/api/v1/emergency-cards";
pub const REDEMPTIONS: &str = "/api/v1/emergency-redemptions";
/// Köthen (Anhalt), in the Landkreis 15082.
pub const TOWN: &str = "15082180";

pub fn town() -> Organisation {
    organisation()
        .with("kind", "municipality")
        .with("name", "Stadt Köthen (Anhalt)")
        .with("legal_form", "territorial_authority")
        .with("place", TOWN)
        .with("member", false)
}

/// A provider that serves these places.
pub fn provider(places: &[&str]) -> Organisation {
    let serves: Vec<Value> = places.iter().map(|ags| json!({ "ags": ags })).collect();
    organisation().with("serves", serves)
}

pub fn acceptance() -> Value {
    json!({
        "conditions_version": 1, "accepted_on": "2026-11-20",
        "signatory": {"name": "Xylofanie Quastenflosser", "function": "Zwiebelfischbeauftragte"},
    })
}

pub fn new_card(place: &str) -> Value {
    json!({ "place": place, "acceptance": acceptance() })
}

/// Issues the first card of a place; its id and codes.
pub async fn issue(app: &TestApp, place: &str) -> (String, Vec<String>) {
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let answer = app
        .post(CARDS, &coordinator, &new_card(place))
        .await
        .expect(201);
    issued(&answer)
}

/// Id and codes of a card in an answer.
pub fn issued(answer: &Answer) -> (String, Vec<String>) {
    let json = answer.json();
    let codes = json["codes"].as_array().unwrap();
    let codes = codes.iter().map(|code| code.as_str().unwrap().to_owned());
    (
        json["card"]["id"].as_str().unwrap().to_owned(),
        codes.collect(),
    )
}

/// Somebody without an account redeems a code.
pub async fn redeem(app: &TestApp, place: &str, code: &str) -> Answer {
    let body = json!({ "municipality": place, "emergency_code": code });
    let headers = [("content-type", "application/json")];
    app.send(Method::POST, REDEMPTIONS, &headers, body.to_string().into())
        .await
}

/// What is wrong with a redemption.
pub fn reason(answer: &Answer) -> String {
    answer.json()["errors"][0]["code"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// A token of a manager of this organisation.
pub async fn manager(app: &TestApp, organisation: OrganisationId) -> String {
    app.sign_in(Role::MemberManager, Some(organisation)).await
}

/// A token of a requester of this organisation.
pub async fn requester(app: &TestApp, organisation: OrganisationId) -> String {
    app.sign_in(Role::Requester, Some(organisation)).await
}

/// The record's entries of an action, newest first.
pub async fn recorded(app: &TestApp, action: &str) -> Vec<Value> {
    let auditor = app.sign_in(Role::Auditor, None).await;
    let answer = app
        .get("/api/v1/audit?limit=100", &auditor)
        .await
        .expect(200);
    let items = answer.json()["items"].as_array().cloned().unwrap();
    items
        .into_iter()
        .filter(|entry| entry["action"] == action)
        .collect()
}
