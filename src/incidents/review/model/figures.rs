//! Figures of the whole federation in which nobody can be found (trust.md 3).
//!
//! Counts of one to four are not told. So that none of them is what is left of the total, others are withheld with them:
//! the smallest that are, with all their equals, until those withheld are not all the same and together at least five and
//! twice as many as they are. Each withheld count could then have been another one. Where that takes all of them, nothing
//! but the total is told. Only whole quarters count, so that nobody sees the figures grow by one.

use std::collections::BTreeMap;

use crate::clock::Instant;
use crate::reference::{Land, LandGroup};

/// Counts below this are not told.
const FEWEST: usize = 5;
/// Whole quarters that are counted: older incidents may be forgotten already, and would be seen to go.
pub const SPAN_QUARTERS: u32 = 3;
/// Seconds of an hour and of a day.
const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// Counts by what is counted, in its order.
pub type Tally = Vec<(String, usize)>;

/// A count with what it is of; none where it is not told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is counted.
    pub key: String,
    /// How many; none below five, and where others could be worked out from it.
    pub count: Option<usize>,
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// From when.
    pub from: Instant,
    /// Until when.
    pub until: Instant,
    /// Verified incidents.
    pub incidents: Option<usize>,
    /// By what was seen.
    pub by_symptom: Vec<Cell>,
    /// By how far they had gone.
    pub by_phase: Vec<Cell>,
    /// By the group of Länder.
    pub by_land_group: Vec<Cell>,
    /// By the quarter they were verified in.
    pub by_quarter: Vec<Cell>,
    /// Deployments that ended.
    pub deployments: Option<usize>,
    /// By the quarter they ended in.
    pub deployments_by_quarter: Vec<Cell>,
    /// Begun days of help.
    pub help_days: Option<i64>,
    /// Half of the incidents had somebody within so many hours after they were verified.
    pub median_hours: Option<i64>,
    /// Requests of a hundred whose needs were met.
    pub filled_percent: Option<usize>,
}

/// Counts as they may be told, with their total.
pub fn told(counts: &[usize]) -> (Vec<Option<usize>>, Option<usize>) {
    let total: usize = counts.iter().sum();
    let nothing = || vec![None; counts.len()];
    if (1..FEWEST).contains(&total) {
        return (nothing(), None);
    }
    let mut withheld: Vec<bool> = counts.iter().map(|count| is_small(*count)).collect();
    while !is_safe(counts, &withheld) {
        let shown = counts.iter().zip(&withheld);
        let shown = shown.filter(|(count, withheld)| !**withheld && **count > 0);
        let Some(smallest) = shown.map(|(count, _)| *count).min() else {
            return (nothing(), Some(total));
        };
        for (count, withheld) in counts.iter().zip(&mut withheld) {
            *withheld |= *count == smallest;
        }
    }
    let cells = counts.iter().zip(withheld);
    let cells = cells.map(|(count, withheld)| (!withheld).then_some(*count));
    (cells.collect(), Some(total))
}

const fn is_small(count: usize) -> bool {
    0 < count && count < FEWEST
}

/// Whether what is withheld cannot be worked out from the total.
fn is_safe(counts: &[usize], withheld: &[bool]) -> bool {
    let hidden = counts.iter().zip(withheld).filter(|(_, is)| **is);
    let hidden: Vec<usize> = hidden.map(|(count, _)| *count).collect();
    let Some(first) = hidden.first() else {
        return true;
    };
    let differ = hidden.iter().any(|count| count != first);
    differ && hidden.iter().sum::<usize>() >= FEWEST.max(2 * hidden.len())
}

/// A tally as it may be told, with its total.
pub fn cells(tally: Tally) -> (Vec<Cell>, Option<usize>) {
    let counts: Vec<usize> = tally.iter().map(|(_, count)| *count).collect();
    let (counts, total) = told(&counts);
    let cells = tally.into_iter().zip(counts);
    let cells = cells.map(|((key, _), count)| Cell { key, count });
    (cells.collect(), total)
}

/// How many there are of each of these keys, in their order; what is none of them comes after.
pub fn tally(keys: &[String], found: impl Iterator<Item = String>) -> Tally {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for key in found {
        *counts.entry(key).or_default() += 1;
    }
    let known = keys.iter();
    let known = known.map(|key| (key.clone(), counts.remove(key).unwrap_or_default()));
    let mut tally: Tally = known.collect();
    tally.extend(counts);
    tally
}

/// Days of help, each begun one.
pub fn days_begun(from: Instant, until: Instant) -> i64 {
    let seconds = until.as_seconds() - from.as_seconds();
    (seconds + DAY - 1).max(0) / DAY
}

