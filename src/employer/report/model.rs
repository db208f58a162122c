//! Counting persons so that nobody among them can be told.

use crate::clock::Instant;
use crate::experts::{Entry, Grade, ReleaseForm};

/// Fewer persons are not reported on (trust.md 3).
const FEWEST: usize = 5;
/// A count below this is not told.
const SMALLEST_CELL: usize = 3;
/// Days after which a confirmation should be renewed, and after which an entry is hidden.
const DUE_DAYS: i64 = 120;
const HIDDEN_DAYS: i64 = 365;
/// Days before its end from which an admission ends soon.
const SOON_DAYS: i64 = 90;

/// A count that is told, or none.
pub type Told = Option<usize>;

/// How recently the persons confirmed their entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freshness {
    /// Within four months.
    pub fresh: Told,
    /// Longer ago: it is due.
    pub due: Told,
    /// Never, or more than a year ago: hidden.
    pub hidden: Told,
}

/// How the persons are admitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Admissions {
    /// For more than three months to come.
    pub lasting: Told,
    /// It ends within three months.
    pub ending: Told,
    /// Not.
    pub none: Told,
    /// Of the first two, those of the extended grade.
    pub extended: Told,
}

/// How the persons are released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Releases {
    /// Standing.
    pub standing: Told,
    /// Asked each time.
    pub each_time: Told,
    /// Not.
    pub none: Told,
}

/// What is told of a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Persons counted.
    pub persons: usize,
    /// How recently they confirmed.
    pub freshness: Freshness,
    /// How they are admitted.
    pub admissions: Admissions,
    /// How they are released.
    pub releases: Releases,
}

impl Figures {
    /// The figures of these persons now; none of fewer than five.
    pub fn of(persons: &[Entry], now: Instant) -> Option<Self> {
        if persons.len() < FEWEST {
            return None;
        }
        let count = |kept: &dyn Fn(&Entry) -> bool| persons.iter().filter(|one| kept(one)).count();
        let is_younger = |entry: &Entry, days| {
            entry
                .confirmed_at
                .is_some_and(|at| now < at.plus_days(days))
        };
        let fresh = count(&|entry| is_younger(entry, DUE_DAYS));
        let shown = count(&|entry| is_younger(entry, HIDDEN_DAYS));
        let [fresh, due, hidden] = told([fresh, shown - fresh, persons.len() - shown]);
        let lasting = count(&|entry| admitted(entry, now.plus_days(SOON_DAYS), now).is_some());
        let any = count(&|entry| admitted(entry, now, now).is_some());
        let extended = count(&|entry| admitted(entry, now, now) == Some(Grade::Extended));
        let [lasting, ending, none] = told([lasting, any - lasting, persons.len() - any]);
        // What tells how many are admitted at all tells those who are not.
        let [of_all, ..] = told([extended, any - extended, persons.len() - any]);
        let [of_admitted, _] = told([extended, any - extended]);
        let extended = of_all.and(of_admitted);
        let standing = count(&|entry| released(entry, now) == Some(ReleaseForm::Standing));
        let each_time = count(&|entry| released(entry, now) == Some(ReleaseForm::EachTime));
        let rest = persons.len() - standing - each_time;
        let [standing, each_time, unreleased] = told([standing, each_time, rest]);
        Some(Self {
            persons: persons.len(),
            freshness: Freshness { fresh, due, hidden },
            admissions: Admissions {
                lasting,
                ending,
                none,
                extended,
            },
            releases: Releases {
                standing,
                each_time,
                none: unreleased,
            },
        })
    }
}

/// Counts that add up to a known number: those of one or two are not told, and of the others so many not that none can
/// be told by subtraction.
fn told<const N: usize>(counts: [usize; N]) -> [Told; N] {
    let is_small = |count: usize| count > 0 && count < SMALLEST_CELL;
    let mut told = counts.map(|count| (!is_small(count)).then_some(count));
    loop {
        let hidden = told.iter().zip(counts).filter(|(told, _)| told.is_none());
        let hidden: Vec<usize> = hidden.map(|(_, count)| count).collect();
        // One alone is what is left of the sum; two of which the sum is two are one each.
        let is_found = hidden.len() == 1 || hidden.iter().sum::<usize>() < SMALLEST_CELL;
        if hidden.is_empty() || !is_found {
            return told;
        }
        let others = told
            .iter_mut()
            .filter(|count| count.is_some_and(|count| count > 0));
        let Some(smallest) = others.min_by_key(|count| **count) else {
            return told;
        };
        *smallest = None;
    }
}

/// The highest grade of the admissions that hold now and still at an instant.
fn admitted(entry: &Entry, still: Instant, now: Instant) -> Option<Grade> {
    let holds = entry.admissions.iter().filter(|held| {
        let until = held.revoked_at.map_or(held.until, |at| at.min(held.until));
        held.from <= now && now < until && still < until
    });
    holds.map(|held| held.grade).max()
}

fn released(entry: &Entry, now: Instant) -> Option<ReleaseForm> {
    let mut releases = entry.releases.iter();
    releases.find(|held| held.holds(now)).map(|held| held.form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_count_of_one_or_two_is_told_nor_found_by_subtraction() {
        assert_eq!(told([5, 0, 0]), [Some(5), Some(0), Some(0)]);
        assert_eq!(told([4, 3, 5]), [Some(4), Some(3), Some(5)]);
        assert_eq!(told([4, 1, 0]), [None, None, Some(0)]);
        assert_eq!(told([9, 1, 4]), [Some(9), None, None]);
        assert_eq!(told([1, 2, 6]), [None, None, Some(6)]);
        assert_eq!(told([1, 3, 1]), [None, None, None], "two of one each");
        assert_eq!(told([5, 1]), [None, None]);
    }

    #[test]
    fn nothing_is_told_of_four() {
        assert_eq!(Figures::of(&[], Instant::from_micros(0)), None);
    }
}
