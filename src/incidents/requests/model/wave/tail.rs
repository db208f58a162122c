//! How likely so many say yes: the Poisson-binomial tail under a common shock.

use super::share::Share;

/// What a tail is counted in: finer than a share, since it is multiplied often.
const CERTAIN: i64 = 1_000_000_000;
/// What a target is looked for in.
const SURE: i128 = 1_000_000_000;

/// A day that is worse or better for all alike, with its weight. The weights sum to the whole.
pub type Shock = (Share, Share);

/// How likely at least so many of some people say yes, who say it each on their own but for the common shock.
#[derive(Clone, Debug)]
pub struct Tail {
    days: [(Shock, Vec<i64>); 3],
    most: Share,
}

impl Tail {
    /// Of nobody yet, for so many places; nobody says yes more likely than `most`, however good the day.
    pub fn new(places: u16, shocks: [Shock; 3], most: Share) -> Self {
        let mut none = vec![0; usize::from(places) + 1];
        none[0] = CERTAIN;
        Self {
            days: shocks.map(|shock| (shock, none.clone())),
            most,
        }
    }

    /// With one more person, who says yes with this chance.
    pub fn add(&mut self, chance: Share) {
        for ((factor, _), tail) in &mut self.days {
            let chance = chance.times(*factor).min(self.most).millionths();
            // From above: each takes from how it was one place below. So it never falls, not even by rounding.
            for place in (1..tail.len()).rev() {
                let gap = tail[place - 1] - tail[place];
                tail[place] += gap * chance / Share::WHOLE.millionths();
            }
        }
    }

    /// How likely every place is taken.
    pub fn reached(&self) -> Share {
        let weighed = self.days.iter().map(|((_, weight), tail)| {
            let all = tail.last().copied().unwrap_or_default();
            all / 1_000 * weight.millionths()
        });
        Share::from_millionths(weighed.sum::<i64>() / Share::WHOLE.millionths())
    }
}

/// How likely one of so many waves is to reach its aim, for only this share to miss it after all of them: 1 − missed^(1/waves).
pub fn target(missed: Share, waves: u16) -> Share {
    let missed = i128::from(missed.millionths()) * (SURE / i128::from(Share::WHOLE.millionths()));
    let power = |of: i128| (0..waves.max(1)).fold(SURE, |power, _| power * of / SURE);
    let (mut low, mut high) = (0, SURE);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if power(middle) <= missed {
            low = middle;
        } else {
            high = middle;
        }
    }
    let root = i64::try_from(low / (SURE / i128::from(Share::WHOLE.millionths())));
    Share::from_millionths(root.unwrap_or_default()).rest()
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    const SAME: Shock = (Share::WHOLE, Share::WHOLE);
    const NEVER: Shock = (Share::WHOLE, Share::NONE);
    const MIXED: [Shock; 3] = [
        (
            Share::from_basis_points(6_000),
            Share::from_basis_points(2_500),
        ),
        (Share::WHOLE, Share::from_basis_points(5_000)),
        (
            Share::from_basis_points(14_000),
            Share::from_basis_points(2_500),
        ),
    ];
    const MOST: Share = Share::from_basis_points(9_800);

    fn tail(places: u16, shocks: [Shock; 3], chances: &[u32]) -> Share {
        let mut tail = Tail::new(places, shocks, MOST);
        for chance in chances {
            tail.add(Share::from_basis_points(*chance));
        }
        tail.reached()
    }

    /// Every way in which some say yes and the others do not.
    fn by_all_ways(places: u16, shocks: [Shock; 3], chances: &[u32]) -> f64 {
        let share = |share: Share| f64::from(i32::try_from(share.millionths()).unwrap()) / 1e6;
        let one = |factor: Share, way: u32| {
            let says = chances.iter().enumerate().map(|(bit, chance)| {
                let chance = (f64::from(*chance) / 1e4 * share(factor)).min(share(MOST));
                if (way >> bit) & 1 == 1 {
                    chance
                } else {
                    1.0 - chance
                }
            });
            says.product::<f64>()
        };
        let ways = 0..(1_u32 << chances.len());
        let enough: Vec<_> = ways
            .filter(|way| way.count_ones() >= u32::from(places))
            .collect();
        let of = |(factor, weight): Shock| {
            share(weight) * enough.iter().map(|way| one(factor, *way)).sum::<f64>()
        };
        shocks.map(of).iter().sum()
    }

    #[test]
    fn five_percent_miss_after_three_waves() {
        let missed = Share::from_basis_points(500);

        assert_eq!(target(missed, 1).basis_points(), 9_500);
        assert_eq!(target(missed, 2).basis_points(), 7_763);
        assert_eq!(target(missed, 3).basis_points(), 6_315);
        assert_eq!(target(missed, 0), target(missed, 1));
    }

    #[test]
    fn two_of_three_who_toss_a_coin() {
        assert_eq!(
            tail(2, [SAME, NEVER, NEVER], &[5_000; 3]).basis_points(),
            5_000
        );
        assert_eq!(tail(0, [SAME, NEVER, NEVER], &[]).basis_points(), 10_000);
        assert_eq!(tail(1, [SAME, NEVER, NEVER], &[]), Share::NONE);
    }

    proptest! {
        #[test]
        fn it_is_what_counting_all_ways_gives(places in 0_u16..6, chances in vec(0_u32..=10_000, 0..9)) {
            let exact = by_all_ways(places, MIXED, &chances);
            let told = f64::from(i32::try_from(tail(places, MIXED, &chances).millionths()).unwrap()) / 1e6;

            prop_assert!((exact - told).abs() < 5e-6, "{exact} {told}");
        }

        #[test]
        fn one_more_never_makes_it_less_likely(places in 1_u16..6, chances in vec(0_u32..=10_000, 0..30), more in 0_u32..=10_000) {
            let with = [&chances[..], &[more]].concat();

            prop_assert!(tail(places, MIXED, &with) >= tail(places, MIXED, &chances));
            prop_assert!(tail(places + 1, MIXED, &with) <= tail(places, MIXED, &with));
        }
    }
}
