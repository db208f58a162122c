//! What an operator can set of the waves (`[waves]` in the settings).

use serde::Deserialize;

use super::delay::Delay;
use super::pace::{ACUTE, EMERGENCY, FIRST_CALL, HOUR, MINUTE, Pace, REBUILD};
use super::share::Share;
use super::tail::{Shock, target};
use crate::reference::Phase;

/// By which rule people are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RuleKind {
    /// So many for each open place.
    Fixed,
    /// As many as it takes, by how likely they say yes.
    Adaptive,
}

/// All numbers of the waves with their defaults. Shares are in basis points, hundredths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Waves {
    /// By which rule.
    pub rule: RuleKind,
    /// People asked for each open place by the fixed rule.
    pub per_place: u16,
    /// People one wave asks for each open place at most by the adaptive rule.
    pub most_per_place: u16,
    /// Share of needs that may be open after their last wave.
    pub missed: u32,
    /// Yes a cohort is taken to have said before it was asked, in thousandths.
    pub prior_yes: u32,
    /// No a cohort is taken to have said before it was asked, in thousandths.
    pub prior_no: u32,
    /// People a cohort has at least for its own answers to count: below it would be about persons.
    pub cohort_people: u16,
    /// Yes that are worth as much as what an incident teaches, in thousandths.
    pub incident_weight: u32,
    /// How much less willing people are taken to be in an incident at most.
    pub incident_least: u32,
    /// How much more.
    pub incident_most: u32,
    /// How willing all are on a bad day.
    pub bad_day: u32,
    /// How willing all are on a good day.
    pub good_day: u32,
    /// How likely a day is bad, and as likely good.
    pub odd_day: u32,
    /// Nobody says yes more likely.
    pub most_likely: u32,
    /// Standard deviation of the logarithm of how long answers take, in thousandths.
    pub answer_spread: u32,
    /// Of a first call.
    pub first_call: Pace,
    /// Of the first days.
    pub acute: Pace,
    /// Of emergency service.
    pub emergency: Pace,
    /// Of rebuilding.
    pub rebuild: Pace,
}

impl Default for Waves {
    fn default() -> Self {
        Self {
            rule: RuleKind::Adaptive,
            per_place: 3,
            most_per_place: 12,
            missed: 500,
            prior_yes: 2_200,
            prior_no: 4_000,
            cohort_people: 5,
            incident_weight: 4_000,
            incident_least: 3_000,
            incident_most: 20_000,
            bad_day: 6_000,
            good_day: 14_000,
            odd_day: 2_500,
            most_likely: 9_500,
            answer_spread: 900,
            first_call: Pace {
                wave: 5 * MINUTE,
                answer: 15 * MINUTE,
                filled: 15 * MINUTE,
                median_answer: 3 * MINUTE,
                look: MINUTE,
            },
            acute: Pace {
                wave: 10 * MINUTE,
                answer: 30 * MINUTE,
                filled: 30 * MINUTE,
                median_answer: 4 * MINUTE,
                look: MINUTE,
            },
            emergency: Pace {
                wave: 4 * HOUR,
                answer: 24 * HOUR,
                filled: 24 * HOUR,
                median_answer: HOUR,
                look: 30 * MINUTE,
            },
            rebuild: Pace {
                wave: 24 * HOUR,
                answer: 72 * HOUR,
                filled: 72 * HOUR,
                median_answer: 4 * HOUR,
                look: 2 * HOUR,
            },
        }
    }
}

/// A number of the waves that cannot be worked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("waves.{name} must be from {least} to {most}")]
pub struct WavesError {
    name: &'static str,
    least: u32,
    most: u32,
}

impl Waves {
    /// So many for each open place, all else as it is.
    #[must_use]
    pub fn fixed() -> Self {
        Self {
            rule: RuleKind::Fixed,
            ..Self::default()
        }
    }

