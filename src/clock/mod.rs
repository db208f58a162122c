//! Time is handed in, never asked for.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, SecondsFormat, TimeZone,
    Utc,
};
use chrono_tz::Europe::Berlin;
use sea_orm::DeriveValueType;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, SchemaType, Type};
use utoipa::{PartialSchema, ToSchema};

/// Microseconds since the Unix epoch, UTC. RFC 3339 with six decimals on the wire, an integer in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveValueType)]
pub struct Instant(i64);

/// The last microsecond of 9998: years of more digits are not read back, and clocks in Berlin are ahead.
const LAST: i64 = 253_370_764_799_999_999;

impl Instant {
    /// Microseconds since the Unix epoch.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the Unix epoch.
    pub const fn as_micros(self) -> i64 {
        self.0
    }

    /// Whole seconds since the Unix epoch, rounded down.
    pub const fn as_seconds(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    /// So many days of 24 hours later.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_seconds(days * 86_400)
    }

    /// So many seconds later, in no year that is not read back.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        let at = self.0.saturating_add(seconds.saturating_mul(1_000_000));
        Self(if at > LAST { LAST } else { at })
    }

    /// Whether it is in a year that is taken from outside: one of 1970 to 9998.
    fn is_taken(self) -> bool {
        (0..=LAST).contains(&self.0)
    }

    /// The day it is in Berlin.
    pub fn date(self) -> NaiveDate {
        self.utc().with_timezone(&Berlin).date_naive()
    }

    /// What a clock in Berlin shows, such as `9:05`.
    pub fn time_of_day(self) -> String {
        self.utc()
            .with_timezone(&Berlin)
            .format("%-H:%M")
            .to_string()
    }

    /// Seconds by which clocks in Berlin are ahead of UTC then.
    pub fn berlin_offset(self) -> i64 {
        let local = self.utc().with_timezone(&Berlin);
        local.offset().fix().local_minus_utc().into()
    }

    /// First instant of a day in Berlin, in no year that is not read back.
    pub fn start_of(day: NaiveDate) -> Self {
        let midnight = day.and_time(NaiveTime::MIN);
        let start = Berlin
            .from_local_datetime(&midnight)
            .earliest()
            .map_or_else(|| midnight.and_utc(), |local| local.with_timezone(&Utc));
        Self(start.timestamp_micros().min(LAST))
    }

    /// First instant after a day in Berlin: a date is valid to 24:00.
    pub fn end_of(day: NaiveDate) -> Self {
        Self::start_of(day.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX))
    }

    /// First instant of the year it is in Berlin.
    #[must_use]
    pub fn start_of_year(self) -> Self {
        Self::start_of(NaiveDate::from_ymd_opt(self.date().year(), 1, 1).unwrap_or(NaiveDate::MIN))
    }

    /// First instant of the year after it in Berlin.
    #[must_use]
    pub fn end_of_year(self) -> Self {
        Self::start_of(
            NaiveDate::from_ymd_opt(self.date().year() + 1, 1, 1).unwrap_or(NaiveDate::MAX),
        )
    }

    /// When clocks in Berlin show this; the first time where they do twice, never where they skip it, and in no year that is
    /// not read back.
    pub fn of_berlin(local: NaiveDateTime) -> Option<Self> {
        let at = Berlin.from_local_datetime(&local).earliest()?;
        Some(Self(at.timestamp_micros())).filter(|at| at.is_taken())
    }

    /// The next time clocks in Berlin show this after it; a day later where they skip it.
    #[must_use]
    pub fn next(self, time: NaiveTime) -> Self {
        let days = [Some(self.date()), self.date().succ_opt()];
        let mut times = days.into_iter().flatten();
        let found =
            times.find_map(|day| Self::of_berlin(day.and_time(time)).filter(|at| *at > self));
        found.unwrap_or_else(|| self.plus_days(1))
    }

    /// RFC 3339 with the offset that clocks in Berlin have then, never `Z`: as EDXL-RM asks for.
    pub fn with_offset(self) -> String {
        let local = self.utc().with_timezone(&Berlin);
        local.to_rfc3339_opts(SecondsFormat::Micros, false)
    }

    fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or(DateTime::UNIX_EPOCH)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let parsed = DateTime::parse_from_rfc3339(&text).map_err(|_| {
            serde::de::Error::custom("expected an instant such as 2026-12-01T08:00:00Z")
        })?;
        let at = Self(parsed.timestamp_micros());
        if !at.is_taken() {
            let years = "expected an instant of the years 1970 to 9998";
            return Err(serde::de::Error::custom(years));
        }
        Ok(at)
    }
}

impl PartialSchema for Instant {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(SchemaType::new(Type::String))
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .build()
            .into()
    }
}

impl ToSchema for Instant {}

/// Where the time comes from.
pub trait Clock: Send + Sync + fmt::Debug {
    /// The current instant, cut to microseconds.
    fn now(&self) -> Instant;
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the machine for the time"
    )]
    fn now(&self) -> Instant {
        Instant(Utc::now().timestamp_micros())
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// Stands at this instant.
    pub const fn at(now: Instant) -> Self {
        Self(AtomicI64::new(now.as_micros()))
    }

    /// Moves to this instant, forward or back.
    pub fn set(&self, now: Instant) {
        self.0.store(now.as_micros(), Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        Instant(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests;
