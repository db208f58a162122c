//! JSON of times.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::clock::Instant;
use crate::ids::TimeEntryId;
use crate::incidents::costs::model::{DaySum, TimeEntry, TimeMode, TimeWarning, WarnedOf};
use crate::incidents::costs::service::{TimeSheet, Times};

/// When somebody worked.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewTimeEntry {
    /// From.
    pub from: Instant,
    /// To, at most 24 hours later.
    pub until: Instant,
    /// Minutes of it that were breaks.
    #[serde(default)]
    #[validate(range(max = 1_440))]
    #[schema(maximum = 1440)]
    pub break_minutes: u16,
    /// Where.
    pub mode: TimeMode,
    /// What was done; the town never reads it.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub note: String,
}

/// What of an entry is to be otherwise.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct TimeEntryPatch {
    /// From.
    #[serde(default)]
    pub from: Option<Instant>,
    /// To.
    #[serde(default)]
    pub until: Option<Instant>,
    /// Minutes of it that were breaks.
    #[serde(default)]
    #[validate(range(max = 1_440))]
    #[schema(maximum = 1440)]
    pub break_minutes: Option<u16>,
    /// Where.
    #[serde(default)]
    pub mode: Option<TimeMode>,
    /// What was done.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub note: Option<String>,
}

impl fmt::Debug for NewTimeEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewTimeEntry")
    }
}

impl fmt::Debug for TimeEntryPatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TimeEntryPatch")
    }
}

/// What was worked in a deployment.
#[derive(Clone, Serialize, ToSchema)]
pub struct TimesBody {
    /// What each day comes to.
    pub days: Vec<DayBody>,
    /// When was worked; null for the town and the desk.
    pub entries: Option<Vec<TimeEntryBody>>,
    /// What is to be looked at; null likewise.
    pub warnings: Option<Vec<TimeWarningBody>>,
    /// When the employer vouched for it.
    pub confirmed_at: Option<Instant>,
}

/// What a day comes to.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct DayBody {
    /// The day.
    pub day: NaiveDate,
    /// Minutes at the place.
    pub on_site_minutes: i64,
    /// Minutes from afar.
    pub remote_minutes: i64,
    /// Minutes on the way.
    pub travel_minutes: i64,
}

/// What is to be looked at; nothing is forbidden by it.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct TimeWarningBody {
    /// On which day.
    pub day: NaiveDate,
    /// What.
    pub of: WarnedOf,
}

/// When somebody worked.
#[derive(Clone, Serialize, ToSchema)]
pub struct TimeEntryBody {
    /// Its id.
    pub id: TimeEntryId,
    /// From.
    pub from: Instant,
    /// To.
    pub until: Instant,
    /// Minutes of it that were breaks.
    pub break_minutes: u16,
    /// Minutes without them.
    pub minutes: i64,
    /// Where.
    pub mode: TimeMode,
    /// What was done.
    pub note: String,
    /// For a later `If-Match`.
    pub version: i32,
}

impl NewTimeEntry {
    /// The entry under an id.
    pub(in crate::incidents) fn entry(self, id: TimeEntryId) -> TimeEntry {
        let Self {
            from,
            until,
            break_minutes,
            mode,
            note,
        } = self;
        TimeEntry {
            id,
            from,
            until,
            break_minutes,
            mode,
            note,
            version: 1,
        }
    }
}

impl TimeEntryPatch {
    /// The entry with what is to be otherwise.
    pub(in crate::incidents::costs) fn apply(self, entry: TimeEntry) -> TimeEntry {
        let Self {
            from,
            until,
            break_minutes,
            mode,
            note,
        } = self;
        TimeEntry {
            id: entry.id,
            from: from.unwrap_or(entry.from),
            until: until.unwrap_or(entry.until),
            break_minutes: break_minutes.unwrap_or(entry.break_minutes),
            mode: mode.unwrap_or(entry.mode),
            note: note.unwrap_or(entry.note),
            version: entry.version,
        }
    }
}

impl From<TimeEntry> for TimeEntryBody {
    fn from(entry: TimeEntry) -> Self {
        let minutes = entry.minutes();
        let TimeEntry {
            id,
            from,
            until,
            break_minutes,
            mode,
            note,
            version,
        } = entry;
        Self {
            id,
            from,
            until,
            break_minutes,
            minutes,
            mode,
            note,
            version,
        }
    }
}

impl From<DaySum> for DayBody {
    fn from(sum: DaySum) -> Self {
        let DaySum {
            day,
            on_site,
            remote,
            travel,
        } = sum;
        Self {
            day,
            on_site_minutes: on_site,
            remote_minutes: remote,
            travel_minutes: travel,
        }
    }
}

impl From<TimeSheet> for TimesBody {
    fn from(sheet: TimeSheet) -> Self {
        let TimeSheet {
            days,
            detail,
            confirmed_at,
        } = sheet;
        let (entries, warnings) = detail
            .map(
                |Times {
                     entries,
                     warnings,
                     is_open: _,
                 }| (entries, warnings),
            )
            .unzip();
        let warning = |TimeWarning { day, of }| TimeWarningBody { day, of };
        Self {
            days: days.into_iter().map(Into::into).collect(),
            entries: entries.map(|entries| entries.into_iter().map(Into::into).collect()),
            warnings: warnings.map(|warnings| warnings.into_iter().map(warning).collect()),
            confirmed_at,
        }
    }
}
