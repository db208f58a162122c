//! When how many are asked. The one place of the rule of waves: by it so many for each open place are asked, or as many as
//! it takes for the places to be filled in time (matching.md §4).

mod cohort;
mod delay;
mod odds;
mod pace;
mod settings;
mod share;
mod tail;
#[cfg(test)]
mod tests;

pub use cohort::{Alike, Answers, Cohorts, DAY, EVENING, NIGHT, TimeOfDay};
pub use odds::{Asked, Odds};
pub use pace::Pace;
pub use settings::{RuleKind, Waves, WavesError};
pub use share::Share;

use crate::clock::Instant;
use crate::reference::Phase;

/// Seconds the town's own provider has for its first offer (trust.md 13).
const HOME: i64 = 20 * 60;
/// Number of the wave in which the town's own provider is asked, beside the first.
pub const HOME_WAVE: u16 = 0;

/// How many are asked when, with a time limit; whoever says no is made up for at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaveRule {
    waves: Waves,
    pace: Pace,
    /// Seconds the town's own provider can answer.
    home: i64,
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
        /// What it was reckoned from.
        reckoned: Reckoned,
    },
}

/// From what it was reckoned how many are asked, for the record: numbers of a need, none of a person. In basis points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reckoned {
    /// By which rule.
    pub rule: &'static str,
    /// Places that nobody holds.
    pub open: u16,
    /// How likely this wave is to fill them; none by the fixed rule.
    pub target: Option<i64>,
    /// How likely it does with those who are asked now.
    pub expected: Option<i64>,
    /// How willing people are in this incident beside others.
    pub incident: Option<i64>,
}

impl WaveRule {
    /// The rule for a phase; whoever is to phone at once has less time.
    pub fn of(waves: &Waves, phase: Phase, is_first_call: bool) -> Self {
        let pace = waves.pace(phase, is_first_call);
        // After the first days there is no hurry: nobody's first offer runs out overnight.
        let home = match phase {
            Phase::Acute => HOME,
            Phase::Emergency | Phase::Rebuild => pace.answer.into(),
        };
        Self {
            waves: *waves,
            pace,
            home,
        }
    }

    /// What is to be done now, with those who may be asked next.
    pub fn step(&self, stand: &Stand, odds: &Odds, now: Instant) -> Step {
        let open = stand.places.saturating_sub(stand.held);
        if open == 0 {
            return Step::Enough;
        }
        let running = stand.wave_until.filter(|until| now < *until);
        let (count, reckoned) = self.missing(stand, (open, running.is_some()), (odds, now));
        match (running, stand.wave_until) {
            (Some(until), _) if count == 0 => Step::Wait(until),
            (Some(until), _) => Step::Alert {
                count,
                wave: stand.wave.max(1),
                until,
                reckoned,
            },
            // While every channel is away, more people would be used up and none told; as long as a wave at most, for
            // one of them that never comes back must not keep everybody from being asked.
            (None, Some(until)) if stand.is_unsent && now < self.ends(until) => {
                Step::Wait(self.ends(until))
            }
            (None, asked_for) => Step::Alert {
                // Whoever asks for the next wave is not told that the last one will do.
                count: if asked_for.is_none() {
                    count.max(open)
                } else {
                    count
                },
                wave: stand.wave + 1,
                until: self.ends(now),
                reckoned,
            },
        }
    }

    /// How many people of the town's own provider are asked beside the first wave: as many as if there were nobody else,
    /// so that whoever else is asked does not depend on them. Beside other waves nobody.
    pub fn at_home(&self, stand: &Stand, odds: &Odds, now: Instant) -> u16 {
        let open = stand.places.saturating_sub(stand.held);
        if stand.wave > 0 || open == 0 {
            return 0;
        }
        self.missing(stand, (open, false), (odds, now)).0
    }

    /// How many more are to be asked, in a wave that runs or in the next.
    fn missing(
        &self,
        stand: &Stand,
        (open, is_running): (u16, bool),
        (odds, now): (&Odds, Instant),
    ) -> (u16, Reckoned) {
        let asked = if is_running { stand.asked } else { 0 };
        match self.waves.rule {
            RuleKind::Fixed => {
                let wanted = open.saturating_mul(self.waves.per_place);
                (wanted.saturating_sub(asked), self.plainly(open))
            }
            RuleKind::Adaptive => {
                let most = open.saturating_mul(self.waves.most_per_place);
                let most = most.saturating_sub(asked);
                odds.missing((&self.waves, self.pace), (open, most), now)
            }
        }
    }

    /// When it is looked again whether more people are to be asked: with the end of the wave, and before the places are to
    /// be held each time silence may have made them necessary. At round times, so that whoever plans it plans the same.
    pub fn looks_again(&self, until: Instant, (begun, now): (Option<Instant>, Instant)) -> Instant {
        let in_time = begun.is_some_and(|begun| now < begun.plus_seconds(self.pace.filled.into()));
        if self.waves.rule == RuleKind::Fixed || !in_time {
            return until;
        }
        let each = i64::from(self.pace.look.max(1));
        let round = (now.as_seconds().div_euclid(each) + 1) * each;
        until.min(now.plus_seconds(round - now.as_seconds()))
    }

    fn plainly(&self, open: u16) -> Reckoned {
        Reckoned {
            rule: self.waves.rule.into(),
            open,
            target: None,
            expected: None,
            incident: None,
        }
    }

    /// When a wave ends whose messages go out now.
    pub const fn ends(&self, now: Instant) -> Instant {
        now.plus_seconds(self.pace.wave as i64)
    }

    /// Until when somebody asked now can answer.
    pub const fn answered_by(&self, now: Instant) -> Instant {
        now.plus_seconds(self.pace.answer as i64)
    }

    /// The same for the town's own provider.
    pub const fn home_answered_by(&self, now: Instant) -> Instant {
        now.plus_seconds(self.home)
    }
}
