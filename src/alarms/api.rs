//! JSON of alarms.

use axum::extract::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::model::{Acknowledged, Alarm, AlarmKind, Sighting};
use super::service::{self, AlarmError};
use crate::access::action::{AcknowledgeAlarm, ReadAlarms};
use crate::access::{Permit, Role};
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{JsonBody, Page, PathId, Problem, ProblemBody, QueryParams, Reply, cut};
use crate::ids::{AccountId, AlarmId};

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(acknowledge))
}

/// Whether somebody looked after an alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum AlarmState {
    /// Nobody did.
    Open,
    /// Somebody did.
    Acknowledged,
}

/// Which alarms to list.
#[derive(Clone, Copy, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AlarmQuery {
    /// All if absent.
    #[param(inline)]
    state: Option<AlarmState>,
    /// Where the last page ended.
    cursor: Option<AlarmId>,
    /// 1–100; 20 if absent.
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
}

/// An alarm: ids and numbers, no personal data.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AlarmBody {
    id: AlarmId,
    /// What is alarming.
    kind: AlarmKind,
    /// Who caused it.
    account_id: AccountId,
    /// What they were then.
    roles: Vec<Role>,
    /// First day counted.
    from: NaiveDate,
    /// Last day counted.
    until: NaiveDate,
    /// How many it was.
    seen: i32,
    /// How many are an alarm.
    threshold: i32,
    raised_at: Instant,
    /// When somebody looked after it.
    acknowledged_at: Option<Instant>,
    /// Who did.
    acknowledged_by: Option<AccountId>,
    /// What they found.
    note: Option<String>,
}

/// What came of an alarm.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewAcknowledgement {
    /// What was found; no names.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    note: Option<String>,
}

impl From<Alarm> for AlarmBody {
    fn from(alarm: Alarm) -> Self {
        let Alarm {
            id,
            account,
            roles,
            sighting,
            raised_at,
            acknowledged,
        } = alarm;
        let Sighting {
            kind,
            from,
            until,
            seen,
            threshold,
        } = sighting;
        let (acknowledged_at, acknowledged_by, note) = match acknowledged {
            Some(Acknowledged { at, by, note }) => (Some(at), Some(by), note),
            None => (None, None, None),
        };
        Self {
            id,
            kind,
            account_id: account,
            roles,
            from,
            until,
            seen,
            threshold,
            raised_at,
            acknowledged_at,
            acknowledged_by,
            note,
        }
    }
}

/// Lists alarms about accounts, newest first; never those about the caller.
#[utoipa::path(get, path = "/alarms", operation_id = "list_alarms", tag = "oversight", security(("token" = [])), params(AlarmQuery), responses(
    (status = 200, body = Page<AlarmBody>),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list(
    permit: Permit<ReadAlarms>,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<AlarmQuery>,
) -> Result<Reply<Page<AlarmBody>>, Problem> {
    let limit = query.limit.unwrap_or(20);
    let page = service::Page {
        is_open: query.state.map(|state| state == AlarmState::Open),
        before: query.cursor,
        limit: limit + 1,
    };
    let mut alarms = service::list(&app.db, &permit, page).await?;
    let next_cursor = cut(&mut alarms, limit).map(|alarm| alarm.id.to_string());
    Ok(Reply::new(Page {
        next_cursor,
        items: alarms.into_iter().map(AlarmBody::from).collect(),
    }))
}

/// Notes that somebody looked after an alarm.
#[utoipa::path(post, path = "/alarms/{alarm_id}/acknowledgement", operation_id = "acknowledge_alarm", tag = "oversight", security(("token" = [])),
    params(("alarm_id" = AlarmId, Path)), request_body = NewAcknowledgement, responses(
    (status = 200, body = AlarmBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn acknowledge(
    permit: Permit<AcknowledgeAlarm>,
    State(app): State<AppState>,
    PathId(id): PathId<AlarmId>,
    body: JsonBody<NewAcknowledgement>,
) -> Result<Reply<AlarmBody>, Problem> {
    let note = body.value.note.as_deref().map(str::trim);
    let note = note.filter(|note| !note.is_empty());
    let alarm = service::acknowledge(&app.db, &permit, id, note).await?;
    Ok(Reply::new(alarm.into()))
}

impl From<AlarmError> for Problem {
    fn from(error: AlarmError) -> Self {
        match error {
            AlarmError::NotFound => Self::not_found("there is no such alarm"),
            AlarmError::AlreadyAcknowledged => {
                Self::conflict("somebody looked after this alarm already")
            }
            AlarmError::Storage(error) => error.into(),
        }
    }
}
