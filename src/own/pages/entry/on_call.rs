//! On-call duty as the employer plans it: one period more or less at a time.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDateTime;
use web::Notice;
use web::pages::{AvailabilityForm, AvailabilityProblem, OnCallRow};

use super::availability::{page, path};
use super::{Editing, Sent};
use crate::access::Permit;
use crate::access::action::{PlanOnCall, UpdateExpert};
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts::{self, ExpertError, OnCall};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::ExpertId;
use crate::pages::{Html, Visitor, moment, redirect, say_next};

/// Periods that are planned at most.
const MOST: usize = 50;

pub(super) async fn save(
    permit: Permit<PlanOnCall>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Sent(sent);
    let change = |held: &mut Vec<OnCall>| changed(held, &sent);
    let problem = match experts::plan_on_call(&app.db, &permit, id, change).await {
        Ok(Ok(_)) => {
            let mut response = redirect(&path(id));
            say_next(&mut response, Notice::OnCallSaved);
            return Ok(response);
        }
        Ok(Err(problem)) => problem,
        // The form sends one period; what else is wrong with it is that it does not fit the others or the time.
        Err(ExpertError::Invalid(_)) => AvailabilityProblem::OnCall,
        Err(error) => return Err(error.into()),
    };
    let missing = || Problem::not_found("there is no such entry");
    let updating = permit.also::<UpdateExpert>().ok_or_else(missing)?;
    let editing = Editing::load(&app, &updating, id).await?;
    let form = AvailabilityForm {
        on_call_from: sent.text("beginn").to_owned(),
        on_call_until: sent.text("ende").to_owned(),
        problem: Some(problem),
        ..AvailabilityForm::default()
    };
    let page = page(frame, &editing, app.db.clock().now(), form);
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// Adds a period, or takes one away.
fn changed(held: &mut Vec<OnCall>, sent: &Sent) -> Result<(), AvailabilityProblem> {
    let gone = sent.text("dienst");
    if !gone.is_empty() {
        held.retain(|period| value(*period) != gone);
        return Ok(());
    }
    if held.len() >= MOST {
        return Err(AvailabilityProblem::OnCallTooMany);
    }
    let at = |name: &str| {
        let local = NaiveDateTime::parse_from_str(sent.text(name), "%Y-%m-%dT%H:%M").ok()?;
        Instant::of_berlin(local)
    };
    let period = at("beginn").zip(at("ende"));
    let (from, until) = period.ok_or(AvailabilityProblem::OnCall)?;
    held.push(OnCall { from, until });
    Ok(())
}

/// Names a period in a form.
fn value(period: OnCall) -> String {
    format!("{}/{}", period.from.as_seconds(), period.until.as_seconds())
}

/// The periods still ahead, as the page shows them.
pub(super) fn rows(editing: &Editing, now: Instant, language: web::Language) -> Vec<OnCallRow> {
    let row = |period: &OnCall| OnCallRow {
        value: value(*period),
        from: moment(period.from, now, language),
        until: moment(period.until, now, language),
        is_now: period.from <= now && now < period.until,
    };
    editing.entry.on_call.iter().map(row).collect()
}
