//! `/verwaltung`: what admins keep besides accounts.

mod contacts;
mod deliveries;
mod deputies;
mod organisations;
mod regions;
mod terms;
mod texts;

use kataster::access::Role;
use kataster::ids::AccountId;
use serde_json::Value;

use crate::support::TestApp;

/// A new admin and the session.
pub async fn admin(app: &TestApp) -> (AccountId, String) {
    let (id, email) = app.account_with_password(Role::Admin, None).await;
    (id, app.begin_session(&email).await)
}

/// The record's entries of an action, newest first.
pub async fn recorded(app: &TestApp, action: &str) -> Vec<Value> {
    let auditor = app.sign_in(Role::Auditor, None).await;
    let path = format!("/api/v1/audit?limit=100&action={action}");
    let found = app.get(&path, &auditor).await.expect(200).json();
    found["items"].as_array().cloned().unwrap()
}
