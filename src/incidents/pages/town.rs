//! What a town decides on its status page: who helps, and who that is.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::pages::{CodeProblem, HelpRefusal};
use web::{Frame, Language};

use super::phone::OwnRequests;
use super::status::{self, link};
use super::team::Said;
use super::times;
use crate::app::AppState;
use crate::http::{FormBody, PathUnder, Problem};
use crate::ids::DeploymentId;
use crate::incidents::deployments::{self, AcceptanceDecision, DeploymentError, Step};
use crate::incidents::requests;
use crate::pages::{Html, LocalPath, Visitor, redirect, typed_moment};

/// Digits of the spoken code.
const DIGITS: usize = 6;

#[derive(Deserialize)]
pub(super) struct DecisionFields {
    #[serde(default)]
    entscheidung: String,
}

/// Yes or no to somebody who wants to help.
pub(super) async fn decide(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathUnder(text, id): PathUnder<DeploymentId>,
    kept: OwnRequests,
    FormBody(form): FormBody<DecisionFields>,
) -> Result<Response, Problem> {
    let decision = form.entscheidung.parse::<AcceptanceDecision>();
    let decision = decision.map_err(|_| Problem::invalid("decide by one of the buttons"))?;
    let decided = (id, decision);
    let (desk, link) = (requests::desk(&app), link(&text)?);
    match deployments::decide_by_town(&desk, &link, decided).await {
        Ok(_) => Ok(redirect(&LocalPath::or_start(&format!("/hilfe/{text}")))),
        Err(error) => {
            let refused = refused(&app, error, frame.language)?;
            once(&app, (frame, text, kept), refused).await
        }
    }
}

#[derive(Deserialize)]
pub(super) struct StepFields {
    #[serde(default)]
    schritt: String,
    #[serde(default)]
    bis: String,
}

/// It begins, is to last longer, is over or is called off.
pub(super) async fn step(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathUnder(text, id): PathUnder<DeploymentId>,
    kept: OwnRequests,
    FormBody(form): FormBody<StepFields>,
) -> Result<Response, Problem> {
    let (desk, link) = (requests::desk(&app), link(&text)?);
    let step = match form.schritt.as_str() {
        "start" => Some(Step::Start(None)),
        "end" => Some(Step::End),
        "cancel" => Some(Step::Cancel),
        "extend" => None,
        _ => return Err(Problem::invalid("say it by one of the buttons")),
    };
    let done = match (step, typed_moment(form.bis.trim())) {
        (Some(step), _) => deployments::take_step_by_town(&desk, &link, (id, step)).await,
        (None, Some(until)) => deployments::ask_extension_by_town(&desk, &link, (id, until)).await,
        (None, None) => Err(DeploymentError::Invalid(Vec::new())),
    };
    match done {
        Ok(_) => Ok(redirect(&LocalPath::or_start(&format!("/hilfe/{text}")))),
        Err(error) => {
            let refused = refused(&app, error, frame.language)?;
            once(&app, (frame, text, kept), refused).await
        }
    }
}

/// What the page says of what was not done, if it says anything of it.
fn refused(
    app: &AppState,
    error: DeploymentError,
    language: Language,
) -> Result<(Said, StatusCode), Problem> {
    let day = |at| times::starts(at, app.db.clock().now(), language);
    let (refusal, status) = match error {
        DeploymentError::NotAsked => (HelpRefusal::Decided, StatusCode::CONFLICT),
        DeploymentError::Invalid(_) => (HelpRefusal::NoTime, StatusCode::UNPROCESSABLE_ENTITY),
        DeploymentError::Booked(free) => (HelpRefusal::Booked(day(free)), StatusCode::CONFLICT),
        DeploymentError::NotAgreed(again) => {
            (HelpRefusal::NotAgreed(again.map(day)), StatusCode::CONFLICT)
        }
        error => return Err(error.into()),
    };
    Ok((Said::refused(refusal), status))
}

#[derive(Deserialize)]
pub(super) struct CodeFields {
    #[serde(default)]
    code: String,
}

/// Name and number of somebody who is committed, for the spoken code. It is recorded, and the expert sees it.
pub(super) async fn contact(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathUnder(text, id): PathUnder<DeploymentId>,
    kept: OwnRequests,
    FormBody(form): FormBody<CodeFields>,
) -> Result<Response, Problem> {
    let of_page = (frame, text.clone(), kept);
    if form.code.chars().filter(char::is_ascii_digit).count() != DIGITS {
        // Not a try: it cannot be the code.
        return once(&app, of_page, wrong(id, CodeProblem::Missing)).await;
    }
    let (desk, typed) = (requests::desk(&app), (id, form.code.as_str()));
    let outcome = match deployments::show_expert_to_town(&desk, &link(&text)?, typed).await {
        Ok(contact) => (Said::typed(id, Ok(contact)), StatusCode::OK),
        Err(DeploymentError::WrongCode(left)) => {
            let left = u8::try_from(left).unwrap_or(0);
            wrong(id, CodeProblem::Wrong { left })
        }
        Err(DeploymentError::Locked) => wrong(id, CodeProblem::Locked),
        Err(DeploymentError::NotCommitted) => {
            (Said::refused(HelpRefusal::Decided), StatusCode::CONFLICT)
        }
        Err(error) => return Err(error.into()),
    };
    once(&app, of_page, outcome).await
}

fn wrong(id: DeploymentId, problem: CodeProblem) -> (Said, StatusCode) {
    let said = Said::typed(id, Err(problem));
    (said, StatusCode::UNPROCESSABLE_ENTITY)
}

/// The status page with what came of it, shown this once.
pub(super) async fn once(
    app: &AppState,
    (mut frame, text, kept): (Frame, String, OwnRequests),
    (said, status): (Said, StatusCode),
) -> Result<Response, Problem> {
    frame.here = format!("/hilfe/{text}");
    let page = status::page_of(app, (frame, &text), (kept, said)).await?;
    Ok(Html::with_status(page, status).into_response())
}
