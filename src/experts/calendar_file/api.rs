//! JSON of what a calendar file says.

use axum::extract::State;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::event::Doubt;
use super::known::MovedEvent;
use super::model::{CalendarReading, DoubtfulDays, Flaw, LeftOut, ProposedDays};
use super::service::{self, CalendarFileError};
use crate::access::Permit;
use crate::access::action::UpdateExpert;
use crate::app::AppState;
use crate::experts::model::Absence;
use crate::http::{PathId, Problem, ProblemBody, Reply, Upload};
use crate::ids::ExpertId;
use crate::input::FieldError;

/// Routes of this concern.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(read))
}

/// A form with a file.
#[derive(ToSchema)]
#[expect(dead_code, reason = "documents the parts of the form")]
struct CalendarFileForm {
    /// iCalendar (RFC 5545), UTF-8, at most 5 MiB.
    #[schema(format = Binary)]
    file: String,
}

/// What a calendar file says: days, and nothing else of its events.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CalendarReadingBody {
    /// Absences to be taken over, in the order of time; joined where they meet.
    absences: Vec<ProposedAbsence>,
    /// Days that events take on which somebody may be there all the same: the first hundred.
    doubtful: Vec<DoubtfulAbsence>,
    /// Events that were taken over before and take other days now.
    moved: Vec<MovedAbsence>,
    /// Days of events that were taken over before and are not in the file any more.
    gone: Vec<Absence>,
    /// Events that were left out.
    left_out: LeftOutEvents,
    /// Events that cannot be read: the first twenty.
    unreadable: Vec<UnreadableEvent>,
    /// Time zones that nobody knows; their times were taken for those of Berlin.
    unknown_zones: Vec<String>,
}

/// Days away that are proposed.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ProposedAbsence {
    /// First day.
    first_day: NaiveDate,
    /// Last day.
    last_day: NaiveDate,
    /// The entry is away on all of them as it is.
    entered: bool,
}

/// An event that takes other days than when it was taken over.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MovedAbsence {
    before: Absence,
    now: Absence,
    /// Why somebody may be there on the days it takes now.
    reason: Option<DoubtReason>,
}

/// Days on which somebody may be there.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DoubtfulAbsence {
    /// First day.
    first_day: NaiveDate,
    /// Last day.
    last_day: NaiveDate,
    /// Why no absence is proposed.
    reason: DoubtReason,
}

/// Why somebody may be there.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum DoubtReason {
    Free,
    Tentative,
    Elsewhere,
}

/// How many events were left out.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LeftOutEvents {
    /// Cancelled.
    cancelled: usize,
    /// Shorter than a working day.
    short: usize,
    /// Past, or more than twelve months ahead.
    other_time: usize,
    /// They cannot be read.
    unreadable: usize,
    /// Doubtful days beside those that are named.
    doubtful: usize,
}

/// An event that cannot be read.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct UnreadableEvent {
    /// The line of the file at which it begins.
    line: usize,
    /// What of it cannot be read.
    part: EventPart,
}

/// A part of an event.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum EventPart {
    Start,
    End,
    Rule,
    Dates,
    Instance,
}

/// Reads a calendar file for days away; changes nothing and keeps nothing of it.
#[utoipa::path(post, path = "/experts/{expert_id}/absences/read", operation_id = "read_calendar_file", tag = "register", security(("token" = [])),
    params(("expert_id" = ExpertId, Path)),
    request_body(content = CalendarFileForm, content_type = "multipart/form-data"), responses(
    (status = 200, body = CalendarReadingBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn read(
    permit: Permit<UpdateExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    upload: Upload,
) -> Result<Reply<CalendarReadingBody>, Problem> {
    let reading =
        service::read((&app.db, &*app.keyring), &permit, (id, upload.file.into())).await?;
    Ok(Reply::new(reading.into()))
}

impl From<CalendarReading> for CalendarReadingBody {
    fn from(reading: CalendarReading) -> Self {
        let CalendarReading {
            proposed,
            doubtful,
            moved,
            gone,
            events: _,
            left_out:
                LeftOut {
                    cancelled,
                    short,
                    other_time,
                    unreadable: unreadable_events,
                    doubtful: more_doubtful,
                },
            flaws,
            unknown_zones,
        } = reading;
        let absence = |proposed: ProposedDays| ProposedAbsence {
            first_day: proposed.days.first_day,
            last_day: proposed.days.last_day,
            entered: proposed.is_held,
        };
        let doubtful_absence = |doubtful: DoubtfulDays| DoubtfulAbsence {
            first_day: doubtful.days.first_day,
            last_day: doubtful.days.last_day,
            reason: doubtful.doubt.into(),
        };
        let unreadable = |(line, flaw)| UnreadableEvent {
            line,
            part: match flaw {
                Flaw::Start => EventPart::Start,
                Flaw::End => EventPart::End,
                Flaw::Rule => EventPart::Rule,
                Flaw::Dates => EventPart::Dates,
                Flaw::Instance => EventPart::Instance,
            },
        };
        Self {
            absences: proposed.into_iter().map(absence).collect(),
            doubtful: doubtful.into_iter().map(doubtful_absence).collect(),
            moved: moved.into_iter().map(MovedAbsence::from).collect(),
            gone: gone.into_iter().map(|event| event.days).collect(),
            left_out: LeftOutEvents {
                cancelled,
                short,
                other_time,
                unreadable: unreadable_events,
                doubtful: more_doubtful,
            },
            unreadable: flaws.into_iter().map(unreadable).collect(),
            unknown_zones,
        }
    }
}

impl From<MovedEvent> for MovedAbsence {
    fn from(moved: MovedEvent) -> Self {
        let MovedEvent {
            event,
            before,
            title: _,
            doubt,
        } = moved;
        Self {
            before,
            now: event.days,
            reason: doubt.map(DoubtReason::from),
        }
    }
}

impl From<Doubt> for DoubtReason {
    fn from(doubt: Doubt) -> Self {
        match doubt {
            Doubt::Free => Self::Free,
            Doubt::Tentative => Self::Tentative,
            Doubt::Elsewhere => Self::Elsewhere,
        }
    }
}

impl From<CalendarFileError> for Problem {
    fn from(error: CalendarFileError) -> Self {
        match error {
            CalendarFileError::NotFound => Self::not_found("there is no such entry"),
            CalendarFileError::File(fault) => {
                let code: &'static str = fault.into();
                Self::fields(vec![FieldError::new("/file", code, fault.to_string())])
            }
            CalendarFileError::BrokeOff => Self::internal("the work broke off; it was logged"),
            CalendarFileError::Storage(error) => error.into(),
        }
    }
}
