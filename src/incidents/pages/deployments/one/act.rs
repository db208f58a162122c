//! What is done with a deployment on its page.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::pages::{MomentForm, MomentProblem};
use web::{Frame, Notice};

use super::page::{Typed, page};
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::deployments::{
    self, Deployment, DeploymentError, ExtensionDecision, Step, latest_end,
};
use crate::incidents::pages::requests::lead;
use crate::incidents::requests::desk;
use crate::pages::{Html, Visitor, moment, typed_moment};

type Done = Result<(Deployment, i64), DeploymentError>;

#[derive(Deserialize)]
pub(super) struct StartFields {
    #[serde(default)]
    ab: String,
}

#[derive(Deserialize)]
pub(super) struct ExtendFields {
    #[serde(default)]
    bis: String,
}

#[derive(Deserialize)]
pub(super) struct ReturnFields {
    #[serde(default)]
    am: String,
}

#[derive(Deserialize)]
pub(super) struct AnswerFields {
    #[serde(default)]
    antwort: String,
}

pub(super) async fn start(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(form): FormBody<StartFields>,
) -> Result<Response, Problem> {
    let typed = form.ab.trim();
    let done = match (typed.is_empty(), typed_moment(typed)) {
        (false, None) => Err(MomentProblem::Missing),
        (_, at) => {
            let step = (id, Step::Start(at));
            let done = deployments::take_step(&desk(&app), &permit, step).await;
            sorted(&app, &permit, (id, &frame), done).await?
        }
    };
    let refused = |form| Typed {
        start: Some(form),
        ..Typed::default()
    };
    let sent = (form.ab.clone(), done);
    answer_to(
        &app,
        &permit,
        (id, frame),
        (sent, Notice::DeploymentStarted, refused),
    )
    .await
}

pub(super) async fn extend(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(form): FormBody<ExtendFields>,
) -> Result<Response, Problem> {
    let done = match typed_moment(form.bis.trim()) {
        None => Err(MomentProblem::Missing),
        Some(until) => {
            let done = deployments::ask_extension(&desk(&app), &permit, (id, until)).await;
            sorted(&app, &permit, (id, &frame), done).await?
        }
    };
    let refused = |form| Typed {
        extend: Some(form),
        ..Typed::default()
    };
    let sent = (form.bis.clone(), done);
    answer_to(
        &app,
        &permit,
        (id, frame),
        (sent, Notice::ExtensionAsked, refused),
    )
    .await
}

pub(super) async fn call_back(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(form): FormBody<ReturnFields>,
) -> Result<Response, Problem> {
    let done = match typed_moment(form.am.trim()) {
        None => Err(MomentProblem::Missing),
        Some(at) => {
            let step = (id, Step::CallBack(at));
            let done = deployments::take_step(&desk(&app), &permit, step).await;
            sorted(&app, &permit, (id, &frame), done).await?
        }
    };
    let refused = |form| Typed {
        call_back: Some(form),
        ..Typed::default()
    };
    let sent = (form.am.clone(), done);
    let then = (sent, Notice::DeploymentCalledBack, refused);
    answer_to(&app, &permit, (id, frame), then).await
}

pub(super) async fn answer(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(form): FormBody<AnswerFields>,
) -> Result<Response, Problem> {
    let decision = form.antwort.parse::<ExtensionDecision>();
    let decision = decision.map_err(|_| Problem::invalid("say agree or refuse"))?;
    let done = deployments::answer_extension(&desk(&app), &permit, (id, decision)).await;
    after(id, done, Notice::ExtensionAnswered)
}

pub(super) async fn end(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Response, Problem> {
    let done = deployments::take_step(&desk(&app), &permit, (id, Step::End)).await;
    after(id, done, Notice::DeploymentEnded)
}

pub(super) async fn cancel(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Response, Problem> {
    let done = deployments::take_step(&desk(&app), &permit, (id, Step::Cancel)).await;
    after(id, done, Notice::DeploymentCancelled)
}

pub(super) async fn succeed(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Response, Problem> {
    match deployments::seek_successor(&desk(&app), &permit, id).await {
        Ok(request) => Ok(lead(&format!("/ersuchen/{request}"), Notice::RequestMade)),
        Err(DeploymentError::NotAsked) => {
            Ok(lead(&format!("/einsaetze/{id}"), Notice::RequestMovedOn))
        }
        Err(error) => Err(error.into()),
    }
}

/// Back on the page, with what was done, or that others were faster.
fn after(id: DeploymentId, done: Done, notice: Notice) -> Result<Response, Problem> {
    let notice = match done {
        Ok(_) => notice,
        Err(DeploymentError::NotAsked) => Notice::RequestMovedOn,
        Err(DeploymentError::Booked(_)) => Notice::PersonBooked,
        Err(error) => return Err(error.into()),
    };
    Ok(lead(&format!("/einsaetze/{id}"), notice))
}

/// What is wrong with what was typed; others being faster is no fault of it.
async fn sorted(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    (id, frame): (DeploymentId, &Frame),
    done: Done,
) -> Result<Result<bool, MomentProblem>, Problem> {
    let now = app.db.clock().now();
    let day = |at: Instant| moment(at, now, frame.language);
    let errors = match done {
        Ok(_) => return Ok(Ok(true)),
        Err(DeploymentError::NotAsked) => return Ok(Ok(false)),
        Err(DeploymentError::Booked(free)) => return Ok(Err(MomentProblem::Booked(day(free)))),
        Err(DeploymentError::NotAgreed(again)) => {
            return Ok(Err(MomentProblem::NotAgreed(again.map(day))));
        }
        Err(DeploymentError::Invalid(errors)) => errors,
        Err(error) => return Err(error.into()),
    };
    let (found, _) = deployments::taking_part(&app.db, permit, id).await?;
    let latest = latest_end(&found);
    let code = errors.first().map(|error| error.code.as_str());
    Ok(Err(match code {
        Some("block") => MomentProblem::PastBlock(latest.map(day).unwrap_or_default()),
        Some("rest") => MomentProblem::NoRest(latest.map(day)),
        Some(_) | None => MomentProblem::Range,
    }))
}

/// Back on the page with what was done, or the form again with what is wrong.
async fn answer_to(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    (id, frame): (DeploymentId, Frame),
    ((value, done), notice, refused): (
        (String, Result<bool, MomentProblem>),
        Notice,
        impl FnOnce(MomentForm) -> Typed,
    ),
) -> Result<Response, Problem> {
    let problem = match done {
        Ok(true) => return Ok(lead(&format!("/einsaetze/{id}"), notice)),
        Ok(false) => return Ok(lead(&format!("/einsaetze/{id}"), Notice::RequestMovedOn)),
        Err(problem) => problem,
    };
    let form = MomentForm {
        value,
        problem: Some(problem),
    };
    let page = page(app, permit, (id, frame), refused(form)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}
