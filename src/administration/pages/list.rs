//! `/verwaltung/konten`: the list.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::Frame;
use web::pages::{
    AccountRow, AccountState as PageState, AccountsFilter, AccountsPage, FindProblem,
};

use super::{path_of, proposal_rows, role::options};
use crate::access::action::ReadAccounts;
use crate::access::{Permit, Role};
use crate::accounts::EmailAddress;
use crate::accounts::administration::{self, AccountFilter, AccountState, KeepError, KeptAccount};
use crate::app::AppState;
use crate::fold::fold;
use crate::http::{FormBody, Problem};
use crate::pages::{Html, LocalPath, Parameters, Visitor, day, redirect, role as page_role};

#[derive(Deserialize)]
pub(super) struct FindForm {
    #[serde(default)]
    email: String,
}

pub(super) async fn show(
    permit: Permit<ReadAccounts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<AccountsPage>, Problem> {
    page(&app, &permit, (frame, &parameters))
        .await
        .map(Html::new)
}

/// A mail address belongs in no address of a page, so it is posted; the account's page is led to.
pub(super) async fn find(
    permit: Permit<ReadAccounts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(form): FormBody<FindForm>,
) -> Result<Response, Problem> {
    let problem = match form.email.parse::<EmailAddress>() {
        Err(_) => FindProblem::Malformed,
        Ok(email) => match administration::find(&app.db, &app.keyring, &permit, &email).await {
            Ok(id) => return Ok(redirect(&LocalPath::or_start(&path_of(id)))),
            Err(KeepError::NotFound) => FindProblem::Unknown,
            Err(error) => return Err(error.into()),
        },
    };
    let here = "/verwaltung/konten".to_owned();
    let frame = Frame { here, ..frame };
    let mut page = page(&app, &permit, (frame, &Parameters::default())).await?;
    form.email.trim().clone_into(&mut page.email);
    page.find_problem = Some(problem);
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn page(
    app: &AppState,
    permit: &Permit<ReadAccounts>,
    (frame, parameters): (Frame, &Parameters),
) -> Result<AccountsPage, Problem> {
    let typed = parameters.first("organisation").unwrap_or_default();
    let typed: String = typed.chars().take(100).collect();
    let filter = AccountFilter {
        role: parameters.parsed::<Role>("rolle"),
        state: parameters.parsed::<AccountState>("zustand"),
        words: fold(&typed).split_whitespace().map(str::to_owned).collect(),
        after: parameters.parsed("weiter"),
    };
    let (db, ring) = (&app.db, &app.keyring);
    let (accounts, next) = administration::list(db, ring, permit, &filter).await?;
    let proposals = administration::proposals(db, ring, permit).await?;
    let viewer = permit.caller().account;
    let seen = (db.clock().now(), frame.language);
    let kept = parameters.only(&["rolle", "zustand", "organisation"]);
    let next = next.map(|next| kept.with("weiter", &next.to_string()));
    Ok(AccountsPage {
        filter: AccountsFilter {
            roles: options(filter.role),
            state: filter.state.map(page_state),
            organisation: typed,
        },
        rows: accounts.iter().map(|kept| row(kept, &frame)).collect(),
        proposals: proposal_rows(&proposals, viewer, seen),
        next_href: next.map(|next| next.href("/verwaltung/konten")),
        email: String::new(),
        find_problem: None,
        frame,
    })
}

fn row(kept: &KeptAccount, frame: &Frame) -> AccountRow {
    let mut roles = Vec::new();
    for grant in &kept.grants {
        let role = page_role(grant.role);
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    AccountRow {
        href: path_of(kept.id),
        email: kept.email.clone(),
        roles,
        state: page_state(kept.state),
        created: day(kept.created_at.date(), frame.language),
    }
}

/// A state as the pages know it.
pub(super) fn page_state(state: AccountState) -> PageState {
    match state {
        AccountState::Open => PageState::Open,
        AccountState::Invited => PageState::Invited,
        AccountState::Closed => PageState::Closed,
    }
}
