//! How likely those who are asked say yes in time, and how many more it takes.

use super::pace::Pace;
use super::settings::{RuleKind, Waves};
use super::share::Share;
use super::tail::Tail;
use super::{Instant, Reckoned};

/// Somebody who was asked for the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// How likely somebody of their cohort says yes.
    pub chance: Share,
    /// For how many seconds they knew of it until they ended it or now; none while they were not told.
    pub known_for: Option<i64>,
    /// For how many seconds they can still answer this need; none who cannot, or were asked for another.
    pub left: Option<i64>,
    /// They said yes.
    pub is_yes: bool,
}

/// Who was asked and who may be.
#[derive(Clone, Debug, Default)]
pub struct Odds {
    /// Everybody who was asked for the request.
    pub asked: Vec<Asked>,
    /// How likely those say yes who may be asked for the need now, best first.
    pub next: Vec<Share>,
    /// Since when people are asked.
    pub begun_at: Option<Instant>,
}

impl Odds {
    /// How many of the next are asked for so many open places, and what that was reckoned from.
    pub(super) fn missing(
        &self,
        (waves, pace): (&Waves, Pace),
        (open, most): (u16, u16),
        now: Instant,
    ) -> (u16, Reckoned) {
        let factor = self.factor(waves, pace);
        let target = waves.target(self.waves_left(pace, now));
        let delay = waves.delay(pace);
        let likely = Share::from_basis_points(waves.most_likely);
        let within = |chance: Share, silent: i64, left: i64| {
            let time = (silent, left.min(pace.wave.into()));
            delay.still(chance.times(factor).min(likely), time)
        };
        let mut tail = Tail::new(open, waves.shocks(), likely);
        for asked in &self.asked {
            if let Some(left) = asked.left {
                tail.add(within(asked.chance, asked.known_for.unwrap_or(0), left));
            }
        }
        // Where nobody else is known, those who are missing are as anybody: that they are missing is to be told.
        let anybody = std::iter::repeat(waves.chance((0, 0)));
        let mut next = self.next.iter().copied().chain(anybody);
        let mut count = 0;
        while count < most && tail.reached() < target {
            let chance = next.next().unwrap_or_default();
            tail.add(within(chance, 0, pace.answer.into()));
            count += 1;
        }
        let reckoned = Reckoned {
            rule: RuleKind::Adaptive.into(),
            open,
            target: Some(target.basis_points()),
            expected: Some(tail.reached().basis_points()),
            incident: Some(factor.basis_points()),
        };
        (count, reckoned)
    }

    /// How willing people are in this incident: the yes there were beside those to be expected by now.
    fn factor(&self, waves: &Waves, pace: Pace) -> Share {
        let delay = waves.delay(pace);
        let told = self.asked.iter().filter_map(|asked| {
            let known_for = asked.known_for?;
            Some(asked.chance.times(delay.share_by(known_for)).millionths())
        });
        let expected = Share::from_millionths(told.sum());
        let yes = self.asked.iter().filter(|asked| asked.is_yes).count();
        waves.factor((u32::try_from(yes).unwrap_or(u32::MAX), expected))
    }

    /// How many waves there can be until the places are to be held, this one included.
    fn waves_left(&self, pace: Pace, now: Instant) -> u16 {
        let begun = self.begun_at.unwrap_or(now);
        let left = begun.plus_seconds(pace.filled.into()).as_seconds() - now.as_seconds();
        let wave = i64::from(pace.wave.max(1));
        u16::try_from((left + wave - 1) / wave).unwrap_or(0).max(1)
    }
}
