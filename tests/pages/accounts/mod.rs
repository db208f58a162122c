//! `/verwaltung/konten`: admins keep the accounts of others.

mod closing;
mod list;
mod making;
mod roles;

use kataster::access::Role;
use kataster::ids::AccountId;

use crate::support::{Answer, TestApp};

pub const LIST: &str = "/verwaltung/konten";

/// The page of an account.
pub fn page_of(id: AccountId) -> String {
    format!("{LIST}/{id}")
}

/// A new admin and the session.
pub async fn admin(app: &TestApp) -> (AccountId, String) {
    let (id, email) = app.account_with_password(Role::Admin, None).await;
    (id, app.begin_session(&email).await)
}

/// Sends a form about an account.
pub async fn act(
    app: &TestApp,
    who: &str,
    (id, what): (AccountId, &str),
    form: &[(&str, &str)],
) -> Answer {
    let path = format!("{}/{what}", page_of(id));
    app.submit(&path, who, form).await
}

/// Takes a role that is for no organisation back.
pub async fn take_role(app: &TestApp, id: AccountId, role: &str) {
    let (_, keeper) = admin(app).await;
    act(app, &keeper, (id, "rollen/entziehen"), &[("rolle", role)])
        .await
        .expect(303);
}

/// Closes an account.
pub async fn close(app: &TestApp, id: AccountId) {
    let (_, keeper) = admin(app).await;
    act(app, &keeper, (id, "schliessen"), &[]).await.expect(303);
}

/// The path of the invitation a page shows, if it shows one.
pub fn link(page: &str) -> Option<String> {
    let at = page.find("/einladung/")?;
    page[at..].split('"').next().map(str::to_owned)
}

/// The record's entries of an action, newest first.
pub async fn recorded(app: &TestApp, action: &str) -> Vec<serde_json::Value> {
    let auditor = app.sign_in(Role::Auditor, None).await;
    let path = format!("/api/v1/audit?limit=100&action={action}");
    let found = app.get(&path, &auditor).await.expect(200).json();
    found["items"].as_array().cloned().unwrap()
}
