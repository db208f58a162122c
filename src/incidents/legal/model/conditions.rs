//! Conditions of deployment for a town that had not accepted them: one page, confirmed by somebody who may, and accepted
//! as all others do within 72 hours (trust.md 15).

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use crate::clock::Instant;

/// Seconds within which what was confirmed at once is accepted as all others do.
const RATIFIED: i64 = 72 * 60 * 60;

/// Who confirmed, as they said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmer {
    /// The name.
    pub name: String,
    /// What they are in the town.
    pub function: String,
}

impl fmt::Debug for Confirmer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Confirmer")
    }
}

/// By which way it was confirmed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ConfirmedBy {
    /// Somebody of the town who is signed in.
    Town,
    /// Whoever asked for help, by the link of the status page.
    Link,
    /// A coordinator, as the town said on the phone.
    Desk,
}

/// Conditions confirmed at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Immediate {
    /// The version.
    pub version: i32,
    /// When.
    pub at: Instant,
    /// How.
    pub said_by: ConfirmedBy,
    /// Who; none once it was forgotten.
    pub confirmer: Option<Confirmer>,
}

impl Immediate {
    /// Until when the town accepts the conditions as all others do.
    pub fn ratify_by(&self) -> Instant {
        ratify_by(self.at)
    }
}

/// Until when what is confirmed at an instant is accepted as all others do.
pub fn ratify_by(confirmed: Instant) -> Instant {
    confirmed.plus_seconds(RATIFIED)
}

/// What the conditions of an incident rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conditions {
    /// The version and the day by which the town accepted them before, or since.
    pub accepted: Option<(i32, NaiveDate)>,
    /// The version confirmed at once.
    pub immediate: Option<Immediate>,
}

impl Conditions {
    /// Until when they are to be accepted as all others do; none where they are, or nothing was confirmed.
    pub fn ratify_by(&self) -> Option<Instant> {
        let open = self.immediate.as_ref().filter(|_| self.accepted.is_none());
        open.map(Immediate::ratify_by)
    }

    /// Whether they can be confirmed at once: nothing else stands.
    pub fn is_open(&self) -> bool {
        self.accepted.is_none() && self.immediate.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_confirmed_at_once_is_to_be_accepted_within_three_days() {
        let at = Instant::from_micros(0);
        let immediate = Immediate {
            version: 1,
            at,
            said_by: ConfirmedBy::Link,
            confirmer: None,
        };
        let mut conditions = Conditions {
            accepted: None,
            immediate: None,
        };

        assert!(conditions.is_open());
        assert_eq!(conditions.ratify_by(), None);
        conditions.immediate = Some(immediate);
        assert!(!conditions.is_open());
        assert_eq!(conditions.ratify_by(), Some(at.plus_days(3)));
        conditions.accepted = NaiveDate::from_ymd_opt(2026, 11, 27).map(|day| (1, day));
        assert_eq!(conditions.ratify_by(), None);
    }
}
