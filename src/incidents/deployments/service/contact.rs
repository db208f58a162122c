//! Both sides of a committed deployment see each other: on record, while it lasts and seven days more.

use std::fmt;

use sea_orm::ConnectionTrait;
use serde_json::json;

use super::DeploymentError;
use super::acceptance::of_town;
use super::view::own_entry;
use crate::access::Permit;
use crate::access::action::RevealDeploymentContact;
use crate::accounts::Secret;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, StorageError};
use crate::emergency::{self, CallWords};
use crate::experts::{self, DutyContact};
use crate::ids::DeploymentId;
use crate::incidents::deployments::model::Deployment;
use crate::incidents::deployments::store;
use crate::incidents::model::Particulars;
use crate::incidents::requests::Desk;
use crate::incidents::service::{Tried, count_code, spoken_code};
use crate::incidents::store as incidents;

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::incidents) enum Side {
    /// Who is helped.
    Town,
    /// Who helps.
    Expert,
}

/// Whom the other side phones.
#[derive(Clone)]
pub(in crate::incidents) enum OtherSide {
    /// The expert, as the town sees them.
    Expert(DutyContact),
    /// Whoever asked for help, as the expert sees them.
    Asker(Particulars),
}

impl fmt::Debug for OtherSide {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OtherSide")
    }
}

/// The other side, for whoever is signed in.
///
/// # Errors
/// Not the caller's to know, not committed, something sealed does not open, or storage failed.
pub(in crate::incidents) async fn contact(
    desk: &Desk,
    permit: &Permit<RevealDeploymentContact>,
    id: DeploymentId,
) -> Result<(Deployment, OtherSide), DeploymentError> {
    let own = own_entry(&desk.db, permit.caller().account).await?;
    let found = store::by_id(desk.db.reader(), id).await?;
    let found = found.ok_or(DeploymentError::NotFound)?;
    let side = if own == Some(found.expert) {
        Side::Expert
    } else if permit.scope().covers(found.requester) {
        Side::Town
    } else {
        return Err(DeploymentError::NotFound);
    };
    let other = other_side(desk, (&found, side), permit.actor()).await?;
    Ok((found, other))
}

/// The other side of a deployment. That it was shown is committed before anything is opened.
///
/// # Errors
/// Not committed, something sealed does not open, or storage failed.
pub(in crate::incidents) async fn other_side(
    desk: &Desk,
    (deployment, side): (&Deployment, Side),
    actor: Actor,
) -> Result<OtherSide, DeploymentError> {
    let now = desk.db.clock().now();
    if !is_open(desk.db.reader(), deployment, now).await? {
        return Err(DeploymentError::NotCommitted);
    }
    match side {
        Side::Town => {
            let db = desk.db.reader();
            let entry = experts::load(db, &[deployment.expert]).await?.pop();
            let entry = entry.ok_or(DeploymentError::NotFound)?;
            let town = (deployment.id, deployment.requester, actor);
            let shown = experts::show_town(&desk.db, &desk.ring, &entry, town).await?;
            Ok(OtherSide::Expert(shown.ok_or(DeploymentError::NotFound)?))
        }
        Side::Expert => {
            let mut txn = desk.db.begin().await?;
            txn.audit(AuditEntry {
                actor,
                action: "incident.contact_revealed",
                subject: deployment.incident.to_string(),
                details: json!({ "deployment": deployment.id }),
            });
            txn.commit().await?;
            let db = desk.db.reader();
            let asker = incidents::particulars(db, &desk.ring, deployment.incident).await?;
            Ok(OtherSide::Asker(asker.ok_or(DeploymentError::NotFound)?))
        }
    }
}

/// Whether both sides see each other now: never with whoever is not who they said, though help was begun.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn is_open<C: ConnectionTrait>(
    db: &C,
    deployment: &Deployment,
    now: Instant,
) -> Result<bool, StorageError> {
    if !deployment.is_open_to_both(now) {
        return Ok(false);
    }
    let incident = incidents::by_id(db, deployment.incident).await?;
    Ok(incident.is_some_and(|incident| deployment.is_open_in(&incident, now)))
}

/// Shows the expert on the status page, once the spoken code was typed: five tries of an incident.
///
/// # Errors
/// The link opens none of its incident, a wrong code, too many of them, not committed, or storage failed.
pub(in crate::incidents) async fn show_expert_to_town(
    desk: &Desk,
    link: &Secret,
    (id, code): (DeploymentId, &str),
) -> Result<DutyContact, DeploymentError> {
    let found = of_town(desk, link, id).await?;
    let now = desk.db.clock().now();
    if !is_open(desk.db.reader(), &found, now).await? {
        return Err(DeploymentError::NotCommitted);
    }
    let spoken = spoken_code(&desk.ring, found.incident).map_err(|_| DeploymentError::NotFound)?;
    let typed: String = code.chars().filter(char::is_ascii_digit).collect();
    match count_code(&desk.db, found.incident, typed == spoken).await? {
        Tried::Right => {}
        Tried::Wrong(left) => return Err(DeploymentError::WrongCode(left)),
        Tried::Locked => return Err(DeploymentError::Locked),
    }
    let shown = other_side(desk, (&found, Side::Town), Actor::Service).await?;
    match shown {
        OtherSide::Expert(contact) => Ok(contact),
        OtherSide::Asker(_) => Err(DeploymentError::NotFound),
    }
}

/// The words both sides say, once they are committed.
///
/// # Errors
/// They do not open, or storage failed.
pub(in crate::incidents) async fn words(
    desk: &Desk,
    deployment: &Deployment,
) -> Result<Option<CallWords>, DeploymentError> {
    let now = desk.db.clock().now();
    if !is_open(desk.db.reader(), deployment, now).await? {
        return Ok(None);
    }
    Ok(emergency::arranged(&desk.db, &desk.ring, deployment.id.0).await?)
}
