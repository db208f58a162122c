//! Rules of the plan: what may be planned, what becomes of it, and taking over.

use super::{Duty, DutySeat, Shift};
use crate::clock::Instant;
use crate::ids::{AccountId, ShiftId};
use crate::input::FieldError;

/// Days ahead duty is planned at most.
const PLANNED_DAYS: i64 = 366;
/// Days without a break that somebody has a seat at most.
const LONGEST_DAYS: i64 = 31;
/// Seconds that whoever takes over has duty where none was planned.
const TAKEN_OVER: i64 = 8 * 3_600;

/// What a new plan changes in what is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::incidents::roster) struct Changes {
    /// Other ends; of what runs and is planned no more, now.
    pub(in crate::incidents::roster) ends: Vec<(ShiftId, Instant)>,
    /// Planned no more, and not begun.
    pub(in crate::incidents::roster) dropped: Vec<ShiftId>,
    /// Planned anew.
    pub(in crate::incidents::roster) new: Vec<Duty>,
}

impl Changes {
    /// Whether all stays as it is.
    pub(in crate::incidents::roster) fn is_empty(&self) -> bool {
        self.ends.is_empty() && self.dropped.is_empty() && self.new.is_empty()
    }
}

/// What is wrong with a plan, by the places of its shifts.
pub(in crate::incidents::roster) fn check(plan: &[Duty], now: Instant) -> Vec<FieldError> {
    let others = |place: usize| {
        let all = plan.iter().enumerate();
        all.filter(move |(other, _)| *other != place)
            .map(|(_, duty)| duty)
    };
    let wrong = |(place, duty): (usize, &Duty)| {
        let mut meets = others(place).filter(|other| duty.overlaps(other));
        let (code, detail) = if duty.until <= duty.from {
            ("order", "it cannot end before it begins")
        } else if duty.until <= now {
            ("past", "it is over already")
        } else if duty.until > duty.from.max(now).plus_days(LONGEST_DAYS) {
            (
                "long",
                "nobody is on duty for more than 31 days without a break",
            )
        } else if duty.until > now.plus_days(PLANNED_DAYS) {
            ("late", "duty is planned for a year ahead at most")
        } else if meets.any(|other| other.seat == duty.seat) {
            ("seat_taken", "somebody else has the seat in this period")
        } else if others(place).any(|other| duty.overlaps(other) && other.account == duty.account) {
            ("twice", "one person has one seat at a time")
        } else {
            return None;
        };
        Some(FieldError::new(format!("/shifts/{place}"), code, detail))
    };
    plan.iter().enumerate().filter_map(wrong).collect()
}

/// What a plan that is right changes in the shifts that are not over. What has begun stays on record: it ends now
/// where it is planned no more.
pub(in crate::incidents::roster) fn changes(
    kept: &[Shift],
    mut plan: Vec<Duty>,
    now: Instant,
) -> Changes {
    for duty in &mut plan {
        duty.from = duty.from.max(now);
    }
    let mut changes = Changes::default();
    for Shift { id, duty } in kept {
        let same = plan.iter().position(|planned| {
            (planned.account, planned.seat, planned.from)
                == (duty.account, duty.seat, duty.from.max(now))
        });
        match same.map(|place| plan.swap_remove(place)) {
            Some(planned) if planned.until == duty.until => {}
            Some(planned) => changes.ends.push((*id, planned.until)),
            None if duty.from < now => changes.ends.push((*id, now)),
            None => changes.dropped.push(*id),
        }
    }
    plan.sort_by_key(|duty| (duty.from, duty.seat));
    changes.new = plan;
    changes
}

