//! Figures of the whole federation.

use chrono::{Datelike, Months, NaiveDate};
use strum::VariantArray;

use crate::access::Permit;
use crate::access::action::ReadStatistics;
use crate::clock::Instant;
use crate::db::StorageError;
use crate::incidents::review::model::{
    Cell, Figures, SPAN_QUARTERS, cells, days_begun, group_of, median_hours, quarter_of, share,
    tally,
};
use crate::incidents::review::store::{self, Fact};
use crate::incidents::service::Kit;
use crate::reference::{LandGroup, Phase};

/// What is counted where a place is in no list.
const UNKNOWN: &str = "unknown";
/// Months of a quarter.
const MONTHS: u32 = 3;

/// What may be told of the last whole quarters. Nothing of one person, one house or one town.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn statistics(
    kit: Kit<'_>,
    _permit: &Permit<ReadStatistics>,
) -> Result<Figures, StorageError> {
    let (db, quarters) = (kit.db.reader(), quarters(kit.db.clock().now()));
    let span = (quarters.from, quarters.until);
    let facts = store::verified(db, span).await?;
    let first = store::first_commitments(db, span).await?;
    let helped = store::deployments_ended(db, span).await?;
    let begun = store::requests_begun(db, span).await?;
    let waited = facts.iter().filter_map(|fact| {
        let at = first.get(&fact.id)?;
        Some((at.as_seconds() - fact.verified_at.as_seconds()).max(0))
    });
    let symptoms = kit.reference.taxonomy.symptoms().iter();
    let symptoms: Vec<String> = symptoms.map(|symptom| symptom.id.clone()).collect();
    let (by_symptom, incidents) = of(&symptoms, &facts, |fact| fact.symptom.clone());
    let phases = Phase::VARIANTS
        .iter()
        .map(|phase| <&str>::from(*phase).to_owned());
    let (by_phase, _) = of(&phases.collect::<Vec<_>>(), &facts, |fact| {
        fact.phase.clone()
    });
    let (by_land_group, _) = of(&groups(), &facts, group);
    let quarter = |fact: &Fact| quarter_of(fact.verified_at);
    let (by_quarter, _) = of(&quarters.names, &facts, quarter);
    let ended = helped.iter().map(|help| quarter_of(help.ended));
    let (deployments_by_quarter, deployments) = cells(tally(&quarters.names, ended));
    let days = helped.iter().map(|help| days_begun(help.from, help.ended));
    let met = begun.iter().filter(|is_filled| **is_filled).count();
    Ok(Figures {
        from: quarters.from,
        until: quarters.until,
        incidents,
        by_symptom,
        by_phase,
        by_land_group,
        by_quarter,
        deployments,
        deployments_by_quarter,
        help_days: deployments.map(|_| days.sum()),
        median_hours: median_hours(waited.collect()),
        filled_percent: share(met, begun.len() - met),
    })
}

fn of(
    keys: &[String],
    facts: &[Fact],
    key: impl Fn(&Fact) -> String,
) -> (Vec<Cell>, Option<usize>) {
    cells(tally(keys, facts.iter().map(key)))
}

fn group(fact: &Fact) -> String {
    let group = group_of(fact.place.as_deref());
    group.map_or(UNKNOWN, LandGroup::id).to_owned()
}

fn groups() -> Vec<String> {
    let groups = LandGroup::ALL.into_iter().map(LandGroup::id);
    groups.chain([UNKNOWN]).map(str::to_owned).collect()
}

/// The last whole quarters before an instant.
struct Quarters {
    from: Instant,
    until: Instant,
    /// Oldest first.
    names: Vec<String>,
}

fn quarters(now: Instant) -> Quarters {
    let today = now.date();
    let month = today.month0() / MONTHS * MONTHS + 1;
    let current = NaiveDate::from_ymd_opt(today.year(), month, 1).unwrap_or(today);
    let back = |quarters: u32| {
        let day = current.checked_sub_months(Months::new(quarters * MONTHS));
        Instant::start_of(day.unwrap_or(current))
    };
    Quarters {
        from: back(SPAN_QUARTERS),
        until: back(0),
        names: (1..=SPAN_QUARTERS)
            .rev()
            .map(|n| quarter_of(back(n)))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_quarters_are_counted() {
        let now = Instant::start_of(NaiveDate::from_ymd_opt(2026, 11, 27).unwrap());

        let quarters = quarters(now);

        assert_eq!(quarters.names, ["2026-Q1", "2026-Q2", "2026-Q3"]);
        assert_eq!(quarters.from.date().to_string(), "2026-01-01");
        assert_eq!(quarters.until.date().to_string(), "2026-10-01");
    }
}
