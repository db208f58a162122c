//! How long people take to answer: a log-normal delay, without floating point.

use super::share::Share;

/// Standard normal distribution at 0, 0.1, … 4.0, in millionths.
const NORMAL: [i64; 41] = [
    500_000, 539_828, 579_260, 617_911, 655_422, 691_462, 725_747, 758_036, 788_145, 815_940,
    841_345, 864_334, 884_930, 903_200, 919_243, 933_193, 945_201, 955_435, 964_070, 971_283,
    977_250, 982_136, 986_097, 989_276, 991_802, 993_790, 995_339, 996_533, 997_445, 998_134,
    998_650, 999_032, 999_313, 999_517, 999_663, 999_767, 999_841, 999_892, 999_928, 999_952,
    999_968,
];
/// Millionths from one entry of the table to the next.
const STEP: i64 = 100_000;
/// Natural logarithm of 2, in millionths.
const LN_2: i64 = 693_147;
/// Binary digits of a logarithm after the point.
const DIGITS: u32 = 20;

/// How long answers take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay {
    /// Seconds after which half of them are there.
    pub median: i64,
    /// Standard deviation of their logarithm, in thousandths.
    pub spread: u32,
}

impl Delay {
    /// The share of all answers that are there after so many seconds.
    pub fn share_by(self, seconds: i64) -> Share {
        if seconds <= 0 {
            return Share::NONE;
        }
        let apart = ln(seconds) - ln(self.median.max(1));
        Share::from_millionths(normal(apart * 1_000 / i64::from(self.spread.max(1))))
    }

    /// How likely a yes still comes within so many seconds of somebody who says yes with this chance and has been silent so
    /// long. Whoever does not say yes is taken to stay silent.
    pub fn still(self, chance: Share, (silent, within): (i64, i64)) -> Share {
        let before = self.share_by(silent);
        let later = self.share_by(silent.max(0).saturating_add(within.max(0)));
        let comes = later.millionths() - before.millionths();
        let left = chance.times(before).rest();
        Share::of(
            chance.times(Share::from_millionths(comes)).millionths(),
            left.millionths(),
        )
    }
}

/// Natural logarithm of a positive number, in millionths: digit by digit of the binary one, by squaring.
fn ln(of: i64) -> i64 {
    let of = i128::from(of.max(1));
    let whole = 127 - of.leading_zeros();
    let mut rest = (of << 62) >> whole;
    let mut digits: i64 = 0;
    for _ in 0..DIGITS {
        rest = (rest * rest) >> 62;
        digits <<= 1;
        if rest >= 2 << 62 {
            rest >>= 1;
            digits += 1;
        }
    }
    i64::from(whole) * LN_2 + ((digits * LN_2) >> DIGITS)
}

/// Standard normal distribution, between the entries of the table in a straight line; all in millionths.
fn normal(deviations: i64) -> i64 {
    if deviations < 0 {
        return Share::WHOLE.millionths() - normal(-deviations);
    }
    let (at, between) = (deviations / STEP, deviations % STEP);
    let entry = |at: i64| usize::try_from(at).ok().and_then(|at| NORMAL.get(at));
    match (entry(at), entry(at + 1)) {
        (Some(low), Some(high)) => low + (high - low) * between / STEP,
        (Some(_) | None, _) => Share::WHOLE.millionths(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DELAY: Delay = Delay {
        median: 240,
        spread: 900,
    };

    fn percent(share: Share) -> i64 {
        share.basis_points() / 100
    }

    #[test]
    fn half_of_the_answers_are_there_at_the_median() {
        assert_eq!(percent(DELAY.share_by(240)), 50);
        assert_eq!(percent(DELAY.share_by(600)), 84);
        assert_eq!(percent(DELAY.share_by(60)), 6);
        assert_eq!(DELAY.share_by(0), Share::NONE);
    }

    #[test]
    fn the_logarithm_is_the_one_of_the_tables() {
        for (of, expected) in [(1, 0), (2, 693_147), (10, 2_302_585), (86_400, 11_366_743)] {
            assert!((ln(of) - expected).abs() < 5, "{of}: {}", ln(of));
        }
    }

    #[test]
    fn whoever_is_silent_longer_says_yes_less_likely() {
        let chance = Share::from_basis_points(3_500);
        let still = |silent| DELAY.still(chance, (silent, 600));

        assert_eq!(percent(still(0)), 29);
        assert!(still(60) > still(600) && still(600) > still(1_800));
        assert!(percent(still(1_800)) < 2);
    }

    proptest! {
        #[test]
        fn more_time_never_means_fewer_answers(median in 1_i64..100_000, one in 0_i64..1_000_000, more in 0_i64..100_000) {
            let delay = Delay { median, spread: 900 };

            prop_assert!(delay.share_by(one + more) >= delay.share_by(one));
        }

        #[test]
        fn a_chance_stays_one(chance in 0_u32..=10_000, silent in 0_i64..100_000, within in 0_i64..100_000) {
            let still = DELAY.still(Share::from_basis_points(chance), (silent, within));

            prop_assert!(still >= Share::NONE && still <= Share::from_basis_points(chance));
        }
    }
}
