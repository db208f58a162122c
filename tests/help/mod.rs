//! Somebody asks for help: reporting, verifying, following, closing.

mod adapting;
mod answering;
mod attachments;
pub mod borrowing;
mod calling;
mod committing;
pub mod costing;
mod details;
mod erasing;
mod forgetting;
mod introducing;
mod killing;
mod legal;
mod news;
mod phoning;
mod reaching;
mod readers;
mod readiness;
mod reminding;
mod reporting;
mod requesting;
mod review;
mod ringing;
mod roster;
pub mod running;
pub mod scene;
mod telling;
mod thread;
mod tokens;
mod verifying;
mod walking;

use axum::http::Method;
use kataster::access::TokenScope;
use serde_json::{Value, json};

use crate::support::{Answer, TestApp};

pub const INCIDENTS: &str = "/api/v1/incidents";
/// Köthen (Anhalt), in the Landkreis 15082.
pub const TOWN: &str = "15082180";
/// What a token must be made for that shows who is called back.
pub const SCOPES: [TokenScope; 3] = [TokenScope::Read, TokenScope::Write, TokenScope::Reveal];

/// What somebody says who asks for help.
pub fn new_incident() -> Value {
    json!({
        "municipality": TOWN, "symptom": "files-encrypted",
        "contact": {"name": "Xylofanie Quastenflosser", "phone": "0171 9998887"},
    })
}

/// Somebody without an account asks for help.
pub async fn ask(app: &TestApp, body: &Value) -> Answer {
    ask_with(app, body, &[]).await
}

pub async fn ask_with(app: &TestApp, body: &Value, headers: &[(&str, &str)]) -> Answer {
    let mut all = vec![("content-type", "application/json")];
    all.extend_from_slice(headers);
    app.send(Method::POST, INCIDENTS, &all, body.to_string().into())
        .await
}

/// The page on which whoever asked sees what comes of it, by what they hold.
pub fn status_page(held: &Value) -> String {
    let url = held["status_url"].as_str().unwrap();
    url[url.find("/hilfe/").unwrap()..].to_owned()
}

/// An incident nobody verified: its id and the word its town answers with.
pub async fn unverified(app: &TestApp) -> (String, String) {
    let asked = ask(app, &new_incident()).await.expect(201).json();
    let text = |name: &str| asked[name].as_str().unwrap().to_owned();
    (text("id"), text("code_word"))
}
