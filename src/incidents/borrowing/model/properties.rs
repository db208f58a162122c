//! Whatever is asked in whatever order, an offer never promises more than it has.

use proptest::collection::vec;
use proptest::prelude::*;

use super::{Period, Promise, free};
use crate::clock::Instant;

const DAYS: i64 = 30;

fn day(day: i64) -> Instant {
    Instant::from_micros(0).plus_days(day)
}

prop_compose! {
    fn wanted()(quantity in 1..20_u32, from in 0..DAYS, days in 1..10_i64) -> Promise {
        Promise { quantity, period: Period { from: day(from), until: day(from + days) } }
    }
}

/// What is promised in the end, where each is promised what is left of it and the one of each fifth is given back.
fn promised(has: u32, asked: &[Promise]) -> Vec<Promise> {
    let mut promised: Vec<Promise> = Vec::new();
    for (number, wanted) in asked.iter().enumerate() {
        let left = free(has, &promised, wanted.period);
        let quantity = wanted.quantity.min(left);
        if quantity > 0 {
            promised.push(Promise {
                quantity,
                ..*wanted
            });
        }
        if number % 5 == 4 && !promised.is_empty() {
            promised.remove(0);
        }
    }
    promised
}

proptest! {
    #[test]
    fn promised_never_exceeds_offered(has in 1..30_u32, asked in vec(wanted(), 0..40)) {
        let promised = promised(has, &asked);

        // Everything begins and ends with a day, so that each day is looked at once.
        for at in (0..DAYS + 10).map(day) {
            let then = promised.iter().filter(|promise| promise.period.holds(at));
            let sum: u32 = then.map(|promise| promise.quantity).sum();
            prop_assert!(sum <= has, "{sum} of {has}");
        }
    }

    #[test]
    fn all_that_is_free_can_be_promised_and_no_more(has in 1..30_u32, asked in vec(wanted(), 0..40), last in wanted()) {
        let mut all = promised(has, &asked);
        let left = free(has, &all, last.period);

        all.push(Promise { quantity: left, ..last });

        prop_assert_eq!(free(has, &all, last.period), 0);
    }

    #[test]
    fn a_shorter_time_has_at_least_as_much_free(has in 1..30_u32, asked in vec(wanted(), 0..40), long in wanted(), cut in 0..9_i64) {
        let all = promised(has, &asked);
        let until = long.period.until.plus_days(-cut);
        prop_assume!(until > long.period.from);

        let short = Period { until, ..long.period };

        prop_assert!(free(has, &all, short) >= free(has, &all, long.period));
    }
}
