//! JSON of incidents.

use std::fmt;

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::body::{IncidentBody, IncidentContactBody, NewIncident, ReportedBody};
use super::model::{ClosingReason, Incident, IncidentState};
use super::service::{self, IncidentError, Kit, Proof, Sender};
use crate::access::Permit;
use crate::access::action::{
    CloseIncident, ReadIncidents, RevealIncidentContact, TakeIncident, VerifyIncident,
};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{
    ClientAddress, IdempotencyKey, JsonBody, Page, PathId, Problem, ProblemBody, QueryParams,
    Reply, Written, cut,
};
use crate::ids::IncidentId;
use crate::input::FieldError;
use crate::organisations::Seat;

/// Routes of incidents.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show))
        .routes(routes!(contact))
        .routes(routes!(take))
        .routes(routes!(verify))
        .routes(routes!(close))
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
    let sender = Sender { address, attempt };
    let reported = service::report(kit(&app), report, sender).await?;
    let version = reported.incident.version;
    let address = |link: &str| app.site.link(&format!("/hilfe/{link}"));
    Ok(Written {
        status: StatusCode::CREATED,
        body: ReportedBody::new(reported.incident, (particulars, reported.secrets), &address),
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
    let mut found = service::list(&app.db, &permit, asked).await?;
    let next_cursor = cut(&mut found, limit).map(|last| last.id.to_string());
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
    let incident = service::show(&app.db, &permit, id).await?;
    Ok(Reply::versioned(incident.clone().into(), incident.version))
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

/// Takes an incident over, from whoever had it, so that nobody else calls back.
#[utoipa::path(post, path = "/incidents/{incident_id}/take", operation_id = "take_incident", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), responses(
    (status = 200, body = IncidentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn take(
    permit: Permit<TakeIncident>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Written<IncidentBody>, Problem> {
    Ok(written(service::take(&app.db, &permit, id).await?))
}

/// How a coordinator knows that whoever asks is who they say.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewVerification {
    /// How.
    method: Method,
    /// What the called answered; needed for a call back.
    #[serde(default)]
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    code_word: Option<String>,
    /// How the coordinator knows them; needed for a person who is known.
    #[serde(default)]
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500)]
    reason: Option<String>,
    /// The place, where it is in no list or was another one.
    #[serde(default)]
    #[validate(length(min = 5, max = 9))]
    #[schema(min_length = 5, max_length = 9)]
    municipality: Option<String>,
}

impl fmt::Debug for NewVerification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewVerification")
    }
}

/// A way to verify.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Method {
    /// A call, with a word each way.
    CallBack,
    /// The coordinator knows them.
    KnownPerson,
}

impl NewVerification {
    fn proof(&self) -> Result<Proof, FieldError> {
        let needed = |pointer, detail| FieldError::new(pointer, "required", detail);
        match (self.method, &self.code_word, &self.reason) {
            (Method::CallBack, Some(word), _) => Ok(Proof::CallBack(word.clone())),
            (Method::CallBack, None, _) => {
                Err(needed("/code_word", "say what the called answered"))
            }
            (Method::KnownPerson, _, Some(reason)) => Ok(Proof::KnownPerson(reason.clone())),
            (Method::KnownPerson, _, None) => Err(needed("/reason", "say how you know them")),
        }
    }
}

/// Verifies an incident: by the word of a call back, five tries, or because the coordinator knows whoever asks.
#[utoipa::path(post, path = "/incidents/{incident_id}/verify", operation_id = "verify_incident", tag = "help", security(("token" = [])),
    params(("incident_id" = IncidentId, Path)), request_body = NewVerification, responses(
    (status = 200, body = IncidentBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn verify(
    permit: Permit<VerifyIncident>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    body: JsonBody<NewVerification>,
) -> Result<Written<IncidentBody>, Problem> {
    let new = body.value;
    let proof = new.proof().map_err(|error| Problem::fields(vec![error]))?;
    let seat = new
        .municipality
        .as_deref()
        .map(|key| seat(&app, key))
        .transpose()?;
    let verified = service::verify(kit(&app), &permit, id, (proof, seat)).await?;
    Ok(written(verified))
}

fn seat(app: &AppState, key: &str) -> Result<Seat, Problem> {
    Seat::find(&app.reference, key.trim()).ok_or_else(|| {
        let detail = "this is no Gemeinde, Kreis or shared administration";
        let error = FieldError::new("/municipality", "unknown", detail);
        Problem::fields(vec![error.suggesting(app.reference.regions.suggest(key))])
    })
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
    let closed = service::close(&app.db, &permit, (id, body.value.reason)).await?;
    Ok(written(closed))
}

fn written((incident, generation): (Incident, i64)) -> Written<IncidentBody> {
    let version = incident.version;
    Written {
        status: StatusCode::OK,
        body: incident.into(),
        version,
        generation,
    }
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