/// The median of these seconds in full hours, rounded up; none of fewer than five.
pub fn median_hours(mut seconds: Vec<i64>) -> Option<i64> {
    if seconds.len() < FEWEST {
        return None;
    }
    seconds.sort_unstable();
    let middle = seconds.get(seconds.len() / 2)?;
    Some((middle + HOUR - 1).max(0) / HOUR)
}

/// How many of a hundred were met; none where those met, or those not, are one to four.
pub fn share(met: usize, unmet: usize) -> Option<usize> {
    let all = met + unmet;
    if all < FEWEST || is_small(met) || is_small(unmet) {
        return None;
    }
    Some((100 * met + all / 2) / all)
}

/// The quarter of a day: `2026-Q4`.
pub fn quarter_of(at: Instant) -> String {
    use chrono::Datelike;
    let day = at.date();
    format!("{}-Q{}", day.year(), day.month0() / 3 + 1)
}

/// The group of Länder a place is in, by the first digits of its key; none of a place in no list.
pub fn group_of(place: Option<&str>) -> Option<LandGroup> {
    let number = place?.get(..2)?.parse().ok()?;
    Land::from_number(number).map(Land::group)
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    #[test]
    fn small_counts_are_not_told() {
        assert_eq!(
            told(&[5, 0, 9]),
            (vec![Some(5), Some(0), Some(9)], Some(14))
        );
        assert_eq!(told(&[0, 0]), (vec![Some(0), Some(0)], Some(0)));
        assert_eq!(told(&[1, 0, 3]), (vec![None; 3], None), "four in all");
        assert_eq!(told(&[2, 3, 9]), (vec![None, None, Some(9)], Some(14)));
    }

    #[test]
    fn no_small_count_is_what_is_left_of_the_total() {
        assert_eq!(
            told(&[3, 8, 9, 0]),
            (vec![None, None, Some(9), Some(0)], Some(20))
        );
        assert_eq!(told(&[8, 8, 4]), (vec![None; 3], Some(20)), "both equals");
        assert_eq!(told(&[1, 1, 1, 1, 1]), (vec![None; 5], Some(5)));
    }

    /// Whoever knows the rules and all that is told could not tell any withheld count: all tables of some size are tried.
    #[test]
    fn nobody_can_work_out_a_withheld_count() {
        for (cells, most) in [(1, 20), (2, 24), (3, 18), (4, 13), (5, 11)] {
            let mut behind: HashMap<_, Vec<Vec<usize>>> = HashMap::new();
            for table in tables(cells, most) {
                behind.entry(told(&table)).or_default().push(table);
            }
            for ((shown, _), possible) in &behind {
                for (cell, count) in shown.iter().enumerate() {
                    let values: HashSet<usize> = possible.iter().map(|table| table[cell]).collect();
                    match count {
                        Some(count) => assert!(!is_small(*count) && values.len() == 1),
                        None => assert!(values.len() > 1, "{shown:?} {possible:?}"),
                    }
                }
            }
        }
    }

    /// All tables of so many cells that come to at most so much.
    fn tables(cells: usize, most: usize) -> Vec<Vec<usize>> {
        if cells == 0 {
            return vec![Vec::new()];
        }
        let mut all = Vec::new();
        for first in 0..=most {
            for rest in tables(cells - 1, most - first) {
                all.push([vec![first], rest].concat());
            }
        }
        all
    }

    #[test]
    fn shares_and_medians_need_five() {
        assert_eq!(share(5, 5), Some(50));
        assert_eq!(share(9, 1), None, "one was not met");
        assert_eq!(share(9, 0), Some(100));
        assert_eq!(share(4, 0), None);
        assert_eq!(median_hours(vec![60, 120, 7_000, 9_000]), None);
        assert_eq!(median_hours(vec![60, 120, 7_000, 9_000, 9_000]), Some(2));
    }

    #[test]
    fn begun_days_count() {
        let from = Instant::from_micros(0);

        assert_eq!(days_begun(from, from.plus_seconds(1)), 1);
        assert_eq!(days_begun(from, from.plus_days(2)), 2);
        assert_eq!(days_begun(from, from.plus_seconds(-5)), 0);
    }

    #[test]
    fn what_is_counted_keeps_its_order() {
        let keys = ["b".to_owned(), "a".to_owned()];

        let counted = tally(&keys, ["a", "c", "a"].map(str::to_owned).into_iter());

        let pair = |key: &str, count| (key.to_owned(), count);
        assert_eq!(counted, [pair("b", 0), pair("a", 2), pair("c", 1)]);
    }

    #[test]
    fn a_place_is_in_a_group_and_a_typed_one_in_none() {
        assert_eq!(group_of(Some("15082180")), Some(LandGroup::East));
        assert_eq!(group_of(None), None);
        assert_eq!(group_of(Some("99")), None);
    }
}
