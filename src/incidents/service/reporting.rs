//! A report the law asks for was made.

use serde_json::json;

use super::view::whole;
use super::{IncidentError, Seen};
use crate::access::Permit;
use crate::access::action::UpdateIncident;
use crate::clock::Instant;
use crate::db::{AuditEntry, Db};
use crate::ids::IncidentId;
use crate::incidents::care::plan_reminders;
use crate::incidents::model::{ClockId, Reported, Side};
use crate::incidents::store;
use crate::input::FieldError;

/// Notes that a report was made: now, unless it says when. After the end too, since the last one is due a month later.
///
/// # Errors
/// Not the caller's to know, no such report of this incident, noted already, not yet or too early, or storage failed.
pub(in crate::incidents) async fn set_reported(
    db: &Db,
    permit: &Permit<UpdateIncident>,
    (id, clock, at): (IncidentId, ClockId, Option<Instant>),
) -> Result<(Seen, i64), IncidentError> {
    let mut txn = db.begin().await?;
    let found = store::find(txn.connection(), permit.scope(), id).await?;
    let incident = found.ok_or(IncidentError::NotFound)?;
    let known = incident.known_at();
    let seen = whole(txn.connection(), incident).await?;
    let running = seen.clocks.iter().find(|running| running.id == clock);
    let running = running.ok_or(IncidentError::NotFound)?;
    if running.done.is_some() {
        return Err(IncidentError::AlreadyReported);
    }
    let at = at.unwrap_or(txn.now());
    if at > txn.now() || at < known {
        let detail = "a report is made after it was known, and not in the future";
        let error = FieldError::new("/at", "out_of_range", detail);
        return Err(IncidentError::Invalid(vec![error]));
    }
    let is_desk = permit.scope().is_everything();
    let reported = Reported {
        at,
        by: permit.actor().to_string(),
        side: if is_desk { Side::Desk } else { Side::Town },
    };
    if !store::insert_reported(&txn, id, (clock, &reported)).await? {
        return Err(IncidentError::AlreadyReported);
    }
    // The last report is due a month after the one before it.
    plan_reminders(&mut txn, id).await?;
    let clock: &str = clock.into();
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "incident.reported_to_authority",
        subject: id.to_string(),
        details: json!({ "report": clock, "at": at }),
    });
    let generation = txn.commit().await?.generation;
    let after = store::by_id(db.reader(), id).await?;
    let after = whole(db.reader(), after.ok_or(IncidentError::NotFound)?).await?;
    Ok((after, generation))
}
