//! Days beside and within each other.

use crate::experts::model::Absence;

/// Days in the order of time, those that meet or overlap as one.
pub(super) fn join(days: impl IntoIterator<Item = Absence>) -> Vec<Absence> {
    let mut days: Vec<Absence> = days.into_iter().collect();
    days.sort_by_key(|days| (days.first_day, days.last_day));
    let mut joined: Vec<Absence> = Vec::new();
    for next in days {
        match joined.last_mut().filter(|last| meet(**last, next)) {
            Some(last) => last.last_day = last.last_day.max(next.last_day),
            None => joined.push(next),
        }
    }
    joined
}

/// Whether no day lies between.
fn meet(one: Absence, other: Absence) -> bool {
    let reaches = |one: Absence, other: Absence| {
        one.last_day
            .succ_opt()
            .is_none_or(|after| other.first_day <= after)
    };
    reaches(one, other) && reaches(other, one)
}

/// Whether days all lie within one of joined ones.
pub(super) fn covers(joined: &[Absence], days: Absence) -> bool {
    let mut joined = joined.iter();
    joined.any(|held| held.first_day <= days.first_day && days.last_day <= held.last_day)
}

/// The absences of an entry with those that somebody chose: what is there already is not entered again, what meets an
/// absence becomes one with it, all others stay as they are.
pub(super) fn merge(held: &[Absence], chosen: &[Absence]) -> Vec<Absence> {
    let there = join(held.iter().copied());
    let new = chosen.iter().copied().filter(|days| !covers(&there, *days));
    let new = join(new);
    let (met, mut merged): (Vec<_>, Vec<_>) = held
        .iter()
        .copied()
        .partition(|held| new.iter().any(|new| meet(*held, *new)));
    merged.extend(join(met.into_iter().chain(new)));
    merged
}

/// What lies of days within others.
pub(super) fn within(days: Absence, window: Absence) -> Option<Absence> {
    let first_day = days.first_day.max(window.first_day);
    let last_day = days.last_day.min(window.last_day);
    (first_day <= last_day).then_some(Absence {
        first_day,
        last_day,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::days;
    use super::*;

    #[test]
    fn what_is_chosen_joins_what_it_meets_and_leaves_the_rest() {
        let held = [
            days("2027-05-01", "2027-05-03"),
            days("2026-12-24", "2026-12-26"),
            days("2027-05-04", "2027-05-05"),
        ];

        let merged = merge(
            &held,
            &[
                days("2026-12-27", "2027-01-06"),
                days("2027-05-02", "2027-05-05"),
            ],
        );

        assert_eq!(merged, [held[0], held[2], days("2026-12-24", "2027-01-06")]);
        assert_eq!(merge(&held, &[days("2026-12-25", "2026-12-25")]), held);
    }
}
