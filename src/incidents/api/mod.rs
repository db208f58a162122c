//! JSON of incidents.

mod details;
mod verify;

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::body::{IncidentBody, IncidentContactBody, NewIncident, ReportedBody};
use super::model::{ClosingReason, Incident, IncidentState};
use super::service::{self, Before, IncidentError, Kit, Sender, Way};
use super::{attachments, borrowing, care, deployments, legal, requests, review};
use crate::access::action::{CloseIncident, ReadIncidents, RevealIncidentContact, TakeIncident};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{
    ClientAddress, IdempotencyKey, IfMatch, JsonBody, Page, PathId, Problem, ProblemBody,
    QueryParams, Reply, Written, cut,
};
use crate::ids::IncidentId;
use crate::input::FieldError;

/// Routes of incidents.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, details::update))
        .merge(details::routes())
        .merge(attachments::routes())
        .merge(care::routes())
        .routes(routes!(contact))
        .routes(routes!(take))
        .merge(verify::routes())
        .routes(routes!(close))
        .merge(requests::routes())
        .merge(deployments::routes())
        .merge(borrowing::routes())
        .merge(legal::routes())
        .merge(super::thread::routes())
        .merge(super::readiness::routes())
        .merge(super::costs::routes())
        .merge(review::routes())
        .merge(super::roster::routes())
}

pub(super) fn kit(app: &AppState) -> Kit<'_> {
    Kit {
        db: &app.db,
        ring: &app.keyring,
        reference: &app.reference,
    }
}

/// Asks for help: open to anybody, since a struck town has no account at hand. With a good emergency code it is
/// verified at once; else whoever asks is called back. The address to follow it, the code that is read aloud and the
/// words of the call stand in this answer and nowhere else.
#[utoipa::path(post, path = "/incidents", operation_id = "create_incident", tag = "help", request_body = NewIncident, responses(
    (status = 201, body = ReportedBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn create(
    State(app): State<AppState>,
    ClientAddress(address): ClientAddress,
    IdempotencyKey(key): IdempotencyKey,
    body: JsonBody<NewIncident>,
) -> Result<Written<ReportedBody>, Problem> {
    let attempt = key.map(|key| Attempt::anonymous("incidents", key, body.hash));
    let report = body.value.report(&app.reference).map_err(Problem::fields)?;
    let particulars = report.particulars.clone();
    let way = Way::Sent(address);
    let sender = Sender { way, attempt };
    let reported = service::report(kit(&app), report, sender).await?;
    let version = reported.incident.version;
    let incident = service::whole(app.db.reader(), reported.incident).await?;
    let address = |link: &str| app.site.link(&format!("/hilfe/{link}"));
    Ok(Written {
        status: StatusCode::CREATED,
        body: ReportedBody::new(incident, (particulars, reported.secrets), &address),
        version,
        generation: reported.generation,
    })
}

/// Which incidents to list.
#[derive(Clone, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct IncidentQuery {
    /// Where they stand; all if absent.
    #[serde(default)]
    state: Option<IncidentState>,
    /// Where the last page ended.
    #[serde(default)]
    cursor: Option<IncidentId>,
    /// 1–100; 20 if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
}

/// Lists incidents, newest first: all to coordinators, to others those of their own town.
#[utoipa::path(get, path = "/incidents", operation_id = "list_incidents", tag = "help", security(("token" = [])), params(IncidentQuery), responses(
    (status = 200, body = Page<IncidentBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadIncidents>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<IncidentQuery>,
) -> Result<Reply<Page<IncidentBody>>, Problem> {
    let limit = query.limit.unwrap_or(20);
    let asked = (query.state, (query.cursor, limit));
    let mut found = service::list(kit(&app), &permit, asked).await?;
    let next_cursor = cut(&mut found, limit).map(|last| last.incident.id.to_string());
    Ok(Reply::new(Page {
        items: found.into_iter().map(IncidentBody::from).collect(),
        next_cursor,
    }))
}