/// The plan once somebody takes over the first seat now: until its shift ends, else for eight hours or until the next
/// one begins. None when they have it already.
pub(in crate::incidents::roster) fn take_over(
    plan: &[Duty],
    account: AccountId,
    now: Instant,
) -> Option<Vec<Duty>> {
    let first = || plan.iter().filter(|duty| duty.seat == DutySeat::Primary);
    let current = first().find(|duty| duty.is_at(now));
    if current.is_some_and(|duty| duty.account == account) {
        return None;
    }
    let until = current.map_or_else(
        || {
            let later = first().map(|duty| duty.from).filter(|from| *from > now);
            later
                .chain([now.plus_seconds(TAKEN_OVER)])
                .min()
                .unwrap_or(now)
        },
        |duty| duty.until,
    );
    let taken = Duty {
        account,
        seat: DutySeat::Primary,
        from: now,
        until,
    };
    let is_moved = |duty: &Duty| duty.account == account || duty.seat == DutySeat::Primary;
    let (moved, others): (Vec<Duty>, Vec<Duty>) = plan.iter().copied().partition(is_moved);
    let left = moved
        .into_iter()
        .flat_map(|duty| duty.outside((now, until)))
        .filter(|part| part.until > now);
    Some([taken].into_iter().chain(others).chain(left).collect())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids;

    const NOW: Instant = Instant::from_micros(1_764_000_000_000_000);
    const HOUR: i64 = 3_600;

    fn at(hours: i64) -> Instant {
        NOW.plus_seconds(hours * HOUR)
    }

    fn account(number: u128) -> AccountId {
        AccountId(Uuid::from_u128(number))
    }

    fn duty(number: u128, seat: DutySeat, from: i64, until: i64) -> Duty {
        Duty {
            account: account(number),
            seat,
            from: at(from),
            until: at(until),
        }
    }

    fn kept(duty: Duty) -> Shift {
        Shift {
            id: ShiftId(ids::ordered(NOW)),
            duty,
        }
    }

    #[test]
    fn each_shift_says_what_is_wrong_with_it() {
        use DutySeat::{Deputy, Primary, Third};
        let plan = [
            duty(1, Primary, -3, 8),
            duty(2, Primary, 8, 8),
            duty(3, Primary, -9, -3),
            duty(2, Third, 40, 40 + 32 * 24),
            duty(3, Third, 366 * 24, 366 * 24 + 1),
            duty(2, Primary, 9, 20),
            duty(3, Primary, 19, 21),
            duty(1, Deputy, 7, 9),
        ];

        let errors = check(&plan, NOW);

        let codes: Vec<_> = errors
            .iter()
            .map(|error| (error.pointer.as_str(), error.code.as_str()))
            .collect();
        let expected = [
            ("/shifts/0", "twice"),
            ("/shifts/1", "order"),
            ("/shifts/2", "past"),
            ("/shifts/3", "long"),
            ("/shifts/4", "late"),
            ("/shifts/5", "seat_taken"),
            ("/shifts/6", "seat_taken"),
            ("/shifts/7", "twice"),
        ];
        assert_eq!(codes, expected);
        let next = [duty(1, Primary, 0, 8), duty(1, Deputy, 8, 16)];
        assert!(check(&next, NOW).is_empty(), "one after the other");
    }

    #[test]
    fn what_is_planned_again_stays_and_what_has_begun_is_not_lost() {
        use DutySeat::{Deputy, Primary};
        let running = kept(duty(1, Primary, -4, 4));
        let ended = kept(duty(2, Deputy, -4, 4));
        let same = kept(duty(2, Primary, 4, 12));
        let longer = kept(duty(3, Primary, 12, 20));
        let gone = kept(duty(1, Deputy, 30, 40));
        let plan = vec![
            duty(1, Primary, -4, 4),
            duty(2, Primary, 4, 12),
            duty(3, Primary, 12, 24),
            duty(3, Deputy, -1, 4),
        ];

        let changed = changes(&[running, ended, same, longer, gone], plan, NOW);

        let expected = Changes {
            ends: vec![(ended.id, NOW), (longer.id, at(24))],
            dropped: vec![gone.id],
            new: vec![duty(3, Deputy, 0, 4)],
        };
        assert_eq!(changed, expected);
    }

    #[test]
    fn whoever_takes_over_is_first_until_the_shift_ends() {
        use DutySeat::{Deputy, Primary};
        let plan = [
            duty(1, Primary, -4, 4),
            duty(2, Deputy, -4, 12),
            duty(3, Primary, 4, 12),
        ];

        let taken = take_over(&plan, account(2), NOW).unwrap();

        let expected = vec![
            duty(2, Primary, 0, 4),
            duty(2, Deputy, 4, 12),
            duty(3, Primary, 4, 12),
        ];
        assert_eq!(taken, expected);
        assert_eq!(take_over(&taken, account(2), NOW), None);
    }

    #[test]
    fn where_nobody_is_first_it_is_for_eight_hours_or_until_somebody_is() {
        let empty = take_over(&[], account(1), NOW).unwrap();
        let next = duty(2, DutySeat::Primary, 3, 9);
        let before = take_over(&[next], account(1), NOW).unwrap();

        assert_eq!(empty, [duty(1, DutySeat::Primary, 0, 8)]);
        assert_eq!(before, [duty(1, DutySeat::Primary, 0, 3), next]);
    }
}
