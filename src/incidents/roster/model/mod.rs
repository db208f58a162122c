//! Shifts, and what follows from them.

mod plan;
#[cfg(test)]
mod properties;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

pub(super) use plan::{Changes, changes, check, take_over};

use crate::clock::Instant;
use crate::ids::{AccountId, ShiftId};

/// Days ahead in which gaps are shown.
pub(super) const AHEAD_DAYS: i64 = 14;

/// A seat of the desk, in the order in which they are called.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DutySeat {
    /// Called at once.
    Primary,
    /// Called when the first does not answer.
    Deputy,
    /// Called when neither does.
    Third,
}

/// A coordinator in a seat, for a half-open period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Who.
    pub account: AccountId,
    /// In which seat.
    pub seat: DutySeat,
    /// From.
    pub from: Instant,
    /// To.
    pub until: Instant,
}

/// A duty that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Its id.
    pub id: ShiftId,
    /// Who is on duty, where and when.
    pub duty: Duty,
}

/// A period in which nobody has a seat, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Which seat.
    pub seat: DutySeat,
    /// From.
    pub from: Instant,
    /// To.
    pub until: Instant,
}

/// Who is on duty at one moment, in the order of the seats.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnDuty(Vec<Duty>);

/// Whether the desk has somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    /// Nobody keeps a roster.
    NoRoster,
    /// Somebody is on duty.
    OnDuty,
    /// There is a roster, and nobody is on duty.
    Nobody,
}

impl Duty {
    /// Whether it is on at a moment.
    pub fn is_at(&self, at: Instant) -> bool {
        self.from <= at && at < self.until
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.from < other.until && other.from < self.until
    }

    /// What is left of it outside a period.
    fn outside(self, (from, until): (Instant, Instant)) -> impl Iterator<Item = Self> {
        let before = Self {
            until: self.until.min(from),
            ..self
        };
        let after = Self {
            from: self.from.max(until),
            ..self
        };
        [before, after]
            .into_iter()
            .filter(|part| part.from < part.until)
    }
}

impl OnDuty {
    /// Those of these duties that are on at a moment.
    pub fn at(duties: impl IntoIterator<Item = Duty>, at: Instant) -> Self {
        let mut on: Vec<Duty> = duties.into_iter().filter(|duty| duty.is_at(at)).collect();
        on.sort_by_key(|duty| duty.seat);
        Self(on)
    }

    /// Whether nobody is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Who they are, in the order of the seats.
    pub fn accounts(&self) -> impl Iterator<Item = AccountId> {
        self.0.iter().map(|duty| duty.account)
    }

    /// The first who is called, from a seat on.
    pub fn first_from(&self, seat: DutySeat) -> Option<&Duty> {
        self.0.iter().find(|duty| duty.seat >= seat)
    }
}

/// When nobody has a seat within a period; the duties of a seat do not overlap.
pub(super) fn gaps(duties: &[Duty], seat: DutySeat, (from, until): (Instant, Instant)) -> Vec<Gap> {
    let of_seat = duties.iter().filter(|duty| duty.seat == seat);
    let mut periods: Vec<_> = of_seat.map(|duty| (duty.from, duty.until)).collect();
    periods.sort_unstable();
    let mut gaps = Vec::new();
    let mut open = from;
    for (begin, end) in periods {
        let begin = begin.min(until);
        if open < begin {
            gaps.push(Gap {
                seat,
                from: open,
                until: begin,
            });
        }
        open = open.max(end);
    }
    if open < until {
        gaps.push(Gap {
            seat,
            from: open,
            until,
        });
    }
    gaps
}
