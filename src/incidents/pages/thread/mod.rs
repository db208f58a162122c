//! `/einsaetze/{id}/verlauf`: the thread of a deployment.

mod view;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use uuid::Uuid;
use web::Notice;
use web::pages::{ThreadForm, ThreadKind, ThreadPage, ThreadProblem};

use self::view::{Typed, page};
use super::requests::lead;
use crate::access::Permit;
use crate::access::action::{ReadDeployments, RunDeployment};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{DeploymentId, MessageId};
use crate::incidents::requests::desk;
use crate::incidents::thread::{self, LONGEST_TEXT, NewMessage, NotNow, Read, ThreadError, Verb};
use crate::pages::{Html, Parameters, Visitor};

/// Signs of the name of one sending of the form.
const TOKEN: usize = 100;

/// Routes of this page.
pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/einsaetze/{deployment_id}/verlauf", get(show).post(write))
}

async fn show(
    permit: Permit<ReadDeployments>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    parameters: Parameters,
) -> Result<Html<ThreadPage>, Problem> {
    let read = thread::read(&app.db, &permit, id).await?;
    let typed = Typed {
        answers: parameters.parsed::<MessageId>("antwort"),
        form: ThreadForm {
            token: Uuid::new_v4().to_string(),
            ..ThreadForm::default()
        },
    };
    Ok(Html::new(page(&app, &permit, (frame, &read, typed)).await?))
}

#[derive(Deserialize)]
struct MessageFields {
    #[serde(default)]
    formular: String,
    #[serde(default)]
    art: String,
    #[serde(default)]
    antwort_auf: String,
    #[serde(default)]
    nachricht: String,
}

/// Sent twice it is said once.
async fn write(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(form): FormBody<MessageFields>,
) -> Result<Response, Problem> {
    let reads = permit.also::<ReadDeployments>();
    let reads = reads.ok_or_else(|| Problem::forbidden("you may write this, but not read it"))?;
    let read = thread::read(&app.db, &reads, id).await?;
    let path = format!("/einsaetze/{id}/verlauf");
    let problem = match meant(&read, &form) {
        Ok(new) => {
            let attempt = attempt(&permit, id, &form);
            match thread::write(&desk(&app), &permit, new, attempt).await {
                Ok(_) => return Ok(lead(&path, Notice::ThreadWritten)),
                Err(ThreadError::NotNow(NotNow::NotCommitted | NotNow::OutOfOrder)) => {
                    return Ok(lead(&path, Notice::RequestMovedOn));
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(problem) => problem,
    };
    let typed = Typed {
        answers: form.antwort_auf.parse().ok(),
        form: ThreadForm {
            token: form.formular.chars().take(TOKEN).collect(),
            kind: ThreadKind::of(&form.art),
            answers: None,
            text: form.nachricht,
            problem: Some(problem),
        },
    };
    let page = page(&app, &reads, (frame, &read, typed)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// What the form says: an answer has the verb its question asks for.
fn meant<'a>(read: &Read, form: &'a MessageFields) -> Result<NewMessage<'a>, ThreadProblem> {
    let text = form.nachricht.trim();
    let in_reply_to = form.antwort_auf.parse::<MessageId>().ok();
    let mut said = read.thread.messages().iter();
    let question = said.find(|message| Some(message.id) == in_reply_to);
    let verb = match question.map(|question| question.verb) {
        Some(Verb::RequestResourceDeploymentStatus) => Verb::ReportResourceDeploymentStatus,
        Some(_) => Verb::ResponseToRequestInformation,
        None => match ThreadKind::of(&form.art).ok_or(ThreadProblem::NoKind)? {
            ThreadKind::Question => Verb::RequestInformation,
            ThreadKind::Status => Verb::ReportResourceDeploymentStatus,
            ThreadKind::StatusQuestion => Verb::RequestResourceDeploymentStatus,
        },
    };
    match text.chars().count() {
        0 => Err(ThreadProblem::Missing),
        1..=LONGEST_TEXT => Ok(NewMessage {
            deployment: read.deployment.id,
            verb,
            in_reply_to: question.map(|question| question.id),
            text,
        }),
        _ => Err(ThreadProblem::TooLong),
    }
}

/// One sending of the form: the same under the same token.
fn attempt(
    permit: &Permit<RunDeployment>,
    id: DeploymentId,
    form: &MessageFields,
) -> Option<Attempt> {
    let MessageFields {
        formular,
        art,
        antwort_auf,
        nachricht,
    } = form;
    let sent = format!("{art} {antwort_auf} {nachricht}");
    let scope = format!("{} message form {id}", permit.caller().account);
    Attempt::of_form(scope, (formular, &sent))
}
