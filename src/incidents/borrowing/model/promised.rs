//! How much of an offer is promised when: never more than there is.

use crate::clock::Instant;

/// From an instant until another, which is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its start.
    pub from: Instant,
    /// Its end.
    pub until: Instant,
}

/// So much for so long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// How much.
    pub quantity: u32,
    /// For how long.
    pub period: Period,
}

impl Period {
    /// Whether an instant is in it.
    pub fn holds(self, at: Instant) -> bool {
        self.from <= at && at < self.until
    }
}

/// How much of what there is nobody was promised, in all of a period.
pub fn free(has: u32, promised: &[Promise], within: Period) -> u32 {
    has.saturating_sub(most(promised, within))
}

/// The most that is promised at once in a period: it grows only where a promise begins.
fn most(promised: &[Promise], within: Period) -> u32 {
    let starts = promised.iter().map(|promise| promise.period.from);
    let starts = starts.filter(|start| within.holds(*start));
    let at = |at: Instant| {
        let then = promised.iter().filter(|promise| promise.period.holds(at));
        then.fold(0, |sum: u32, promise| sum.saturating_add(promise.quantity))
    };
    [within.from]
        .into_iter()
        .chain(starts)
        .map(at)
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i64) -> Instant {
        Instant::from_micros(0).plus_days(day)
    }

    fn period(from: i64, until: i64) -> Period {
        Period {
            from: day(from),
            until: day(until),
        }
    }

    fn promise(quantity: u32, from: i64, until: i64) -> Promise {
        Promise {
            quantity,
            period: period(from, until),
        }
    }

    #[test]
    fn what_is_given_back_can_be_promised_the_same_day() {
        let promised = [promise(12, 0, 5)];

        assert_eq!(free(12, &promised, period(5, 9)), 12);
        assert_eq!(free(12, &promised, period(4, 9)), 0);
    }

    #[test]
    fn two_that_follow_each_other_do_not_add_up() {
        let promised = [promise(8, 0, 3), promise(8, 3, 6)];

        assert_eq!(free(12, &promised, period(0, 6)), 4);
    }

    #[test]
    fn less_than_was_promised_leaves_nothing() {
        assert_eq!(free(2, &[promise(5, 0, 3)], period(1, 2)), 0);
    }
}
