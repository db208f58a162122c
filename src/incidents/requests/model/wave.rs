//! When how many are asked. The one rule of waves: another one replaces this type and nothing else.

use crate::clock::Instant;
use crate::reference::Phase;

/// Seconds of a minute and an hour.
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// Seconds the town's own provider has for its first offer (trust.md 13).
const HOME: i64 = 20 * MINUTE;
/// Number of the wave in which the town's own provider is asked, beside the first.
pub const HOME_WAVE: u16 = 0;

/// The next so many, with a time limit: three for each open place, and whoever says no is made up for at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaveRule {
    /// People asked for each open place.
    per_place: u16,
    /// Seconds the town's own provider can answer.
    home: i64,
    /// Seconds until the next wave.
    length: i64,
    /// Seconds somebody can answer: longer than a wave, since a late yes is better than none.
    patience: i64,
}

/// Where a need stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    /// People it asks for.
    pub places: u16,
    /// Places held by a yes, released or not.
    pub held: u16,
    /// People of the last wave who are still asked.
    pub asked: u16,
    /// How many waves there were.
    pub wave: u16,
    /// When the last of them ends; none before the first, or when somebody asked for the next one.
    pub wave_until: Option<Instant>,
    /// Nobody of it could be written to yet, and somebody still may be.
    pub is_unsent: bool,
}

/// What is to be done for a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Every place is held.
    Enough,
    /// Nobody new is asked before this instant.
    Wait(Instant),
    /// So many are asked.
    Alert {
        /// How many.
        count: u16,
        /// In which wave.
        wave: u16,
        /// When that wave ends.
        until: Instant,
    },
}

impl WaveRule {
    /// The rule for a phase; whoever is to phone at once has less time.
    pub const fn of(phase: Phase, is_first_call: bool) -> Self {
        let (length, patience) = match (phase, is_first_call) {
            (Phase::Acute, true) => (5 * MINUTE, 15 * MINUTE),
            (Phase::Acute, false) => (10 * MINUTE, 30 * MINUTE),
            (Phase::Emergency, _) => (4 * HOUR, 24 * HOUR),
            (Phase::Rebuild, _) => (24 * HOUR, 72 * HOUR),
        };
        // After the first days there is no hurry: nobody's first offer runs out overnight.
        let home = match phase {
            Phase::Acute => HOME,
            Phase::Emergency | Phase::Rebuild => patience,
        };
        Self {
            per_place: 3,
            home,
            length,
            patience,
        }
    }

    /// What is to be done now.
    pub fn step(&self, stand: &Stand, now: Instant) -> Step {
        let open = stand.places.saturating_sub(stand.held);
        if open == 0 {
            return Step::Enough;
        }
        let target = open * self.per_place;
        match stand.wave_until {
            Some(until) if now < until && stand.asked >= target => Step::Wait(until),
            Some(until) if now < until => Step::Alert {
                count: target - stand.asked,
                wave: stand.wave,
                until,
            },
            // While every channel is away, more people would be used up and none told; as long as a wave at most, for
            // one of them that never comes back must not keep everybody from being asked.
            Some(until) if stand.is_unsent && now < self.ends(until) => {
                Step::Wait(self.ends(until))
            }
            Some(_) | None => Step::Alert {
                count: target,
                wave: stand.wave + 1,
                until: self.ends(now),
            },
        }
    }

    /// How many people of the town's own provider are asked beside the first wave, as many again; beside others nobody.
    pub const fn at_home(&self, stand: &Stand) -> u16 {
        if stand.wave == 0 {
            stand.places.saturating_sub(stand.held) * self.per_place
        } else {
            0
        }
    }

    /// When a wave ends whose messages go out now.
    pub const fn ends(&self, now: Instant) -> Instant {
        now.plus_seconds(self.length)
    }

    /// Until when somebody asked now can answer.
    pub const fn answered_by(&self, now: Instant) -> Instant {
        now.plus_seconds(self.patience)
    }

