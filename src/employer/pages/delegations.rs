//! `/organisation/vertretung`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{DelegationRow, DelegationsPage, EndedDelegationRow};
use web::parts::{FieldProblem, Filled};
use web::{Frame, Notice};

use super::read::Form;
use super::{done, house, own};
use crate::access::Permit;
use crate::access::action::DelegateManagement;
use crate::accounts::EmailAddress;
use crate::app::AppState;
use crate::employer::delegations::{self, Delegation, DelegationError, Ended, LONGEST_DAYS};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::AccountId;
use crate::pages::{Html, Parameters, Visitor, day};

const PATH: &str = "/organisation/vertretung";

pub(super) async fn show(
    permit: Permit<DelegateManagement>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<DelegationsPage>, Problem> {
    Ok(Html::new(
        page(&app, &permit, frame, Filled::default()).await?,
    ))
}

pub(super) async fn delegate(
    permit: Permit<DelegateManagement>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let mut form = Form::of(&sent, &["email", "bis"]);
    let typed = sent.first("email");
    let email: Option<EmailAddress> = typed.and_then(|typed| typed.parse().ok());
    match (typed, &email) {
        (None, _) => form.fail("email", FieldProblem::Missing),
        (Some(typed), None) => {
            let typed = typed.chars().take(100).collect();
            form.fail("email", FieldProblem::NoMail(typed));
        }
        (Some(_), Some(_)) => {}
    }
    let last_day = form.day("bis");
    if sent.first("bis").is_none() {
        form.fail("bis", FieldProblem::Missing);
    }
    if let (Some(email), Some(last_day)) = (&email, last_day) {
        let now = app.db.clock().now();
        let what = (own(&permit)?, email, last_day);
        match delegations::delegate(&app.db, &app.keyring, &permit, what).await {
            Ok(()) => return Ok(done(PATH, Notice::DelegationGiven)),
            Err(DelegationError::NoColleague) => {
                let said = DelegationsPage::no_colleague(frame.language);
                form.fail("email", FieldProblem::Said(said));
            }
            Err(DelegationError::Day) if last_day < now.date() => {
                form.fail("bis", FieldProblem::Past);
            }
            Err(DelegationError::Day) => {
                let latest = day(now.plus_days(LONGEST_DAYS).date(), frame.language);
                form.fail("bis", FieldProblem::TooLate(latest));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let page = page(&app, &permit, frame, form.into_filled()).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

pub(super) async fn end(
    permit: Permit<DelegateManagement>,
    State(app): State<AppState>,
    PathId(id): PathId<AccountId>,
) -> Result<Response, Problem> {
    delegations::end(&app.db, &permit, (own(&permit)?, id)).await?;
    Ok(done(PATH, Notice::DelegationEnded))
}

async fn page(
    app: &AppState,
    permit: &Permit<DelegateManagement>,
    frame: Frame,
    form: Filled,
) -> Result<DelegationsPage, Problem> {
    let (db, ring, id) = (&app.db, &app.keyring, own(permit)?);
    let all = delegations::delegations(db, ring, permit, id).await?;
    let ended = delegations::ended_by_admins(db, ring, permit, id).await?;
    let (body, _) = house(app, permit).await?;
    let row = |delegation: Delegation| DelegationRow {
        account: delegation.account.to_string(),
        email: delegation.email,
        until: day(delegation.until.plus_seconds(-1).date(), frame.language),
    };
    let over = |Ended { email, at }| EndedDelegationRow {
        email,
        day: day(at.date(), frame.language),
    };
    Ok(DelegationsPage {
        name: body.name,
        rows: all.into_iter().map(row).collect(),
        ended: ended.into_iter().map(over).collect(),
        form,
        frame,
    })
}
