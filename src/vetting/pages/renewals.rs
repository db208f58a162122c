//! Several renewals with one reason, each by the same rules as alone.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::Frame;
use web::pages::{RenewalOutcome, RenewalProblem, RenewalResult, RenewalRow, VettingRenewalsPage};

use super::forms::{is_reason, read};
use super::{PATH, words};
use crate::access::Permit;
use crate::access::action::{AssessVettingCase, ReadVettingCases};
use crate::app::AppState;
use crate::experts::EntryWords;
use crate::http::{FormBody, Problem};
use crate::ids::VettingCaseId;
use crate::pages::{Html, Visitor, day};
use crate::vetting::model::{CaseKind, CaseState, QueueFilter, Verdict};
use crate::vetting::service::{self, QueueRow, VettingError};

#[derive(Default, Deserialize)]
pub(super) struct RenewalFields {
    #[serde(default)]
    vorgang: Vec<String>,
    #[serde(default)]
    grund: String,
}

pub(super) async fn show(
    permit: Permit<ReadVettingCases>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<VettingRenewalsPage>, Problem> {
    let rows = waiting(&app, &permit).await?;
    let words = words_of(&app, &frame);
    let rows = rows.iter().map(|found| row(words, found, &[])).collect();
    Ok(Html::new(VettingRenewalsPage {
        frame,
        rows,
        results: Vec::new(),
        reason: String::new(),
        problems: Vec::new(),
    }))
}

/// The answer says what became of each; those that went through are no longer in the list.
pub(super) async fn renew(
    permit: Permit<AssessVettingCase>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(fields): FormBody<RenewalFields>,
) -> Result<Response, Problem> {
    let read = read(&permit)?;
    let chosen: Vec<VettingCaseId> = fields
        .vorgang
        .iter()
        .take(VettingRenewalsPage::MOST)
        .filter_map(|id| id.parse().ok())
        .collect();
    let mut problems = Vec::new();
    if chosen.is_empty() {
        problems.push(RenewalProblem::Nothing);
    }
    if !is_reason(&fields.grund) {
        problems.push(RenewalProblem::Reason);
    }
    let mut results = Vec::new();
    if problems.is_empty() {
        let aliases = aliases(&waiting(&app, &read).await?);
        for id in &chosen {
            results.push(RenewalResult {
                href: format!("{PATH}/{id}"),
                alias: aliases.get(id).cloned().unwrap_or_default(),
                outcome: one(&app, &permit, *id, fields.grund.trim()).await?,
            });
        }
    }
    let is_done = problems.is_empty();
    let words = words_of(&app, &frame);
    let kept = if is_done { Vec::new() } else { chosen };
    let rows = waiting(&app, &read).await?;
    let page = VettingRenewalsPage {
        rows: rows.iter().map(|found| row(words, found, &kept)).collect(),
        results,
        reason: if is_done { String::new() } else { fields.grund },
        problems,
        frame: Frame {
            here: format!("{PATH}/verlaengerungen"),
            ..frame
        },
    };
    let status = if is_done {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(Html::with_status(page, status).into_response())
}

/// One of them; what the rules refuse concerns this one alone.
async fn one(
    app: &AppState,
    permit: &Permit<AssessVettingCase>,
    id: VettingCaseId,
    reason: &str,
) -> Result<RenewalOutcome, Problem> {
    let read = read(permit)?;
    let is_renewal = match service::show(&app.db, &read, id).await {
        Ok(case) => case.kind == CaseKind::Renewal,
        Err(VettingError::NotFound) => false,
        Err(error) => return Err(error.into()),
    };
    if !is_renewal {
        return Ok(RenewalOutcome::Refused(web::pages::WhyNot::Closed));
    }
    let said = (id, Verdict::Admit, reason);
    match service::assess(&app.db, &app.reference, permit, said).await {
        Ok((case, _)) if case.state == CaseState::Decided => Ok(RenewalOutcome::Renewed),
        Ok(_) => Ok(RenewalOutcome::NeedsAnother),
        Err(VettingError::Refused(refusal)) => Ok(RenewalOutcome::Refused(words::why_not(refusal))),
        Err(VettingError::NotFound) => Ok(RenewalOutcome::Refused(web::pages::WhyNot::Closed)),
        Err(error) => Err(error.into()),
    }
}

/// The renewals due first that whoever looks may assess.
async fn waiting(
    app: &AppState,
    permit: &Permit<ReadVettingCases>,
) -> Result<Vec<QueueRow>, Problem> {
    let filter = QueueFilter {
        state: CaseState::Open,
        kind: Some(CaseKind::Renewal),
        grade: None,
        unassessed_by: None,
    };
    let part = (0, VettingRenewalsPage::MOST as u64);
    Ok(service::queue(&app.db, permit, &filter, part).await?.rows)
}

fn aliases(rows: &[QueueRow]) -> HashMap<VettingCaseId, String> {
    let named = rows
        .iter()
        .filter_map(|row| Some((row.case.id, row.entry.as_ref()?.alias.clone())));
    named.collect()
}

fn words_of<'a>(app: &'a AppState, frame: &Frame) -> EntryWords<'a> {
    EntryWords {
        reference: &app.reference,
        language: frame.language,
        now: app.db.clock().now(),
    }
}

fn row(words: EntryWords<'_>, found: &QueueRow, chosen: &[VettingCaseId]) -> RenewalRow {
    let QueueRow {
        case,
        entry,
        missing,
        may_assess: _,
        waits_for_others: _,
        is_close: _,
    } = found;
    let named = entry.as_ref();
    RenewalRow {
        id: case.id.to_string(),
        alias: named.map_or_else(String::new, |entry| entry.alias.clone()),
        headline: named.map_or_else(String::new, |entry| words.pick(&entry.profile.headline)),
        grade: super::words::grade(case.grade),
        // It ends at the first instant it no longer holds.
        due: day(case.due_at.plus_seconds(-1).date(), words.language),
        missing: super::words::missing(missing),
        needs_another: !case.assessments.is_empty(),
        is_chosen: chosen.contains(&case.id),
    }
}