    /// The same for the town's own provider.
    pub const fn home_answered_by(&self, now: Instant) -> Instant {
        now.plus_seconds(self.home)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: Instant = Instant::from_micros(1_764_000_000_000_000);

    fn stand(places: u16, held: u16, asked: u16) -> Stand {
        Stand {
            places,
            held,
            asked,
            wave: 1,
            wave_until: Some(NOW.plus_seconds(300)),
            is_unsent: false,
        }
    }

    #[test]
    fn three_are_asked_for_each_open_place() {
        let rule = WaveRule::of(Phase::Acute, false);
        let first = Stand {
            wave: 0,
            wave_until: None,
            ..stand(2, 0, 0)
        };

        let step = rule.step(&first, NOW);

        let until = NOW.plus_seconds(600);
        assert_eq!(
            step,
            Step::Alert {
                count: 6,
                wave: 1,
                until
            }
        );
    }

    #[test]
    fn a_refusal_is_made_up_for_in_the_same_wave() {
        let rule = WaveRule::of(Phase::Acute, false);

        let step = rule.step(&stand(2, 0, 5), NOW);

        let until = NOW.plus_seconds(300);
        assert_eq!(
            step,
            Step::Alert {
                count: 1,
                wave: 1,
                until
            }
        );
        assert_eq!(rule.step(&stand(2, 0, 6), NOW), Step::Wait(until));
        assert_eq!(rule.step(&stand(2, 1, 5), NOW), Step::Wait(until));
    }

    #[test]
    fn when_a_wave_ends_the_next_is_asked() {
        let rule = WaveRule::of(Phase::Acute, true);
        let over = Stand {
            wave_until: Some(NOW),
            ..stand(1, 0, 3)
        };

        let step = rule.step(&over, NOW);

        let until = NOW.plus_seconds(300);
        assert_eq!(
            step,
            Step::Alert {
                count: 3,
                wave: 2,
                until
            }
        );
    }

    #[test]
    fn the_own_provider_is_asked_beside_the_first_wave_alone_and_for_twenty_minutes() {
        let rule = WaveRule::of(Phase::Acute, false);
        let first = Stand {
            wave: 0,
            wave_until: None,
            ..stand(2, 0, 0)
        };

        assert_eq!(rule.at_home(&first), 6);
        assert_eq!(rule.at_home(&stand(2, 0, 5)), 0);
        assert_eq!(rule.home_answered_by(NOW), NOW.plus_seconds(1_200));
        let step = rule.step(&first, NOW);
        assert!(
            matches!(step, Step::Alert { count: 6, .. }),
            "as many others as ever"
        );
    }

    #[test]
    fn a_wave_that_nobody_could_be_told_of_waits_as_long_again_or_for_whoever_asks_for_the_next() {
        let rule = WaveRule::of(Phase::Acute, false);
        let unsent = Stand {
            wave_until: Some(NOW),
            is_unsent: true,
            ..stand(1, 0, 3)
        };
        let asked_for = Stand {
            wave_until: None,
            ..unsent
        };

        let until = NOW.plus_seconds(600);
        assert_eq!(rule.step(&unsent, NOW), Step::Wait(until));
        let last = until.plus_seconds(-1);
        assert_eq!(rule.step(&unsent, last), Step::Wait(until));
        assert!(matches!(
            rule.step(&unsent, until),
            Step::Alert { wave: 2, .. }
        ));
        assert!(matches!(
            rule.step(&asked_for, NOW),
            Step::Alert { wave: 2, .. }
        ));
    }

    proptest! {
        #[test]
        fn nobody_is_asked_for_a_place_that_is_held(places in 0_u16..20, more in 0_u16..5, asked in 0_u16..60) {
            let rule = WaveRule::of(Phase::Rebuild, false);

            prop_assert_eq!(rule.step(&stand(places, places + more, asked), NOW), Step::Enough);
        }

        #[test]
        fn more_yes_never_asks_more_people(places in 1_u16..20, held in 0_u16..20, asked in 0_u16..60) {
            let rule = WaveRule::of(Phase::Acute, false);
            let count = |held| match rule.step(&stand(places, held, asked), NOW) {
                Step::Alert { count, .. } => count,
                Step::Enough | Step::Wait(_) => 0,
            };

            prop_assert!(count(held + 1) <= count(held));
        }
    }
}
