//! What is done to an account: invited, its sessions and keys ended, closed, opened again.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use web::Notice;

use super::account::{Said, page};
use super::path_of;
use crate::access::Permit;
use crate::access::action::KeepAccounts;
use crate::accounts::administration;
use crate::app::AppState;
use crate::http::{PathId, Problem};
use crate::ids::AccountId;
use crate::pages::{Html, LocalPath, Visitor, redirect, say_next};

/// The link is in this answer and never again, so there is no redirect.
pub(super) async fn invite(
    permit: Permit<KeepAccounts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<AccountId>,
) -> Result<Response, Problem> {
    let link = administration::invite_again(&app.db, &app.keyring, &permit, id).await?;
    let said = Said {
        link: Some(link),
        ..Said::default()
    };
    let page = page(&app, &permit, (id, frame), said).await?;
    Ok(Html::new(page).into_response())
}

pub(super) async fn end_sessions(
    permit: Permit<KeepAccounts>,
    State(app): State<AppState>,
    PathId(id): PathId<AccountId>,
) -> Result<Response, Problem> {
    administration::end_sessions(&app.db, &permit, id).await?;
    Ok(said(id, Notice::AccountSessionsEnded))
}

pub(super) async fn revoke_tokens(
    permit: Permit<KeepAccounts>,
    State(app): State<AppState>,
    PathId(id): PathId<AccountId>,
) -> Result<Response, Problem> {
    administration::revoke_tokens(&app.db, &permit, id).await?;
    Ok(said(id, Notice::AccountTokensRevoked))
}

pub(super) async fn close(
    permit: Permit<KeepAccounts>,
    State(app): State<AppState>,
    PathId(id): PathId<AccountId>,
) -> Result<Response, Problem> {
    administration::close(&app.db, &permit, id).await?;
    Ok(said(id, Notice::AccountClosed))
}

pub(super) async fn reopen(
    permit: Permit<KeepAccounts>,
    State(app): State<AppState>,
    PathId(id): PathId<AccountId>,
) -> Result<Response, Problem> {
    administration::reopen(&app.db, &permit, id).await?;
    Ok(said(id, Notice::AccountReopened))
}

/// Back on the account's page, with a message.
pub(super) fn said(id: AccountId, notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(&path_of(id)));
    say_next(&mut response, notice);
    response
}
