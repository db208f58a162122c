//! What is done with a request: begin, pause, the next wave, pick, skip, an answer on the phone, the end.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use web::Notice;
use web::pages::{EndForm, PickProblem, SpokenAnswerProblem};
use web::parts::FieldProblem;

use super::page::again;
use super::view::Shown;
use super::{lead, right};
use crate::access::Permit;
use crate::access::action::{AlertExperts, AnswerForExpert, SteerWaves};
use crate::app::AppState;
use crate::db::StorageError;
use crate::experts::{self, Alias};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{AlertId, ExpertId, NeedId, RequestId};
use crate::incidents::requests::{self, AnswerKind, Choice, Given, RequestError};
use crate::input::FieldError;
use crate::pages::Visitor;

/// Signs a reason may have.
const LONGEST_REASON: usize = 500;

/// Back on the page, with what was done, or that others were faster.
fn after<T>(
    id: RequestId,
    done: Result<T, RequestError>,
    notice: Notice,
) -> Result<Response, Problem> {
    let path = format!("/ersuchen/{id}");
    match done {
        Ok(_) => Ok(lead(&path, notice)),
        Err(
            RequestError::Unverified
            | RequestError::Over
            | RequestError::Answered
            | RequestError::Expired
            | RequestError::CannotUndo
            | RequestError::MovedOn
            | RequestError::Reached
            | RequestError::KeyReused,
        ) => Ok(lead(&path, Notice::RequestMovedOn)),
        Err(
            error @ (RequestError::NotFound
            | RequestError::Invalid(_)
            | RequestError::NotReady
            | RequestError::Storage(_)),
        ) => Err(error.into()),
    }
}

pub(super) async fn begin(
    permit: Permit<AlertExperts>,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
) -> Result<Response, Problem> {
    let begun = requests::begin(&requests::desk(&app), &permit, id).await;
    after(id, begun, Notice::RequestBegun)
}

#[derive(Deserialize)]
pub(super) struct PauseFields {
    #[serde(default)]
    pause: String,
}

pub(super) async fn pause(
    permit: Permit<SteerWaves>,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
    FormBody(form): FormBody<PauseFields>,
) -> Result<Response, Problem> {
    let is_paused = form.pause == "ja";
    let paused = requests::pause(&requests::desk(&app), &permit, (id, is_paused)).await;
    let notice = if is_paused {
        Notice::RequestPaused
    } else {
        Notice::RequestResumed
    };
    after(id, paused, notice)
}

#[derive(Deserialize)]
pub(super) struct WaveFields {
    #[serde(default)]
    bedarf: String,
    /// The wave that was seen.
    #[serde(default)]
    welle: String,
}

pub(super) async fn next_wave(
    permit: Permit<SteerWaves>,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
    FormBody(form): FormBody<WaveFields>,
) -> Result<Response, Problem> {
    let need = form.bedarf.parse::<NeedId>().ok();
    let wave = (id, need, form.welle.parse().ok());
    match requests::next_wave(&requests::desk(&app), &permit, wave).await {
        Err(RequestError::MovedOn) => Ok(lead(&format!("/ersuchen/{id}"), Notice::WaveMovedOn)),
        asked => after(id, asked, Notice::WaveAsked),
    }
}

#[derive(Deserialize)]
pub(super) struct ChoiceFields {
    #[serde(default)]
    bedarf: String,
    #[serde(default)]
    wahl: String,
    /// Who is skipped.
    #[serde(default)]
    wen: String,
    /// Who is picked, as typed.
    #[serde(default)]
    kennung: String,
}

pub(super) async fn choose(
    permit: Permit<SteerWaves>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
    FormBody(form): FormBody<ChoiceFields>,
) -> Result<Response, Problem> {
    let need: NeedId = form.bedarf.parse().map_err(|_| RequestError::NotFound)?;
    let desk = requests::desk(&app);
    if matches!(form.wahl.parse(), Ok(Choice::Skip)) {
        let expert: ExpertId = form.wen.parse().map_err(|_| RequestError::NotFound)?;
        let skipped = requests::choose(&desk, &permit, (id, need, (expert, Choice::Skip))).await;
        return after(id, skipped, Notice::ExpertSkipped);
    }
    let problem = match named(&app, &form.kennung).await? {
        Ok(expert) => {
            let chosen = (id, need, (expert, Choice::Pick));
            match requests::choose(&desk, &permit, chosen).await {
                Err(RequestError::Invalid(errors)) => obstacle(&errors),
                picked => return after(id, picked, Notice::ExpertPicked),
            }
        }
        Err(problem) => problem,
    };
    let shown = Shown {
        pick: Some((need, form.kennung, problem)),
        ..Shown::default()
    };
    again(&app, &right(&permit)?, frame, (id, shown)).await
}

