//! Of whom it is told how likely they say yes: never of one person, only of those of a member who are alike.

use std::collections::HashMap;

use strum::{EnumString, IntoStaticStr};

use super::settings::Waves;
use super::share::Share;
use crate::clock::Instant;
use crate::experts::AvailabilityState;
use crate::ids::OrganisationId;

/// Hours at which the day, the evening and the night begin in Germany.
pub const DAY: i64 = 6;
/// When the evening begins.
pub const EVENING: i64 = 18;
/// When the night begins.
pub const NIGHT: i64 = 22;

/// A part of the day in Germany.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum TimeOfDay {
    /// From 22 to 6 o'clock.
    Night,
    /// From 6 to 18.
    Day,
    /// From 18 to 22.
    Evening,
}

/// People who are alike in when they can help, at a part of the day.
pub type Alike = (TimeOfDay, AvailabilityState);
/// How often people said yes, and how often not.
pub type Answers = (u32, u32);

/// What was answered lately, by those who are alike: of one member, and of all.
#[derive(Clone, Debug, Default)]
pub struct Cohorts {
    /// Of a member, where they are enough for nobody to be known by it.
    pub of_member: HashMap<(OrganisationId, Alike), Answers>,
    /// Of all members together.
    pub of_all: HashMap<Alike, Answers>,
}

impl TimeOfDay {
    /// What part of the day it is.
    pub fn at(now: Instant) -> Self {
        let hour = (now.as_seconds() + now.berlin_offset()).div_euclid(3_600) % 24;
        match hour {
            DAY..EVENING => Self::Day,
            EVENING..NIGHT => Self::Evening,
            _ => Self::Night,
        }
    }
}

impl Cohorts {
    /// How likely somebody says yes: by those of the same member who are alike, else by all who are, else as anybody.
    pub fn chance(&self, waves: &Waves, (member, alike): (OrganisationId, Alike)) -> Share {
        let own = self.of_member.get(&(member, alike));
        let known = own.or_else(|| self.of_all.get(&alike));
        waves.chance(known.copied().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 14 January 2026, midnight in Berlin.
    const MIDNIGHT: Instant = Instant::from_micros(1_768_345_200_000_000);

    #[test]
    fn a_day_has_three_parts() {
        let at = |hour: i64| TimeOfDay::at(MIDNIGHT.plus_seconds(hour * 3_600));

        assert_eq!([0, 5, 22, 23].map(at), [TimeOfDay::Night; 4]);
        assert_eq!([6, 17].map(at), [TimeOfDay::Day; 2]);
        assert_eq!([18, 21].map(at), [TimeOfDay::Evening; 2]);
        let summer = MIDNIGHT.plus_days(180);
        assert_eq!(
            TimeOfDay::at(summer.plus_seconds(5 * 3_600)),
            TimeOfDay::Day
        );
    }

    #[test]
    fn the_own_member_counts_before_all_and_all_before_nothing() {
        let waves = Waves::default();
        let alike = (TimeOfDay::Day, AvailabilityState::Now);
        let [one, other] = [1, 2].map(|id| OrganisationId(uuid::Uuid::from_u128(id)));
        let mut cohorts = Cohorts::default();
        let chance = |cohorts: &Cohorts, member| cohorts.chance(&waves, (member, alike));
        assert_eq!(chance(&cohorts, one), waves.chance((0, 0)));

        cohorts.of_all.insert(alike, (10, 10));
        cohorts.of_member.insert((one, alike), (9, 0));

        assert_eq!(chance(&cohorts, one), waves.chance((9, 0)));
        assert_eq!(chance(&cohorts, other), waves.chance((10, 10)));
    }
}
