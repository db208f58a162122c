//! What is known of an incident, the reports the law asks for, and what is handed over.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::{Validate, ValidationError};

use super::{kit, seen_by, written};
use crate::access::Permit;
use crate::access::action::{ReadIncidents, UpdateIncident, WriteIncidentNote};
use crate::app::AppState;
use crate::clock::Instant;
use crate::db::idempotency::Attempt;
use crate::http::{
    GENERATION, IdempotencyKey, IfMatch, JsonBody, Page, PathId, PathPart, Problem, ProblemBody,
    QueryParams, Reply, Written, cut, json,
};
use crate::ids::{IncidentId, IncidentNoteId};
use crate::incidents::body::{IncidentBody, IncidentDetailsBody, IncidentNoteBody, IncidentPatch};
use crate::incidents::model::ClockId;
use crate::incidents::service;

pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(details))
        .routes(routes!(set_reported))
        .routes(routes!(list_notes, write_note))
}

/// Changes what is known of an incident that is not over. Whoever set `investigation_hold` keeps details from the
/// provider and the liaison of the Land.
#[utoipa::path(patch, path = "/incidents/{incident_id}", operation_id = "update_incident", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)),
    request_body(content = IncidentPatch, content_type = "application/merge-patch+json"), responses(
    (status = 200, body = IncidentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
pub(super) async fn update(
    permit: Permit<UpdateIncident>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    if_match: IfMatch,
    body: JsonBody<IncidentPatch>,
) -> Result<Written<IncidentBody>, Problem> {
    let change = (id, if_match, body.value);
    let updated = service::update(kit(&app), &permit, change).await?;
    written(&app, updated).await
}

/// Shows what was done so far; to the town and the coordination office also its insurance and contracts.
#[utoipa::path(get, path = "/incidents/{incident_id}/details", operation_id = "show_incident_details", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), responses(
    (status = 200, body = IncidentDetailsBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn details(
    permit: Permit<ReadIncidents>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Reply<IncidentDetailsBody>, Problem> {
    let seen = service::show(kit(&app), &permit, id).await?;
    Ok(Reply::new(service::details(kit(&app), &seen).await?.into()))
}

/// When a report was made.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewReport {
    /// When; now if absent.
    #[serde(default)]
    at: Option<Instant>,
}

/// Notes that a report the law asks for was made. It sends nothing to anybody.
#[utoipa::path(post, path = "/incidents/{incident_id}/clocks/{clock}/done", operation_id = "report_incident_clock", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path), ("clock" = ClockId, Path, description = "Which report")), request_body = NewReport, responses(
    (status = 200, body = IncidentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn set_reported(
    permit: Permit<UpdateIncident>,
    State(app): State<AppState>,
    PathPart(id, clock): PathPart<IncidentId>,
    body: JsonBody<NewReport>,
) -> Result<Written<IncidentBody>, Problem> {
    let clock = clock.parse::<ClockId>();
    let clock = clock.map_err(|_| Problem::not_found("there is no such report"))?;
    let made = (id, clock, body.value.at);
    let (seen, generation) = service::set_reported(&app.db, &permit, made).await?;
    let version = seen.incident.version;
    Ok(Written {
        status: StatusCode::OK,
        body: seen.into(),
        version,
        generation,
    })
}

/// Which notes to list.
#[derive(Clone, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct NoteQuery {
    /// Where the last page ended.
    #[serde(default)]
    cursor: Option<IncidentNoteId>,
    /// 1–100; 20 if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
}

/// Lists what was handed over, newest first.
#[utoipa::path(get, path = "/incidents/{incident_id}/notes", operation_id = "list_incident_notes", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path), NoteQuery), responses(
    (status = 200, body = Page<IncidentNoteBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list_notes(
    permit: Permit<ReadIncidents>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    QueryParams(query): QueryParams<NoteQuery>,
) -> Result<Reply<Page<IncidentNoteBody>>, Problem> {
    let limit = query.limit.unwrap_or(20);
    let seen = service::show(kit(&app), &permit, id).await?;
    let mut found = service::notes(kit(&app), &seen, (query.cursor, limit)).await?;
    let next_cursor = cut(&mut found, limit).map(|last| last.id.to_string());
    Ok(Reply::new(Page {
        items: found.into_iter().map(Into::into).collect(),
        next_cursor,
    }))
}

/// A note to be handed over.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewIncidentNote {
    /// What it says.
    #[validate(custom(function = "has_words"), length(max = 4_000))]
    #[schema(min_length = 1, max_length = 4000)]
    text: String,
}

fn has_words(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() {
        return Err(ValidationError::new("length"));
    }
    Ok(())
}

/// Hands something over to whoever else cares for the incident. It is never changed.
#[utoipa::path(post, path = "/incidents/{incident_id}/notes", operation_id = "create_incident_note", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), request_body = NewIncidentNote, responses(
    (status = 201, body = IncidentNoteBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn write_note(
    permit: Permit<WriteIncidentNote>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    IdempotencyKey(key): IdempotencyKey,
    body: JsonBody<NewIncidentNote>,
) -> Result<Response, Problem> {
    seen_by(&permit)?;
    let attempt = key.map(|key| Attempt {
        scope: format!("{} incident notes {id}", permit.caller().account),
        key,
        body_hash: body.hash,
    });
    let note = (id, body.value.text.trim());
    let (note, generation) = service::write_note(kit(&app), &permit, note, attempt).await?;
    let mut response = json(StatusCode::CREATED, &IncidentNoteBody::from(note));
    let generation = HeaderValue::from(generation);
    response.headers_mut().insert(GENERATION, generation);
    Ok(response)
}
