//! What is handed over when somebody goes.

use std::collections::BTreeMap;

use serde_json::json;

use super::ReadinessError;
use super::part::seen;
use crate::access::Permit;
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{AuditEntry, Db, StorageError, Txn};
use crate::ids::{self, DeploymentId, HandOverId, IncidentId};
use crate::incidents::deployments::{self, Deployment, DeploymentState, Standing, TakesPart};
use crate::incidents::readiness::model::{HandOver, HandOverText, Part};
use crate::incidents::readiness::store;
use crate::incidents::service::Kit;
use crate::incidents::store as incidents;

/// What was handed over of a deployment, and beside it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct HandedOver {
    pub(in crate::incidents) deployment: Deployment,
    /// Its own versions, newest first.
    pub(in crate::incidents) versions: Vec<HandOver>,
    /// The last of each other deployment of the incident.
    pub(in crate::incidents) others: Vec<HandOver>,
    /// As what the caller may add one; not at all when none.
    pub(in crate::incidents) writes_as: Option<Part>,
}

/// What was handed over, for the town, the desk, whoever helps and whoever is committed in the same incident.
///
/// # Errors
/// Not the caller's to know, it does not open, or storage failed.
pub(in crate::incidents) async fn handed_over<A: TakesPart>(
    kit: Kit<'_>,
    permit: &Permit<A>,
    id: DeploymentId,
) -> Result<HandedOver, ReadinessError> {
    let found = deployments::by_id(kit.db.reader(), id).await?;
    let deployment = found.ok_or(ReadinessError::NotFound)?;
    let own = match seen(kit.db, permit, id).await {
        Ok(seen) => seen.as_any(Part::hands_over).ok(),
        Err(ReadinessError::NotFound) => None,
        Err(error) => return Err(error),
    };
    if own.is_none() && !helps_beside(kit.db, permit, &deployment).await? {
        return Err(ReadinessError::NotFound);
    }
    let (db, incident) = (kit.db.reader(), deployment.incident);
    let all = store::of_incident(db, kit.ring, incident).await?;
    let is_open = deployments::is_open(db, &deployment, kit.db.clock().now()).await?;
    let (versions, others): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|one| one.deployment == id);
    Ok(HandedOver {
        writes_as: own.filter(|_| is_open),
        deployment,
        versions,
        others: last_of_each(others),
    })
}

/// Whether somebody is committed in the same incident: whoever comes next reads what was left.
async fn helps_beside<A: TakesPart>(
    db: &Db,
    permit: &Permit<A>,
    deployment: &Deployment,
) -> Result<bool, ReadinessError> {
    let now = db.clock().now();
    let incident = incidents::by_id(db.reader(), deployment.incident).await?;
    let Some(incident) = incident else {
        return Ok(false);
    };
    let standing = Standing::of(db, permit).await?;
    let all = deployments::of_incident(db.reader(), incident.id).await?;
    let mut open = all.iter().filter(|one| one.is_open_in(&incident, now));
    Ok(open.any(|one| standing.parts(one).contains(&Part::Expert)))
}

/// The newest of each deployment, which come newest first.
fn last_of_each(all: Vec<HandOver>) -> Vec<HandOver> {
    let mut last: Vec<HandOver> = Vec::new();
    for one in all {
        if last
            .last()
            .is_none_or(|kept| kept.deployment != one.deployment)
        {
            last.push(one);
        }
    }
    last
}

/// Whether somebody who was committed went without a word.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn lacks_hand_over(
    db: &Db,
    deployment: &Deployment,
) -> Result<bool, ReadinessError> {
    let now = db.clock().now();
    let is_ending = match deployment.state {
        DeploymentState::Ended | DeploymentState::Returning => true,
        DeploymentState::Active | DeploymentState::Accepted => {
            deployment.terms.until <= now.plus_days(1)
        }
        DeploymentState::Agreed
        | DeploymentState::Released
        | DeploymentState::Cancelled
        | DeploymentState::Refused
        | DeploymentState::Lapsed
        | DeploymentState::Withdrawn => false,
    };
    let is_late = is_ending && !deployment.terms.is_first_call;
    if !is_late || !deployments::is_open(db.reader(), deployment, now).await? {
        return Ok(false);
    }
    Ok(store::last_number(db.reader(), deployment.id).await? == 0)
}

/// Hands something over: a new version, which is never changed. Sent twice under a key it is said once.
///
/// # Errors
/// Not the caller's to know, nobody was committed or it is more than seven days ago, a key used with another body, or storage failed.
pub(in crate::incidents) async fn write_hand_over<A: TakesPart>(
    kit: Kit<'_>,
    permit: &Permit<A>,
    (id, texts): (DeploymentId, BTreeMap<HandOverText, String>),
    attempt: Option<Attempt>,
) -> Result<(HandOver, i64), ReadinessError> {
    let seen = seen(kit.db, permit, id).await?;
    let side = seen.as_any(Part::hands_over)?;
    let incident = seen.deployment.incident;
    let mut txn = kit.db.begin().await?;
    // Whoever saves at the same time is waited for.
    incidents::hold(&txn, incident).await?;
    let new = HandOver {
        id: HandOverId(ids::ordered(txn.now())),
        deployment: id,
        number: store::last_number(txn.connection(), id).await? + 1,
        at: txn.now(),
        side,
        texts,
    };
    // What was said once stands, even if it is over since.
    if let Some(attempt) = attempt {
        match idempotency::claim(&txn, &attempt, new.id.to_string()).await? {
            Earlier::Nothing => {}
            Earlier::OtherBody => return Err(ReadinessError::KeyReused),
            Earlier::Made(made) => return made_before(kit, txn, (incident, &made)).await,
        }
    }
    // Also after the incident was closed: then there is time to write.
    if !deployments::is_open(txn.connection(), &seen.deployment, new.at).await? {
        return Err(ReadinessError::Over);
    }
    let by = permit.actor().to_string();
    if !store::insert_hand_over(&txn, kit.ring, (incident, by), &new).await? {
        return Err(ReadinessError::NotFound);
    }
    let name: &str = side.into();
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "deployment.handed_over",
        subject: id.to_string(),
        details: json!({ "number": new.number, "as": name }),
    });
    let generation = txn.commit().await?.generation;
    Ok((new, generation))
}

async fn made_before(
    kit: Kit<'_>,
    txn: Txn,
    (incident, made): (IncidentId, &str),
) -> Result<(HandOver, i64), ReadinessError> {
    let corrupt = |_| StorageError::Corrupt("idempotency_keys.resource");
    let made = made.parse().map_err(corrupt)?;
    let made = store::hand_over(&txn, kit.ring, (incident, made)).await?;
    txn.rollback().await?;
    let generation = kit.db.generation().await?;
    Ok((made.ok_or(ReadinessError::NotFound)?, generation))
}
