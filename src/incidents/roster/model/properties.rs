//! What holds of every plan.

use proptest::collection::vec;
use proptest::prelude::*;
use strum::VariantArray;
use uuid::Uuid;

use super::{Duty, DutySeat, Gap, Shift, changes, check, gaps, take_over};
use crate::clock::Instant;
use crate::ids::{AccountId, ShiftId};

const NOW: Instant = Instant::from_micros(1_764_000_000_000_000);

fn at(hours: i64) -> Instant {
    NOW.plus_seconds(hours * 3_600)
}

/// Plans that are right, of few people, so that they meet often.
fn plans() -> impl Strategy<Value = Vec<Duty>> {
    let seats = proptest::sample::select(DutySeat::VARIANTS);
    let duty = (0..4_u128, seats, -20..380_i64, 1..60_i64);
    vec(duty, 0..24).prop_map(|drawn| {
        let mut plan: Vec<Duty> = Vec::new();
        for (account, seat, from, hours) in drawn {
            plan.push(Duty {
                account: AccountId(Uuid::from_u128(account)),
                seat,
                from: at(from),
                until: at(from + hours),
            });
            if !check(&plan, NOW).is_empty() {
                plan.pop();
            }
        }
        plan
    })
}

fn kept(plan: &[Duty]) -> Vec<Shift> {
    let shifts = plan.iter().enumerate();
    shifts
        .map(|(place, duty)| Shift {
            id: ShiftId(Uuid::from_u128(place as u128)),
            duty: *duty,
        })
        .collect()
}

proptest! {
    #[test]
    fn gaps_and_shifts_cover_the_time_ahead_and_never_meet(plan in plans()) {
        let horizon = (NOW, at(14 * 24));
        for seat in DutySeat::VARIANTS {
            let found = gaps(&plan, *seat, horizon);

            for hour in 0..14 * 24 {
                let on = plan.iter().filter(|duty| duty.seat == *seat && duty.is_at(at(hour)));
                let off = found.iter().filter(|gap| gap.from <= at(hour) && at(hour) < gap.until);
                prop_assert_eq!((hour, on.count() + off.count()), (hour, 1));
            }
            let mut last = NOW;
            for (place, Gap { from, until, .. }) in found.iter().enumerate() {
                prop_assert!(from < until && *until <= horizon.1);
                let is_apart = place == 0 || last < *from;
                prop_assert!(is_apart && last <= *from);
                last = *until;
            }
        }
    }

    #[test]
    fn whoever_takes_over_is_the_only_first_and_the_plan_stays_right(plan in plans(), who in 0..5_u128) {
        let account = AccountId(Uuid::from_u128(who));
        let before = plan.iter().filter(|duty| duty.until > NOW).copied().collect::<Vec<_>>();

        let after = take_over(&before, account, NOW).unwrap_or_else(|| before.clone());

        prop_assert_eq!(check(&after, NOW), Vec::new());
        let mut first = after.iter().filter(|duty| duty.seat == DutySeat::Primary && duty.is_at(NOW));
        prop_assert_eq!(first.next().map(|duty| duty.account), Some(account));
        prop_assert!(first.next().is_none());
        prop_assert_eq!(take_over(&after, account, NOW), None);
    }

    #[test]
    fn the_same_plan_again_changes_nothing(plan in plans()) {
        let shifts = kept(&plan);

        prop_assert!(changes(&shifts, plan, NOW).is_empty());
    }
}
