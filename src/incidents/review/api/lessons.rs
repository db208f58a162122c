//! JSON of lessons.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use crate::access::Permit;
use crate::access::action::{ReadLessons, ShareLesson, WriteLesson};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{
    IdempotencyKey, JsonBody, Page, PathId, Problem, ProblemBody, QueryParams, Reply, Written, cut,
};
use crate::ids::{IncidentId, LessonId};
use crate::incidents::api::kit;
use crate::incidents::review::body::{LessonBody, NewLessonBody};
use crate::incidents::review::model::{Lesson, LessonState};
use crate::incidents::review::service::{self, LessonFilter};
use crate::reference::Phase;

pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(create))
        .routes(routes!(share))
        .routes(routes!(withdraw))
}

/// Which lessons to list.
#[derive(Clone, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct LessonQuery {
    /// `draft` for those who share them; else `shared`.
    #[serde(default)]
    state: Option<LessonState>,
    /// What was seen.
    #[serde(default)]
    #[validate(length(max = 80))]
    #[param(max_length = 80)]
    symptom: Option<String>,
    /// How far the incident had gone.
    #[serde(default)]
    phase: Option<Phase>,
    /// Where the last page ended.
    #[serde(default)]
    cursor: Option<LessonId>,
    /// 1–100; 20 if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
}

/// Lists what others can learn of incidents, newest first, as far as its traffic light lets the caller read it.
#[utoipa::path(get, path = "/lessons", operation_id = "list_lessons", tag = "help", security(("token" = [])), params(LessonQuery), responses(
    (status = 200, body = Page<LessonBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadLessons>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<LessonQuery>,
) -> Result<Reply<Page<LessonBody>>, Problem> {
    let limit = query.limit.unwrap_or(20);
    let filter = LessonFilter {
        state: query.state.unwrap_or_default(),
        symptom: query.symptom,
        phase: query.phase,
        before: query.cursor,
    };
    let mut found = service::lessons(kit(&app), &permit, (filter, limit)).await?;
    let next_cursor = cut(&mut found, limit).map(|last| last.id.to_string());
    Ok(Reply::new(Page {
        items: found.into_iter().map(LessonBody::from).collect(),
        next_cursor,
    }))
}

/// Drafts a lesson of an incident, by the town or the desk. Somebody else shares it.
#[utoipa::path(post, path = "/incidents/{incident_id}/lessons", operation_id = "create_lesson", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), request_body = NewLessonBody, responses(
    (status = 201, body = LessonBody),
    (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn create(
    permit: Permit<WriteLesson>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    IdempotencyKey(key): IdempotencyKey,
    body: JsonBody<NewLessonBody>,
) -> Result<Written<LessonBody>, Problem> {
    let attempt = key.map(|key| Attempt {
        scope: format!("{} lessons {id}", permit.caller().account),
        key,
        body_hash: body.hash,
    });
    let new = (id, body.value.into());
    let (made, generation) = service::draft_lesson(kit(&app), &permit, new, attempt).await?;
    Ok(written(StatusCode::CREATED, made, generation))
}

/// Shares a draft that somebody else wrote.
#[utoipa::path(post, path = "/lessons/{lesson_id}/share", operation_id = "share_lesson", tag = "help", security(("token" = [])),
    params(("lesson_id" = LessonId, Path)), responses(
    (status = 200, body = LessonBody),
    (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn share(
    permit: Permit<ShareLesson>,
    State(app): State<AppState>,
    PathId(id): PathId<LessonId>,
) -> Result<Written<LessonBody>, Problem> {
    let (shared, generation) = service::share_lesson(kit(&app), &permit, id).await?;
    Ok(written(StatusCode::OK, shared, generation))
}

/// Withdraws a lesson, and what it says: the desk any, a town those of its own incidents.
#[utoipa::path(post, path = "/lessons/{lesson_id}/withdraw", operation_id = "withdraw_lesson", tag = "help", security(("token" = [])),
    params(("lesson_id" = LessonId, Path)), responses(
    (status = 204),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn withdraw(
    permit: Permit<WriteLesson>,
    State(app): State<AppState>,
    PathId(id): PathId<LessonId>,
) -> Result<StatusCode, Problem> {
    service::withdraw_lesson(kit(&app), &permit, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn written(status: StatusCode, lesson: Lesson, generation: i64) -> Written<LessonBody> {
    Written {
        status,
        version: lesson.version,
        body: lesson.into(),
        generation,
    }
}
