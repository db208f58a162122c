//! Hours houses give and receive.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::CostError;
use crate::access::Permit;
use crate::access::action::ReadHours;
use crate::clock::Instant;
use crate::db::Db;
use crate::ids::{DeploymentId, OrganisationId};
use crate::incidents::costs::model::{Hours, HoursOf, HouseHours, agreed_minutes};
use crate::incidents::costs::store::{self, Counted};
use crate::organisations;

/// What a house gives and receives, under its name.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct HouseTotals {
    pub(in crate::incidents) id: OrganisationId,
    pub(in crate::incidents) name: String,
    pub(in crate::incidents) hours: HouseHours,
}

/// What a house gives and receives in a year.
///
/// # Errors
/// Not the caller's house, or storage failed.
pub(in crate::incidents) async fn hours_of_house(
    db: &Db,
    permit: &Permit<ReadHours>,
    (house, year): (OrganisationId, i32),
) -> Result<HouseTotals, CostError> {
    if !permit.scope().covers(house) {
        return Err(CostError::NotFound);
    }
    let found = organisations::by_id(db.reader(), house).await?;
    let found = found.ok_or(CostError::NotFound)?;
    let all = counted(db, Some(house), year).await?;
    Ok(HouseTotals {
        id: house,
        name: found.name,
        hours: of_house(house, year, &all),
    })
}

/// What every house that gives or receives does in a year, by name; for who may see all.
///
/// # Errors
/// Not for the caller, or storage failed.
pub(in crate::incidents) async fn hours_of_all(
    db: &Db,
    permit: &Permit<ReadHours>,
    year: i32,
) -> Result<Vec<HouseTotals>, CostError> {
    if !permit.scope().is_everything() {
        return Err(CostError::NotFound);
    }
    let all = counted(db, None, year).await?;
    let mut houses: Vec<OrganisationId> = all
        .iter()
        .flat_map(|(one, _)| [one.employer, one.requester])
        .collect();
    houses.sort_unstable();
    houses.dedup();
    let known = organisations::by_ids(db.reader(), &houses).await?;
    let totals = known.into_iter().map(|house| HouseTotals {
        hours: of_house(house.id, year, &all),
        id: house.id,
        name: house.name,
    });
    let mut totals: Vec<_> = totals
        .filter(|house| house.hours != HouseHours::default())
        .collect();
    totals.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(totals)
}

async fn counted(
    db: &Db,
    house: Option<OrganisationId>,
    year: i32,
) -> Result<Vec<(Counted, HoursOf)>, CostError> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).ok_or(CostError::NotFound)?;
    let from = Instant::start_of(first);
    let reader = db.reader();
    let found = store::carried_out(reader, house, (from, from.end_of_year())).await?;
    let ids: Vec<DeploymentId> = found.iter().map(|one| one.id).collect();
    let mut times = store::confirmed_times(reader, &ids).await?;
    let counted = found.into_iter().map(|one| {
        let hours = hours_of(&one, &mut times);
        (one, hours)
    });
    Ok(counted.collect())
}

fn hours_of(one: &Counted, times: &mut HashMap<DeploymentId, Vec<(NaiveDate, i64)>>) -> HoursOf {
    let confirmed = times.remove(&one.id);
    HoursOf {
        is_estimate: confirmed.is_none(),
        days: confirmed.unwrap_or_else(|| agreed_minutes(one.is_first_call, one.span)),
        phase: one.phase,
    }
}

fn of_house(house: OrganisationId, year: i32, all: &[(Counted, HoursOf)]) -> HouseHours {
    let side = |is_on: &dyn Fn(&Counted) -> bool| {
        let on = all.iter().filter(|(one, _)| is_on(one));
        let on: Vec<HoursOf> = on.map(|(_, hours)| hours.clone()).collect();
        Hours::of_year(year, &on)
    };
    HouseHours {
        given: side(&|one| one.employer == house),
        received: side(&|one| one.requester == house),
    }
}
