//! Where an entry stands with the vetters, for its person and the employer's managers, and what they can do about it.

use std::collections::HashMap;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use web::pages::{
    AppealPage, AppealProblem, CaseKind as PageKind, CaseState as PageState, OwnStep as PageStep,
    OwnVetting as PageOwn, Verdict as PageVerdict,
};
use web::{Frame, Notice};

use crate::access::Permit;
use crate::access::action::{ListOwnExperts, SubmitExpert};
use crate::app::AppState;
use crate::experts::{self, Entry, TeamEntry};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::ExpertId;
use crate::pages::{Html, LocalPath, Visitor, moment, paragraphs, redirect, say_next};
use crate::search::Labels;
use crate::vetting::{self, CaseKind, CaseState, OwnStep, OwnVetting, Verdict, VettingError};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/fachkraefte/{expert_id}/einreichen", post(submit))
        .route("/organisation/einreichen", post(submit_team))
        .route("/fachkraefte/{expert_id}/zurueckziehen", post(withdraw))
        .route(
            "/fachkraefte/{expert_id}/widerspruch",
            get(show_appeal).post(appeal),
        )
}

#[derive(Deserialize)]
struct AppealFields {
    #[serde(default)]
    begruendung: String,
}

/// The block of one's own entry; none for a capacity.
pub(super) async fn of_entry(
    app: &AppState,
    permit: Option<Permit<SubmitExpert>>,
    labels: &Labels<'_>,
    (id, alias): (ExpertId, &str),
) -> Result<Option<PageOwn>, Problem> {
    let Some(permit) = permit else {
        return Ok(None);
    };
    match vetting::own(&app.db, &app.reference, &permit, id).await {
        Ok(own) => Ok(Some(shown(labels, (id, alias), own))),
        Err(VettingError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The blocks of a team, in its order.
pub(super) async fn of_team(
    app: &AppState,
    permit: Option<Permit<SubmitExpert>>,
    labels: &Labels<'_>,
    team: &[TeamEntry],
) -> Result<Vec<PageOwn>, Problem> {
    let Some(permit) = permit else {
        return Ok(Vec::new());
    };
    let entries: Vec<&Entry> = team.iter().map(|member| &member.entry).collect();
    let mut standing: HashMap<ExpertId, OwnVetting> =
        vetting::team(&app.db, &app.reference, &permit, &entries).await?;
    let shown = entries.iter().filter_map(|entry| {
        let own = standing.remove(&entry.id)?;
        Some(shown(labels, (entry.id, &entry.alias), own))
    });
    Ok(shown.collect())
}

async fn submit(
    permit: Permit<SubmitExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
) -> Result<Response, Problem> {
    let back = back(&app, &permit, id).await?.0;
    let parts = (&*app.reference, &*app.keyring);
    match vetting::submit(&app.db, parts, &permit, id).await {
        Ok(_) => Ok(said(&back, Notice::EntrySubmitted)),
        Err(VettingError::Invalid(_)) => Ok(said(&back, Notice::NotSubmitted)),
        Err(error) => Err(error.into()),
    }
}

/// Submits all entries of a team that can be; those that lack something stay as they are.
async fn submit_team(
    permit: Permit<SubmitExpert>,
    State(app): State<AppState>,
) -> Result<Response, Problem> {
    let missing = || Problem::not_found("you manage no team");
    let house = permit.scope().organisations().first().copied();
    let listing = permit.also::<ListOwnExperts>().ok_or_else(missing)?;
    let team = experts::team(&app.db, &listing, house.ok_or_else(missing)?).await?;
    let entries: Vec<&Entry> = team.iter().map(|member| &member.entry).collect();
    let standing = vetting::team(&app.db, &app.reference, &permit, &entries).await?;
    let parts = (&*app.reference, &*app.keyring);
    let mut notice = Notice::TeamSubmitted;
    for (id, own) in standing {
        if !own.steps.contains(&OwnStep::Submit) {
            continue;
        }
        match vetting::submit(&app.db, parts, &permit, id).await {
            // Somebody else was faster.
            Ok(_) | Err(VettingError::AlreadySubmitted) => {}
            Err(VettingError::Invalid(_)) => notice = Notice::TeamSubmittedInPart,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(said("/organisation", notice))
}

async fn withdraw(
    permit: Permit<SubmitExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
) -> Result<Response, Problem> {
    let back = back(&app, &permit, id).await?.0;
    vetting::withdraw(&app.db, &permit, id).await?;
    Ok(said(&back, Notice::ApplicationWithdrawn))
}

async fn show_appeal(
    permit: Permit<SubmitExpert>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
) -> Result<Html<AppealPage>, Problem> {
    appeal_page(&app, &permit, (frame, id), (String::new(), None))
        .await
        .map(Html::new)
}

async fn appeal(
    permit: Permit<SubmitExpert>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    FormBody(fields): FormBody<AppealFields>,
) -> Result<Response, Problem> {
    let grounds = fields.begruendung.trim();
    let length = grounds.chars().count();
    if !(AppealPage::SHORTEST..=AppealPage::LONGEST).contains(&length) {
        let typed = (fields.begruendung, Some(AppealProblem::Grounds));
        let page = appeal_page(&app, &permit, (frame, id), typed).await?;
        return Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    let back = back(&app, &permit, id).await?.0;
    let parts = (&*app.reference, &*app.keyring);
    vetting::appeal(&app.db, parts, &permit, (id, grounds)).await?;
    Ok(said(&back, Notice::AppealMade))
}

async fn appeal_page(
    app: &AppState,
    permit: &Permit<SubmitExpert>,
    (frame, id): (Frame, ExpertId),
    (grounds, problem): (String, Option<AppealProblem>),
) -> Result<AppealPage, Problem> {
    let back = back(app, permit, id).await?;
    let own = vetting::own(&app.db, &app.reference, permit, id).await?;
    let case = own.case.filter(|_| own.steps.contains(&OwnStep::Appeal));
    let case = case.ok_or_else(|| Problem::conflict("there is no rejection to appeal"))?;
    Ok(AppealPage {
        frame,
        entry: id.to_string(),
        alias: back.2,
        back: (back.0, back.1),
        reason: paragraphs(&case.reason.unwrap_or_default()),
        grounds,
        problem,
    })
}

/// Where one came from, whether that is the own entry, and the public name of the entry.
async fn back(
    app: &AppState,
    permit: &Permit<SubmitExpert>,
    id: ExpertId,
) -> Result<(String, bool, String), Problem> {
    let entry = experts::find(app.db.reader(), permit.scope(), id).await?;
    let entry = entry.ok_or_else(|| Problem::not_found("there is no such entry"))?;
    let is_own = entry.account == Some(permit.caller().account);
    let path = if is_own { "/profil" } else { "/organisation" };
    Ok((path.to_owned(), is_own, entry.alias))
}

fn said(back: &str, notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(back));
    say_next(&mut response, notice);
    response
}

fn shown(labels: &Labels<'_>, (id, alias): (ExpertId, &str), own: OwnVetting) -> PageOwn {
    let OwnVetting { case, steps } = own;
    let at = case
        .as_ref()
        .map(|case| case.decided_at.unwrap_or(case.opened_at));
    let reason = case.as_ref().and_then(|case| case.reason.clone());
    PageOwn {
        entry: id.to_string(),
        alias: alias.to_owned(),
        is_appeal: case.as_ref().is_some_and(|case| case.is_appeal),
        is_urgent: case.as_ref().is_some_and(|case| case.is_urgent),
        at: at.map_or_else(String::new, |at| moment(at, labels.now, labels.language)),
        reason: paragraphs(&reason.unwrap_or_default()),
        steps: steps.into_iter().map(step).collect(),
        case: case.map(|case| {
            (
                kind(case.kind),
                state(case.state),
                case.outcome.map(verdict),
            )
        }),
    }
}

fn step(step: OwnStep) -> PageStep {
    match step {
        OwnStep::Submit => PageStep::Submit,
        OwnStep::Withdraw => PageStep::Withdraw,
        OwnStep::Appeal => PageStep::Appeal,
    }
}

fn kind(kind: CaseKind) -> PageKind {
    match kind {
        CaseKind::Admission => PageKind::Admission,
        CaseKind::Renewal => PageKind::Renewal,
        CaseKind::Revocation => PageKind::Revocation,
    }
}

fn state(state: CaseState) -> PageState {
    match state {
        CaseState::Open => PageState::Open,
        CaseState::Decided => PageState::Decided,
        CaseState::Withdrawn => PageState::Withdrawn,
    }
}

fn verdict(verdict: Verdict) -> PageVerdict {
    match verdict {
        Verdict::Admit => PageVerdict::Admit,
        Verdict::Reject => PageVerdict::Reject,
        Verdict::RequestChanges => PageVerdict::RequestChanges,
    }
}
