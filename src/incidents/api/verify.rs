//! Whoever asks is who they say.

use std::fmt;

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::{kit, written};
use crate::access::Permit;
use crate::access::action::VerifyIncident;
use crate::app::AppState;
use crate::http::{JsonBody, PathId, Problem, ProblemBody, Written};
use crate::ids::IncidentId;
use crate::incidents::body::IncidentBody;
use crate::incidents::service::{self, Called, Proof, Seeking};
use crate::input::FieldError;
use crate::organisations::Seat;

pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(verify))
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
    /// By which number they were called; may be absent.
    #[serde(default)]
    number: Option<CalledNumber>,
    /// How the coordinator knows them, or why another number was called; needed for a person who is known and for
    /// another number. It is sealed with the incident.
    #[serde(default)]
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500)]
    reason: Option<String>,
    /// The place, where it is in no list or was another one.
    #[serde(default)]
    #[validate(length(min = 5, max = 9))]
    #[schema(min_length = 5, max_length = 9)]
    municipality: Option<String>,
    /// Whether the people of the playbook are asked at once, where there is one.
    #[serde(default)]
    begin: bool,
}

/// Which number was called.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum CalledNumber {
    /// One registered before the incident.
    Registered,
    /// Another one.
    Other,
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
            (Method::CallBack, Some(word), reason) => {
                let called = match (self.number, reason) {
                    (None, _) => None,
                    (Some(CalledNumber::Registered), _) => Some(Called::Registered),
                    (Some(CalledNumber::Other), Some(why)) => Some(Called::Other(why.clone())),
                    (Some(CalledNumber::Other), None) => {
                        return Err(needed("/reason", "say why you called another number"));
                    }
                };
                Ok(Proof::CallBack(word.clone(), called))
            }
            (Method::CallBack, None, _) => {
                Err(needed("/code_word", "say what the called answered"))
            }
            (Method::KnownPerson, _, Some(reason)) => Ok(Proof::KnownPerson(reason.clone())),
            (Method::KnownPerson, _, None) => Err(needed("/reason", "say how you know them")),
        }
    }
}

/// Verifies an incident: by the word of a call back, five tries, or because the coordinator knows whoever asks. With
/// `begin` the request of its playbook is made and begun as well; without it nobody is asked yet.
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
    let seeking = if new.begin {
        let alerts = permit.also();
        let refused = || Problem::forbidden("you may verify this, but not ask for people");
        Seeking::AtOnce(alerts.ok_or_else(refused)?)
    } else {
        Seeking::Nothing
    };
    let confirmed = service::verify(kit(&app), &permit, id, (proof, seat), seeking).await?;
    written(&app, (confirmed.incident, confirmed.generation)).await
}

fn seat(app: &AppState, key: &str) -> Result<Seat, Problem> {
    Seat::find(&app.reference, key.trim()).ok_or_else(|| {
        let detail = "this is no Gemeinde, Kreis or shared administration";
        let error = FieldError::new("/municipality", "unknown", detail);
        Problem::fields(vec![error.suggesting(app.reference.regions.suggest(key))])
    })
}
