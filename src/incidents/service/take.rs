//! Somebody of the desk cares for an incident.

use serde_json::json;

use super::IncidentError;
use super::recall::plan_recall;
use crate::access::Permit;
use crate::access::action::TakeIncident;
use crate::db::{AuditEntry, Db};
use crate::http::IfMatch;
use crate::ids::IncidentId;
use crate::incidents::model::{Incident, Taken};
use crate::incidents::store;

/// Who had it when it was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::incidents) enum Before {
    /// It is all the same.
    Anybody,
    /// Whoever has it in this version.
    Version(IfMatch),
    /// Nobody, or whom the record names so.
    Actor(Option<String>),
}

impl Before {
    fn check(self, incident: &Incident) -> Result<(), IncidentError> {
        match self {
            Self::Anybody => Ok(()),
            Self::Version(version) => version
                .check(incident.version)
                .map_err(IncidentError::Version),
            Self::Actor(seen) => {
                let has = incident.taken.as_ref().map(|taken| &taken.by);
                if has == seen.as_ref() {
                    Ok(())
                } else {
                    Err(IncidentError::TakenByOther)
                }
            }
        }
    }
}

/// Takes an incident over, from whoever had it. Who has it already takes nothing over, however often they click.
///
/// # Errors
/// Not the caller's to know, closed, somebody else was faster, or storage failed.
pub(in crate::incidents) async fn take(
    db: &Db,
    permit: &Permit<TakeIncident>,
    (id, before): (IncidentId, Before),
) -> Result<(Incident, i64), IncidentError> {
    let mut txn = db.begin().await?;
    // Of two who click at once the second sees what the first did.
    store::hold(&txn, id).await?;
    let found = store::find(txn.connection(), permit.scope(), id).await?;
    let incident = found.ok_or(IncidentError::NotFound)?;
    if incident.closed.is_some() {
        return Err(IncidentError::Closed);
    }
    let by = permit.actor().to_string();
    let had = incident.taken.as_ref();
    if had.is_some_and(|had| had.by == by) {
        txn.rollback().await?;
        return Ok((incident, db.generation().await?));
    }
    before.check(&incident)?;
    let taken = Taken {
        first_at: had.map_or(txn.now(), |had| had.first_at),
        at: txn.now(),
        by,
    };
    if !store::take(&txn, id, &taken).await? {
        return Err(IncidentError::Closed);
    }
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "incident.taken",
        subject: id.to_string(),
        details: json!({ "from": had.map(|had| &had.by) }),
    });
    plan_recall(
        &mut txn,
        &Incident {
            taken: Some(taken),
            ..incident.clone()
        },
    );
    let generation = txn.commit().await?.generation;
    let taken = store::by_id(db.reader(), id).await?;
    Ok((taken.ok_or(IncidentError::NotFound)?, generation))
}
