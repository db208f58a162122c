//! An incident second by second: who is asked when, and who gets a place.

use kataster::clock::Instant;
use kataster::incidents::waves::{
    Asked, Cohorts, Odds, RuleKind, Share, Stand, Step, WaveRule, Waves,
};
use kataster::reference::Phase;

use super::people::{Incident, PATIENCE, Would};

/// 14 January 2026, noon in Berlin; the parts of the day are the simulation's own.
const BEGIN: Instant = Instant::from_micros(1_768_388_400_000_000);

/// A way of asking.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Everybody who may be, at once.
    Broadcast,
    /// Three for each place.
    Fixed,
    /// By the odds, and nothing was answered before.
    Untaught,
    /// By the odds, with what was answered in the ninety days before.
    Adaptive,
}

impl Way {
    pub const ALL: [Self; 4] = [Self::Broadcast, Self::Fixed, Self::Untaught, Self::Adaptive];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Broadcast => "broadcast",
            Self::Fixed => "three a place",
            Self::Untaught => "adaptive, no history",
            Self::Adaptive => "adaptive, cohorts",
        }
    }
}

/// What became of an incident.
pub struct Outcome {
    pub alerts: usize,
    /// Who got a place, and when.
    pub filled: Vec<(f64, i64)>,
}

struct Sent {
    would: Would,
    chance: Share,
    at: i64,
    wave: u16,
}

impl Sent {
    /// Whether they have answered by then.
    fn has_answered(&self, now: i64) -> bool {
        self.would.after.is_some_and(|after| self.at + after <= now)
    }

    const fn is_over(&self, now: i64) -> bool {
        now >= self.at + PATIENCE
    }
}

/// Until the places are held or the deadline is past.
pub fn run(incident: &Incident, way: Way, known: &Cohorts) -> Outcome {
    let (mut waves, none) = (Waves::default(), Cohorts::default());
    let known = if way == Way::Adaptive { known } else { &none };
    waves.rule = match way {
        Way::Broadcast | Way::Fixed => RuleKind::Fixed,
        Way::Untaught | Way::Adaptive => RuleKind::Adaptive,
    };
    if way == Way::Broadcast {
        waves.per_place = u16::MAX;
    }
    let rule = WaveRule::of(&waves, Phase::Acute, false);
    let chances = incident.alike.iter();
    let chances: Vec<Share> = chances.map(|alike| known.chance(&waves, *alike)).collect();
    let deadline = i64::from(waves.acute.filled);
    let mut asking = Asking {
        incident,
        chances,
        sent: Vec::new(),
        wave: (0, None),
    };
    let mut now = 0;
    while now < deadline {
        let stand = asking.stand(now);
        let odds = asking.odds(now);
        let at = BEGIN.plus_seconds(now);
        let until = match rule.step(&stand, &odds, at) {
            Step::Enough => break,
            Step::Wait(until) => until,
            Step::Alert {
                count, wave, until, ..
            } => {
                let asked = asking.ask((count, wave), now);
                let number = if asked == 0 { asking.wave.0 } else { wave };
                asking.wave = (number, Some(until));
                until
            }
        };
        let looks = rule.looks_again(until, (Some(BEGIN), at));
        now = asking.next(now, looks.as_seconds() - BEGIN.as_seconds());
    }
    Outcome {
        alerts: asking.sent.len(),
        filled: asking.filled(deadline.min(now.max(1))),
    }
}

struct Asking<'a> {
    incident: &'a Incident,
    chances: Vec<Share>,
    sent: Vec<Sent>,
    wave: (u16, Option<Instant>),
}

impl Asking<'_> {
    /// Who said yes by then, first come first, as many as there are places.
    fn filled(&self, now: i64) -> Vec<(f64, i64)> {
        let yes = self.sent.iter().filter(|one| one.would.says_yes);
        let yes = yes.filter(|one| one.has_answered(now));
        let at = |one: &Sent| one.at + one.would.after.unwrap_or_default();
        let mut yes: Vec<_> = yes.map(|one| (one.would.quality, at(one))).collect();
        yes.sort_by_key(|(_, at)| *at);
        yes.truncate(self.incident.places.into());
        yes
    }

    fn stand(&self, now: i64) -> Stand {
        let waits =
            |one: &&Sent| one.wave == self.wave.0 && !one.has_answered(now) && !one.is_over(now);
        Stand {
            places: self.incident.places,
            held: u16::try_from(self.filled(now).len()).unwrap(),
            asked: u16::try_from(self.sent.iter().filter(waits).count()).unwrap(),
            wave: self.wave.0,
            wave_until: self.wave.1,
            is_unsent: false,
        }
    }

    fn odds(&self, now: i64) -> Odds {
        let asked = self.sent.iter().map(|one| {
            let waits = !one.has_answered(now) && !one.is_over(now);
            Asked {
                chance: one.chance,
                known_for: Some((now - one.at).min(PATIENCE)),
                left: waits.then_some(one.at + PATIENCE - now),
                is_yes: one.would.says_yes && one.has_answered(now),
            }
        });
        Odds {
            asked: asked.collect(),
            next: self.chances[self.sent.len()..].to_vec(),
            begun_at: Some(BEGIN),
        }
    }

    fn ask(&mut self, (count, wave): (u16, u16), now: i64) -> usize {
        let first = self.sent.len();
        let next = self.incident.candidates[first..]
            .iter()
            .zip(&self.chances[first..]);
        let next = next.take(count.into()).map(|(would, chance)| Sent {
            would: *would,
            chance: *chance,
            at: now,
            wave,
        });
        let next: Vec<_> = next.collect();
        self.sent.extend(next);
        self.sent.len() - first
    }

    /// When somebody answers next, or it is looked again.
    fn next(&self, now: i64, looks: i64) -> i64 {
        let answers = self.sent.iter();
        let answers = answers.filter_map(|one| Some(one.at + one.would.after?));
        let next = answers.chain([looks]).filter(|at| *at > now).min();
        next.unwrap_or(now + 60)
    }
}