/// Why whoever is picked is not asked.
fn obstacle(errors: &[FieldError]) -> PickProblem {
    match errors.first().map(|error| error.code.as_str()) {
        Some("asked_before") => PickProblem::AskedBefore,
        Some("asked_elsewhere") => PickProblem::AskedElsewhere,
        Some("not_eligible") => PickProblem::NotEligible,
        Some("not_now") => PickProblem::NotNow,
        Some(_) | None => PickProblem::DoesNotFit,
    }
}

/// Who is called so.
async fn named(app: &AppState, typed: &str) -> Result<Result<ExpertId, PickProblem>, StorageError> {
    if typed.trim().is_empty() {
        return Ok(Err(PickProblem::Missing));
    }
    let found = match Alias::typed(typed) {
        Some(alias) => experts::of_alias(app.db.reader(), &alias).await?,
        None => None,
    };
    Ok(found.ok_or(PickProblem::Unknown))
}

#[derive(Deserialize)]
pub(super) struct AnswerFields {
    #[serde(default)]
    alarm: String,
    #[serde(default)]
    antwort: String,
    #[serde(default)]
    ausgeruht: String,
}

/// What was said on the phone.
pub(super) async fn answer(
    permit: Permit<AnswerForExpert>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
    FormBody(form): FormBody<AnswerFields>,
) -> Result<Response, Problem> {
    let alert: AlertId = form.alarm.parse().map_err(|_| RequestError::NotFound)?;
    let situation = requests::show(&app.db, &right(&permit)?, id).await?;
    if !situation.alerts.iter().any(|known| known.id == alert) {
        return Err(RequestError::NotFound.into());
    }
    let kind = form.antwort.parse::<AnswerKind>().ok();
    let is_rested = !form.ausgeruht.is_empty();
    let problem = match kind {
        None => SpokenAnswerProblem::Missing,
        Some(kind) => {
            let given = Given {
                kind,
                from: None,
                is_rested,
            };
            let desk = requests::desk(&app);
            match requests::answer_for(&desk, &permit, (alert, given)).await {
                Err(RequestError::Invalid(errors)) => {
                    let is_about_rest = errors.iter().any(|error| error.pointer == "/rested");
                    if is_about_rest {
                        SpokenAnswerProblem::NotRested
                    } else {
                        SpokenAnswerProblem::DoesNotFit
                    }
                }
                taken => return after(id, taken, Notice::SpokenAnswerTaken),
            }
        }
    };
    let shown = Shown {
        answer: Some((alert, (kind, is_rested), problem)),
        ..Shown::default()
    };
    again(&app, &right(&permit)?, frame, (id, shown)).await
}

#[derive(Deserialize)]
pub(super) struct EndFields {
    #[serde(default)]
    grund: String,
}

pub(super) async fn stand_down(
    permit: Permit<AlertExperts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
    FormBody(form): FormBody<EndFields>,
) -> Result<Response, Problem> {
    let reason = form.grund.trim();
    let problem = match reason.chars().count() {
        0..3 => FieldProblem::Missing,
        3..=LONGEST_REASON => {
            let ended = requests::stand_down(&requests::desk(&app), &permit, (id, reason)).await;
            let notice = match &ended {
                Ok((ended, _)) if ended.request.begun_at.is_none() => Notice::RequestDiscarded,
                Ok(_) | Err(_) => Notice::RequestEnded,
            };
            return after(id, ended, notice);
        }
        _ => FieldProblem::TooLong,
    };
    let shown = Shown {
        end: Some(EndForm {
            problem: Some(problem),
            reason: form.grund,
        }),
        ..Shown::default()
    };
    again(&app, &right(&permit)?, frame, (id, shown)).await
}
