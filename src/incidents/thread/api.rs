//! JSON of threads.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::body::{DeploymentMessageBody, NewDeploymentMessage};
use super::export::ResourceMessages;
use super::model::NotNow;
use super::service::{self, NewMessage, ThreadError};
use crate::access::Permit;
use crate::access::action::{ReadDeployments, RunDeployment};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{
    GENERATION, IdempotencyKey, JsonBody, Page, PathId, Problem, ProblemBody, QueryParams, Reply,
    cut, json,
};
use crate::ids::{DeploymentId, MessageId};
use crate::incidents::requests::desk;
use crate::input::FieldError;

/// What the schema of an export is called where it is served.
const SCHEMA_TYPE: &str = "application/schema+json";

/// Routes of this concern.
pub(in crate::incidents) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, write))
        .routes(routes!(export))
        .routes(routes!(schema))
}

/// Which messages to list.
#[derive(Clone, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct MessageQuery {
    /// Where the last page ended.
    #[serde(default)]
    cursor: Option<MessageId>,
    /// 1–100; 20 if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
}

/// Lists what was said of a deployment, oldest first: its steps, and what both sides wrote.
#[utoipa::path(get, path = "/deployments/{deployment_id}/messages", operation_id = "list_deployment_messages", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path), MessageQuery), responses(
    (status = 200, body = Page<DeploymentMessageBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadDeployments>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    QueryParams(query): QueryParams<MessageQuery>,
) -> Result<Reply<Page<DeploymentMessageBody>>, Problem> {
    let limit = query.limit.unwrap_or(20);
    let read = service::read(&app.db, &permit, id).await?;
    let mut page = read.thread.after(query.cursor, limit + 1);
    let next_cursor = cut(&mut page, limit).map(|last| last.id.to_string());
    let worded = read.worded(&desk(&app), &page).await?;
    let bodies = worded.into_iter();
    Ok(Reply::new(Page {
        items: bodies
            .map(|(message, text)| DeploymentMessageBody::new(message, text))
            .collect(),
        next_cursor,
    }))
}

/// Asks or answers something, says how it stands or asks how, once both sides are committed. It is never changed; the
/// other sides are told that somebody wrote.
#[utoipa::path(post, path = "/deployments/{deployment_id}/messages", operation_id = "create_deployment_message", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), request_body = NewDeploymentMessage, responses(
    (status = 201, body = DeploymentMessageBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn write(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    IdempotencyKey(key): IdempotencyKey,
    body: JsonBody<NewDeploymentMessage>,
) -> Result<Response, Problem> {
    let attempt = key.map(|key| Attempt {
        scope: format!("{} messages {id}", permit.caller().account),
        key,
        body_hash: body.hash,
    });
    let new = NewMessage {
        deployment: id,
        verb: body.value.verb.into(),
        in_reply_to: body.value.in_reply_to,
        text: body.value.text.trim(),
    };
    let ((message, text), generation) = service::write(&desk(&app), &permit, new, attempt).await?;
    let body = DeploymentMessageBody::new(message, Some(text));
    let mut response = json(StatusCode::CREATED, &body);
    let generation = HeaderValue::from(generation);
    response.headers_mut().insert(GENERATION, generation);
    Ok(response)
}

/// All that was said of a deployment in the element names of OASIS EDXL-RM 1.0, as `/schemas/edxl-rm.json` describes
/// them: roles and organisations, nobody's name or number.
#[utoipa::path(get, path = "/deployments/{deployment_id}/messages/export", operation_id = "export_deployment_messages", tag = "help", security(("token" = [])),
    params(("deployment_id" = DeploymentId, Path)), responses(
    (status = 200, body = ResourceMessages),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn export(
    permit: Permit<ReadDeployments>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Reply<ResourceMessages>, Problem> {
    let read = service::read(&app.db, &permit, id).await?;
    let desk = desk(&app);
    let about = service::about(&desk, &read.deployment, &read.parts).await?;
    let worded = read.exported(&desk).await?;
    Ok(Reply::new(ResourceMessages::new(&about, worded)))
}

/// What an export of messages looks like, as a JSON Schema.
#[utoipa::path(get, path = "/schemas/edxl-rm.json", operation_id = "show_edxl_rm_schema", tag = "help", responses(
    (status = 200, body = serde_json::Value, content_type = "application/schema+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn schema() -> Response {
    let schema = include_str!("../../../docs/edxl-rm.schema.json");
    ([(header::CONTENT_TYPE, SCHEMA_TYPE)], schema).into_response()
}

impl From<ThreadError> for Problem {
    fn from(error: ThreadError) -> Self {
        match error {
            ThreadError::Deployment(error) => error.into(),
            ThreadError::NotNow(NotNow::NoQuestion) => {
                let detail = "name a message of this deployment that asks what you answer";
                Self::fields(vec![FieldError::new("/in_reply_to", "unknown", detail)])
            }
            ThreadError::NotNow(NotNow::NotCommitted) => Self::conflict(
                "both sides write to each other once all have said yes, and seven days after the end",
            ),
            ThreadError::NotNow(NotNow::OutOfOrder) => {
                Self::conflict("this was taken back: nothing more is said of it")
            }
            ThreadError::Full => Self::conflict("there are too many messages: phone instead"),
            ThreadError::Forgotten => Self::conflict("the incident was forgotten"),
            ThreadError::KeyReused => {
                Self::invalid("this Idempotency-Key was used with another body")
            }
        }
    }
}