    /// Whether each number can be worked with.
    ///
    /// # Errors
    /// The first that cannot.
    pub fn check(&self) -> Result<(), WavesError> {
        let numbers = [
            ("per_place", self.per_place.into(), (1, 50)),
            ("most_per_place", self.most_per_place.into(), (1, 100)),
            ("missed", self.missed, (1, 9_000)),
            ("prior_yes", self.prior_yes, (1, 1_000_000)),
            ("prior_no", self.prior_no, (1, 1_000_000)),
            ("cohort_people", self.cohort_people.into(), (5, 10_000)),
            ("incident_weight", self.incident_weight, (1, 1_000_000)),
            ("incident_least", self.incident_least, (1, 10_000)),
            ("incident_most", self.incident_most, (10_000, 100_000)),
            ("bad_day", self.bad_day, (1, 10_000)),
            ("good_day", self.good_day, (10_000, 100_000)),
            ("odd_day", self.odd_day, (0, 5_000)),
            ("most_likely", self.most_likely, (1, 10_000)),
            ("answer_spread", self.answer_spread, (1, 5_000)),
        ];
        let paces = [
            (self.first_call, FIRST_CALL),
            (self.acute, ACUTE),
            (self.emergency, EMERGENCY),
            (self.rebuild, REBUILD),
        ];
        let paces = paces
            .into_iter()
            .flat_map(|(pace, names)| pace.numbers(names));
        let mut all = numbers.into_iter().chain(paces);
        let wrong = all.find(|(_, number, (least, most))| !(*least..=*most).contains(number));
        wrong.map_or(Ok(()), |(name, _, (least, most))| {
            Err(WavesError { name, least, most })
        })
    }

    /// How fast waves follow each other in a phase; whoever is to phone at once has less time.
    pub const fn pace(&self, phase: Phase, is_first_call: bool) -> Pace {
        match (phase, is_first_call) {
            (Phase::Acute, true) => self.first_call,
            (Phase::Acute, false) => self.acute,
            (Phase::Emergency, _) => self.emergency,
            (Phase::Rebuild, _) => self.rebuild,
        }
    }

    /// How long answers take at this pace.
    pub(super) fn delay(&self, pace: Pace) -> Delay {
        Delay {
            median: pace.median_answer.into(),
            spread: self.answer_spread,
        }
    }

    /// How likely a wave is to fill all places when so many are left, itself included.
    pub(super) fn target(&self, left: u16) -> Share {
        target(Share::from_basis_points(self.missed), left)
    }

    /// The bad, the usual and the good day.
    pub(super) fn shocks(&self) -> [Shock; 3] {
        let share = Share::from_basis_points;
        let usual = share(2 * self.odd_day).rest();
        [
            (share(self.bad_day), share(self.odd_day)),
            (Share::WHOLE, usual),
            (share(self.good_day), share(self.odd_day)),
        ]
    }

    /// How likely somebody says yes of whose cohort so many did and so many did not.
    pub fn chance(&self, (yes, no): (u32, u32)) -> Share {
        let yes = i64::from(self.prior_yes) + i64::from(yes) * 1_000;
        let no = i64::from(self.prior_no) + i64::from(no) * 1_000;
        Share::of(yes, yes + no)
    }

    /// How much more or less willing people are than expected, where so many said yes.
    pub(super) fn factor(&self, (yes, expected): (u32, Share)) -> Share {
        let weight = i64::from(self.incident_weight) * 1_000;
        let learnt = Share::of(
            weight + i64::from(yes) * Share::WHOLE.millionths(),
            weight + expected.millionths(),
        );
        let (least, most) = (self.incident_least, self.incident_most);
        learnt.clamp(
            Share::from_basis_points(least),
            Share::from_basis_points(most),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shipped_can_be_worked_with() {
        assert_eq!(Waves::default().check(), Ok(()));
        assert_eq!(Waves::fixed().check(), Ok(()));
    }

    #[test]
    fn a_number_out_of_its_bounds_is_named() {
        let mut waves = Waves::default();
        waves.acute.answer = 60;

        let error = waves.check().unwrap_err();

        assert_eq!(
            error.to_string(),
            "waves.acute.answer must be from 600 to 2592000"
        );
    }

    #[test]
    fn without_answers_a_third_says_yes_and_answers_move_it() {
        let waves = Waves::default();

        assert_eq!(waves.chance((0, 0)).basis_points(), 3_548);
        assert!(waves.chance((10, 0)) > waves.chance((0, 0)));
        assert!(waves.chance((0, 10)) < waves.chance((0, 0)));
    }

    #[test]
    fn what_an_incident_teaches_stays_within_bounds() {
        let waves = Waves::default();
        let of = |yes, expected| waves.factor((yes, Share::from_millionths(expected)));

        assert_eq!(of(0, 0), Share::WHOLE);
        assert_eq!(of(0, 4_000_000).basis_points(), 5_000);
        assert_eq!(of(0, 900_000_000).basis_points(), 3_000);
        assert_eq!(of(90, 1_000_000).basis_points(), 20_000);
    }
}
