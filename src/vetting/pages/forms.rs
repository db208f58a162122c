//! What vetters send.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::pages::{AssessForm, CaseProblem, RevokeForm, VettingCasePage};
use web::{Frame, Notice};

use super::case::{self, Typed};
use super::{PATH, words};
use crate::access::action::{AssessVettingCase, ReadVettingCases};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::VettingCaseId;
use crate::pages::{Html, LocalPath, Visitor, redirect, say_next};
use crate::vetting::model::{Ticking, Verdict};
use crate::vetting::service::{self, VettingError};

#[derive(Deserialize)]
pub(super) struct AssessFields {
    #[serde(default)]
    urteil: String,
    #[serde(default)]
    grund: String,
}

#[derive(Deserialize)]
pub(super) struct CommentFields {
    #[serde(default)]
    vermerk: String,
}

#[derive(Deserialize)]
pub(super) struct TickFields {
    #[serde(default)]
    punkt: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct RevokeFields {
    #[serde(default)]
    entzug: String,
    #[serde(default)]
    eilig: String,
}

pub(super) async fn assess(
    permit: Permit<AssessVettingCase>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<VettingCaseId>,
    FormBody(fields): FormBody<AssessFields>,
) -> Result<Response, Problem> {
    let verdict = fields.urteil.parse::<Verdict>().ok();
    let mut problems = Vec::new();
    if verdict.is_none() {
        problems.push(CaseProblem::Verdict);
    }
    if !is_reason(&fields.grund) {
        problems.push(CaseProblem::Reason);
    }
    if let (Some(verdict), true) = (verdict, problems.is_empty()) {
        let said = (id, verdict, fields.grund.trim());
        match service::assess(&app.db, &app.reference, &permit, said).await {
            Ok(_) => return Ok(done(id, Notice::CaseAssessed)),
            Err(error) => problems.push(meanwhile(error)?),
        }
    }
    let form = AssessForm {
        verdict: verdict.map(words::verdict),
        reason: fields.grund,
    };
    let typed = Typed {
        form,
        problems,
        ..Typed::default()
    };
    again(&app, &permit, (frame, id), typed).await
}

pub(super) async fn undo(
    permit: Permit<AssessVettingCase>,
    State(app): State<AppState>,
    PathId(id): PathId<VettingCaseId>,
) -> Result<Response, Problem> {
    service::undo(&app.db, &permit, id).await?;
    Ok(done(id, Notice::AssessmentUndone))
}

pub(super) async fn comment(
    permit: Permit<AssessVettingCase>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<VettingCaseId>,
    FormBody(fields): FormBody<CommentFields>,
) -> Result<Response, Problem> {
    let text = fields.vermerk.trim();
    let problem = if text.is_empty() || is_too_long(text) {
        CaseProblem::Comment
    } else {
        match service::comment(&app.db, &permit, (id, text), None).await {
            Ok(()) => return Ok(done(id, Notice::CommentAdded)),
            Err(error) => meanwhile(error)?,
        }
    };
    let typed = Typed {
        comment: fields.vermerk,
        problems: vec![problem],
        ..Typed::default()
    };
    again(&app, &permit, (frame, id), typed).await
}

pub(super) async fn tick(
    permit: Permit<AssessVettingCase>,
    State(app): State<AppState>,
    PathId(id): PathId<VettingCaseId>,
    FormBody(fields): FormBody<TickFields>,
) -> Result<Response, Problem> {
    let ticking = Ticking::Exactly(&fields.punkt);
    service::set_ticks(&app.db, &permit, (id, ticking)).await?;
    Ok(done(id, Notice::ChecklistSaved))
}

/// From the page of any case of the entry; leads to the case of the revocation.
pub(super) async fn revoke(
    permit: Permit<AssessVettingCase>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<VettingCaseId>,
    FormBody(fields): FormBody<RevokeFields>,
) -> Result<Response, Problem> {
    let is_urgent = !fields.eilig.is_empty();
    let problem = if is_reason(&fields.entzug) {
        let read = read(&permit)?;
        let expert = service::show(&app.db, &read, id).await?.expert;
        let parts = (&*app.reference, &*app.keyring);
        let asked = (expert, fields.entzug.trim(), is_urgent);
        match service::revoke(&app.db, parts, &permit, asked).await {
            Ok((case, _)) => return Ok(done(case.id, Notice::RevocationOpened)),
            Err(error) => meanwhile(error)?,
        }
    } else {
        CaseProblem::Revocation
    };
    let revocation = RevokeForm {
        reason: fields.entzug,
        is_urgent,
    };
    let typed = Typed {
        revocation,
        problems: vec![problem],
        ..Typed::default()
    };
    again(&app, &permit, (frame, id), typed).await
}

/// A reason that somebody can do something with.
pub(super) fn is_reason(text: &str) -> bool {
    let length = text.trim().chars().count();
    length >= VettingCasePage::SHORTEST_REASON && !is_too_long(text)
}

fn is_too_long(text: &str) -> bool {
    text.trim().chars().count() > VettingCasePage::LONGEST_TEXT
}

/// What the rules refuse is said on the page, where nothing typed is lost.
fn meanwhile(error: VettingError) -> Result<CaseProblem, Problem> {
    match error {
        VettingError::Refused(refusal) => Ok(CaseProblem::Meanwhile(words::why_not(refusal))),
        VettingError::NotFound
        | VettingError::AlreadySubmitted
        | VettingError::NotAdmitted
        | VettingError::KeyReused
        | VettingError::Invalid(_)
        | VettingError::Storage(_) => Err(error.into()),
    }
}

async fn again(
    app: &AppState,
    permit: &Permit<AssessVettingCase>,
    at: (Frame, VettingCaseId),
    typed: Typed,
) -> Result<Response, Problem> {
    let page = case::page(app, &read(permit)?, at, typed).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// Whoever assesses cases may read them.
pub(super) fn read<A: Action>(permit: &Permit<A>) -> Result<Permit<ReadVettingCases>, Problem> {
    permit
        .also()
        .ok_or_else(|| Problem::forbidden("your token may not read this"))
}

fn done(id: VettingCaseId, notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(&format!("{PATH}/{id}")));
    say_next(&mut response, notice);
    response
}
