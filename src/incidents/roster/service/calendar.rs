//! The own duty in the calendar somebody subscribes to.

use super::stand::holders;
use crate::db::{Db, StorageError};
use crate::experts::CalendarEvent;
use crate::ids::AccountId;
use crate::incidents::roster::model::{DutySeat, Shift};
use crate::incidents::roster::store;

/// The shifts of an account as events, by what the three seats are called; none for who is no coordinator any more.
///
/// # Errors
/// Storage failed.
pub async fn duty_calendar(
    db: &Db,
    account: AccountId,
    [primary, deputy, third]: [String; 3],
) -> Result<Option<Vec<CalendarEvent>>, StorageError> {
    let now = db.clock().now();
    if !holders(db.reader(), now).await?.contains(&account) {
        return Ok(None);
    }
    let title = |seat| match seat {
        DutySeat::Primary => primary.clone(),
        DutySeat::Deputy => deputy.clone(),
        DutySeat::Third => third.clone(),
    };
    let shifts = store::of_account(db.reader(), account).await?;
    let event = |(Shift { id, duty }, planned_at)| {
        let period = (duty.from, duty.until);
        CalendarEvent::at_desk((&id.to_string(), title(duty.seat)), period, planned_at)
    };
    Ok(Some(shifts.into_iter().map(event).collect()))
}