/// Shows an incident.
#[utoipa::path(get, path = "/incidents/{incident_id}", operation_id = "show_incident", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), responses(
    (status = 200, body = IncidentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ReadIncidents>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Reply<IncidentBody>, Problem> {
    let seen = service::show(kit(&app), &permit, id).await?;
    let version = seen.incident.version;
    Ok(Reply::versioned(seen.into(), version))
}

/// Shows who is called back. It is recorded who looked.
#[utoipa::path(get, path = "/incidents/{incident_id}/contact", operation_id = "show_incident_contact", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), responses(
    (status = 200, body = IncidentContactBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn contact(
    permit: Permit<RevealIncidentContact>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Reply<IncidentContactBody>, Problem> {
    let particulars = service::contact(&app.db, &app.keyring, &permit, id).await?;
    Ok(Reply::new(particulars.into()))
}

/// Takes an incident over, from whoever had it, so that nobody else calls back. With `If-Match` only from whoever had it
/// in the version that was read. Who has it already takes nothing over.
#[utoipa::path(post, path = "/incidents/{incident_id}/take", operation_id = "take_incident", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path), ("If-Match" = Option<String>, Header, description = "The ETag that was read")), responses(
    (status = 200, body = IncidentBody),
    (status = 412, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn take(
    permit: Permit<TakeIncident>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    if_match: IfMatch,
) -> Result<Written<IncidentBody>, Problem> {
    let before = match if_match {
        IfMatch::Missing => Before::Anybody,
        IfMatch::Version(_) | IfMatch::Other => Before::Version(if_match),
    };
    let taken = service::take(&app.db, &permit, (id, before)).await?;
    written(&app, taken).await
}

/// As what an incident is closed.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct Closing {
    /// Why.
    reason: ClosingReason,
}

/// Closes an incident. Whoever asked can follow it for seven more days.
#[utoipa::path(post, path = "/incidents/{incident_id}/close", operation_id = "close_incident", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), request_body = Closing, responses(
    (status = 200, body = IncidentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn close(
    permit: Permit<CloseIncident>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    body: JsonBody<Closing>,
) -> Result<Written<IncidentBody>, Problem> {
    let reason = (id, body.value.reason);
    let closed = service::close(&requests::desk(&app), &permit, reason).await?;
    written(&app, closed).await
}

/// An incident after a write of the desk or the town, who see all of it.
async fn written(
    app: &AppState,
    (incident, generation): (Incident, i64),
) -> Result<Written<IncidentBody>, Problem> {
    let version = incident.version;
    Ok(Written {
        status: StatusCode::OK,
        body: service::whole(app.db.reader(), incident).await?.into(),
        version,
        generation,
    })
}

/// Which incidents somebody sees who writes: what they may not read is not theirs to write either.
pub(super) fn seen_by<A: Action>(permit: &Permit<A>) -> Result<Permit<ReadIncidents>, Problem> {
    let reads = permit.also();
    reads.ok_or_else(|| Problem::forbidden("your token may write this, but not read it"))
}

impl From<IncidentError> for Problem {
    fn from(error: IncidentError) -> Self {
        match error {
            IncidentError::NotFound => Self::not_found("there is no such incident"),
            IncidentError::Invalid(errors) => Self::fields(errors),
            IncidentError::TooMany(seconds) => {
                Self::too_many_requests("too many requests for help from here: phone instead")
                    .retry_after(u32::try_from(seconds).unwrap_or(u32::MAX))
            }
            IncidentError::AlreadyVerified => Self::conflict("the incident is verified already"),
            IncidentError::Closed => Self::conflict("the incident is closed"),
            IncidentError::TakenByOther => {
                Self::conflict("somebody else took it over meanwhile: read it again")
            }
            IncidentError::HeldBack => Self::forbidden("an investigation holds this back"),
            IncidentError::Version(problem) => problem,
            IncidentError::AlreadyReported => Self::conflict("the report was noted already"),
            IncidentError::KeyReused => {
                Self::invalid("this Idempotency-Key was used with another body")
            }
            IncidentError::WrongWord(left) => {
                let detail = format!("this is not the word of the called; {left} tries are left");
                Self::fields(vec![FieldError::new("/code_word", "wrong", detail)])
            }
            IncidentError::Locked => {
                Self::conflict("there were too many wrong words: this call proves nothing any more")
            }
            IncidentError::Storage(error) => error.into(),
        }
    }
}
