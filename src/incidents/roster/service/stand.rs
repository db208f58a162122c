//! Who is on duty, and where nobody is.

use std::collections::{HashMap, HashSet};

use sea_orm::ConnectionTrait;
use strum::VariantArray;

use super::RosterError;
use crate::access::action::ReadRoster;
use crate::access::{self, Permit, Role};
use crate::accounts;
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::ids::AccountId;
use crate::incidents::roster::model::{AHEAD_DAYS, Desk, Duty, DutySeat, Gap, OnDuty, Shift, gaps};
use crate::incidents::roster::store;
use crate::sealing::Keyring;

/// Days a shift is kept after its end.
const KEPT_DAYS: i64 = 365;

/// The plan from now on.
#[derive(Clone, Debug)]
pub(in crate::incidents::roster) struct Roster {
    /// Shifts that are not over, the first first.
    pub(in crate::incidents::roster) shifts: Vec<Shift>,
    /// Seats nobody has in the next days, the first first.
    pub(in crate::incidents::roster) gaps: Vec<Gap>,
    /// When a plan ran out that has no more shifts.
    pub(in crate::incidents::roster) ran_out: Option<Instant>,
    /// Who can be put on duty, with their mail addresses.
    pub(in crate::incidents::roster) people: HashMap<AccountId, String>,
    /// When this is.
    pub(in crate::incidents::roster) now: Instant,
    /// Grows with every change.
    pub(in crate::incidents::roster) version: i32,
}

/// The roster from now on.
///
/// # Errors
/// A mail address does not open, or storage failed.
pub(in crate::incidents::roster) async fn show(
    db: &Db,
    ring: &Keyring,
    _: &Permit<ReadRoster>,
) -> Result<Roster, RosterError> {
    let now = db.clock().now();
    // Before the shifts: a change meanwhile makes the version too old, never too new.
    let version = store::version(db.reader()).await?;
    let holders = holders(db.reader(), now).await?;
    let shifts = held(store::coming(db.reader(), now).await?, &holders);
    let duties: Vec<Duty> = shifts.iter().map(|shift| shift.duty).collect();
    let horizon = (now, now.plus_days(AHEAD_DAYS));
    let seats = DutySeat::VARIANTS.iter();
    let mut gaps: Vec<Gap> = seats
        .flat_map(|seat| gaps(&duties, *seat, horizon))
        .collect();
    gaps.sort_by_key(|gap| (gap.from, gap.seat));
    let ended = store::last_end(db.reader(), now).await?;
    let ran_out = ended.filter(|_| shifts.is_empty());
    let mut people = HashMap::new();
    for account in holders {
        let email = accounts::address_of(db, ring, account).await?;
        people.insert(account, email);
    }
    Ok(Roster {
        shifts,
        gaps,
        ran_out,
        people,
        now,
        version,
    })
}

/// Who can be on duty: coordinators whose accounts are open.
pub(super) async fn holders<C: ConnectionTrait>(
    db: &C,
    now: Instant,
) -> Result<HashSet<AccountId>, StorageError> {
    let all = access::holders(db, (Role::Coordinator, None), now).await?;
    Ok(all.into_iter().collect())
}

/// Those of shifts that count: whoever is a coordinator no more is not on duty, whatever is planned.
pub(super) fn held(shifts: Vec<Shift>, holders: &HashSet<AccountId>) -> Vec<Shift> {
    let shifts = shifts.into_iter();
    shifts
        .filter(|shift| holders.contains(&shift.duty.account))
        .collect()
}

/// Whether the desk has somebody now, and whom.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn watch<C: ConnectionTrait>(
    db: &C,
    now: Instant,
) -> Result<(Desk, OnDuty), StorageError> {
    if !store::is_kept(db).await? {
        return Ok((Desk::NoRoster, OnDuty::default()));
    }
    let running = store::running(db, now).await?;
    let running = held(running, &holders(db, now).await?);
    let on_duty = OnDuty::at(running.into_iter().map(|shift| shift.duty), now);
    let desk = if on_duty.is_empty() {
        Desk::Nobody
    } else {
        Desk::OnDuty
    };
    Ok((desk, on_duty))
}

/// Whether the desk has somebody now.
///
/// # Errors
/// Storage failed.
pub async fn desk(db: &Db) -> Result<Desk, StorageError> {
    let (desk, _) = watch(db.reader(), db.clock().now()).await?;
    Ok(desk)
}

/// Forgets shifts of more than a year ago.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn forget_old(db: &Db) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    store::forget(&txn, txn.now().plus_days(-KEPT_DAYS)).await?;
    txn.commit().await?;
    Ok(())
}
