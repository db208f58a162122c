//! Notices who pages through the register, quickly or slowly.
//!
//! Nothing is written for it besides what the allowance counts anyway. Days add up to no less than the different
//! entries of a window, so these are told apart only when the sum is high enough.

use chrono::{Days, NaiveDate};

use super::store;
use crate::access::Caller;
use crate::alarms::{self, AlarmKind, Limits, REFUSED_A_DAY, Sighting, WINDOW_DAYS};
use crate::db::{StorageError, Txn};

/// Looks at what an account has seen, once it has seen more.
pub(super) async fn seen(
    txn: &mut Txn,
    caller: &Caller,
    today: NaiveDate,
) -> Result<(), StorageError> {
    let limits = Limits::of(caller);
    let first = today - Days::new(WINDOW_DAYS - 1);
    let counted = store::cards_by_day(txn, caller.account, (first, today)).await?;
    let since = |day: NaiveDate| -> i32 {
        let days = counted.iter().filter(|(counted, _)| *counted >= day);
        days.map(|(_, cards)| cards).sum()
    };
    if since(today) < limits.a_day && since(first) < limits.a_window {
        return Ok(());
    }
    let window = (first, today);
    let from = alarms::counts_from(txn, caller.account, AlarmKind::Sweep, window).await?;
    let Some(from) = from else { return Ok(()) };
    let sighting = |from, (seen, threshold)| Sighting {
        kind: AlarmKind::Sweep,
        from,
        until: today,
        seen,
        threshold,
    };
    if since(today) >= limits.a_day {
        let seen = (since(today), limits.a_day);
        return alarms::raise(txn, caller, sighting(today, seen)).await;
    }
    if since(from) < limits.a_window {
        return Ok(());
    }
    let different = store::different_cards(txn, caller.account, (from, today)).await?;
    if different < limits.a_window {
        return Ok(());
    }
    let seen = (different, limits.a_window);
    alarms::raise(txn, caller, sighting(from, seen)).await
}

/// Raises the alarm of a decoy: somebody is shown one.
pub(super) async fn met_decoy(
    txn: &mut Txn,
    caller: &Caller,
    today: NaiveDate,
) -> Result<(), StorageError> {
    let sighting = Sighting {
        kind: AlarmKind::Decoy,
        from: today,
        until: today,
        seen: 1,
        threshold: 1,
    };
    alarms::raise(txn, caller, sighting).await
}

/// Looks at how often an account was refused, once it is refused again.
pub(super) async fn refused(
    txn: &mut Txn,
    caller: &Caller,
    today: NaiveDate,
) -> Result<(), StorageError> {
    let times = store::count_refusal(txn, caller.account, today).await?;
    if times < REFUSED_A_DAY {
        return Ok(());
    }
    let sighting = Sighting {
        kind: AlarmKind::Refused,
        from: today,
        until: today,
        seen: times,
        threshold: REFUSED_A_DAY,
    };
    alarms::raise(txn, caller, sighting).await
}
