//! One term: added, changed, merged into another, retired.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;
use web::pages::{AdminField, AdminProblem, TermFormPage, TermStanding};
use web::{Frame, Notice};

use super::super::form::{Refused, Sent, problems};
use super::form::{Problems, Shown, fields, page, read};
use super::{AXES, label, list, path_of, typed_term};
use crate::access::Permit;
use crate::access::action::KeepTerms;
use crate::app::AppState;
use crate::experts::proposals::{self, ProposalError};
use crate::http::{FormBody, PathText, Problem};
use crate::pages::{Html, LocalPath, Parameters, Visitor, redirect, say_next};
use crate::reference::{self, Axis, KeepingError, KeptTerm, NewTerm};

pub(super) async fn fresh(
    _: Permit<KeepTerms>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Html<TermFormPage> {
    let axis = parameters
        .parsed::<Axis>("achse")
        .filter(|axis| AXES.contains(axis));
    let shown = Shown {
        word: parameters
            .first("wort")
            .unwrap_or_default()
            .chars()
            .take(120)
            .collect(),
        proposal: parameters.first("vorschlag").map(str::to_owned),
        ..Shown::default()
    };
    Html::new(page(
        &app,
        frame,
        (axis.unwrap_or(Axis::Product), None),
        shown,
    ))
}

pub(super) async fn add(
    permit: Permit<KeepTerms>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Sent(sent);
    let axis = sent
        .text("achse")
        .parse::<Axis>()
        .ok()
        .filter(|axis| AXES.contains(axis));
    let axis = axis.ok_or_else(|| Problem::invalid("there is no such kind of terms"))?;
    let proposal = Some(sent.text("vorschlag").to_owned()).filter(|id| !id.is_empty());
    let problems = match read(&app, axis, &sent) {
        Err(problems) => problems,
        Ok(said) => {
            let id = Some(sent.text(AdminField::TermId.name()).to_owned());
            let new = NewTerm { axis, id, said };
            let added = match &proposal {
                None => reference::add_term(&app.db, &permit, &new)
                    .await
                    .map_err(Into::into),
                Some(proposal) => {
                    let proposal = id_of(proposal)?;
                    proposals::accept_as_term(&app.db, &permit, (proposal, &new)).await
                }
            };
            match added {
                Ok(id) => return Ok(said_of(&id, Notice::TermSaved)),
                Err(ProposalError::Keeping(KeepingError::Invalid(errors))) => {
                    problems(&fields(axis, true), &sent, &errors)
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    let shown = Shown {
        refused: Some(refused(&sent, problems, false)),
        proposal,
        ..Shown::default()
    };
    let page = page(&app, frame, (axis, None), shown);
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

pub(super) async fn show(
    permit: Permit<KeepTerms>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(id): PathText,
) -> Result<Html<TermFormPage>, Problem> {
    shown(&app, &permit, (frame, &id), Shown::default())
        .await
        .map(Html::new)
}

pub(super) async fn save(
    permit: Permit<KeepTerms>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(id): PathText,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Sent(sent);
    let (term, _) = reference::kept_term(&app.db, &permit, &id).await?;
    let version = sent.version().or(0);
    let (problems, is_conflict) = match read(&app, term.axis, &sent) {
        Err(problems) => (problems, false),
        Ok(said) => match reference::change_term(&app.db, &permit, (&id, version), &said).await {
            Ok(()) => return Ok(said_of(&id, Notice::TermSaved)),
            Err(KeepingError::Changed) => (Vec::new(), true),
            Err(KeepingError::Invalid(errors)) => {
                (problems(&fields(term.axis, false), &sent, &errors), false)
            }
            Err(error) => return Err(error.into()),
        },
    };
    let status = if is_conflict {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let again = Shown {
        refused: Some(refused(&sent, problems, is_conflict)),
        ..Shown::default()
    };
    let page = shown(&app, &permit, (frame, &id), again).await?;
    Ok(Html::with_status(page, status).into_response())
}

pub(super) async fn merge(
    permit: Permit<KeepTerms>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(id): PathText,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (term, _) = reference::kept_term(&app.db, &permit, &id).await?;
    let typed = Sent(sent).text(AdminField::Into.name()).to_owned();
    let target = match typed.as_str() {
        "" => Err(AdminProblem::Missing),
        typed => typed_term(&app.reference.taxonomy, Some(term.axis), typed)
            .map_err(AdminProblem::NoTerm),
    };
    let problem = match target {
        Err(problem) => problem,
        Ok(into) => match reference::merge_terms(&app.db, &permit, (&id, &into.id)).await {
            Ok(()) => return Ok(said_of(&into.id, Notice::TermsMerged)),
            Err(KeepingError::Invalid(_)) => AdminProblem::Circle,
            Err(error) => return Err(error.into()),
        },
    };
    let again = Shown {
        target: Some((typed, problem)),
        ..Shown::default()
    };
    let page = shown(&app, &permit, (frame, &id), again).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

pub(super) async fn retire(
    permit: Permit<KeepTerms>,
    State(app): State<AppState>,
    PathText(id): PathText,
) -> Result<Response, Problem> {
    reference::retire_term(&app.db, &permit, (&id, true)).await?;
    Ok(said_of(&id, Notice::TermRetired))
}

pub(super) async fn restore(
    permit: Permit<KeepTerms>,
    State(app): State<AppState>,
    PathText(id): PathText,
) -> Result<Response, Problem> {
    reference::retire_term(&app.db, &permit, (&id, false)).await?;
    Ok(said_of(&id, Notice::TermSaved))
}

fn refused(sent: &Sent, problems: Problems, is_conflict: bool) -> Refused<'_> {
    Refused {
        sent,
        problems,
        is_conflict,
    }
}

/// The page of a term there is, whatever became of it.
async fn shown(
    app: &AppState,
    permit: &Permit<KeepTerms>,
    (frame, id): (Frame, &str),
    shown: Shown<'_>,
) -> Result<TermFormPage, Problem> {
    let (term, old_ids) = reference::kept_term(&app.db, permit, id).await?;
    let frame = Frame {
        here: path_of(id),
        ..frame
    };
    let mut standing = standing(app, permit, (&term, old_ids), &frame).await?;
    if let Some(refused) = &shown.refused {
        standing.version = refused.version(term.version);
    }
    Ok(page(
        app,
        frame,
        (term.axis, Some((&term, standing))),
        shown,
    ))
}

async fn standing(
    app: &AppState,
    permit: &Permit<KeepTerms>,
    (term, old_ids): (&KeptTerm, Vec<String>),
    frame: &Frame,
) -> Result<TermStanding, Problem> {
    Ok(TermStanding {
        id: term.id.clone(),
        label: label(&term.label, frame.language).to_owned(),
        version: term.version,
        state: list::state(app, term, frame),
        old_ids,
        entries: proposals::holders(&app.db, permit, &term.id).await?,
    })
}

/// Names a proposal in forms.
pub(super) fn id_of(text: &str) -> Result<Uuid, Problem> {
    let id = text.parse();
    id.map_err(|_| Problem::not_found("there is no such proposal"))
}

fn said_of(id: &str, notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(&path_of(id)));
    say_next(&mut response, notice);
    response
}
