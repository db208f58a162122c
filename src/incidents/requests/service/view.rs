//! Requests as they are shown.

use super::{RequestError, settle};
use crate::access::Permit;
use crate::access::action::ReadHelpRequests;
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::ids::{IncidentId, RequestId};
use crate::incidents::deployments::{self, Deployment};
use crate::incidents::requests::model::{AlertState, Situation};
use crate::incidents::requests::store;
use crate::incidents::store as incidents;
use crate::notifications::{DeliveryState, deliveries_of};

/// A request with all that belongs to it.
///
/// # Errors
/// Not the caller's to know, or storage failed.
pub(in crate::incidents) async fn show(
    db: &Db,
    permit: &Permit<ReadHelpRequests>,
    id: RequestId,
) -> Result<Situation, RequestError> {
    let situation = settle::load(db.reader(), id).await?;
    let situation = situation.ok_or(RequestError::NotFound)?;
    let incident = situation.request.incident;
    let covered = incidents::find(db.reader(), permit.scope(), incident).await?;
    covered.ok_or(RequestError::NotFound)?;
    Ok(with_arrivals(db, situation).await?)
}

/// What gateways reported of the messages that went out: a message that arrived is shown so.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn with_arrivals(
    db: &Db,
    mut situation: Situation,
) -> Result<Situation, StorageError> {
    let sent: Vec<_> = situation.alerts.iter().map(|alert| alert.id.0).collect();
    let deliveries = deliveries_of(db, &sent).await?;
    for alert in &mut situation.alerts {
        let has_arrived = deliveries.iter().any(|delivery| {
            delivery.subject == alert.id.0 && delivery.state == DeliveryState::Delivered
        });
        if alert.state == AlertState::Sent && has_arrived {
            alert.state = AlertState::Delivered;
        }
    }
    Ok(situation)
}

/// All requests of an incident, oldest first: for whoever may see the incident.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn of_incident(
    db: &Db,
    id: IncidentId,
) -> Result<Vec<Situation>, RequestError> {
    let mut all = Vec::new();
    for request in store::of_incident(db.reader(), id).await? {
        if let Some(situation) = settle::load(db.reader(), request.id).await? {
            all.push(with_arrivals(db, situation).await?);
        }
    }
    Ok(all)
}

/// Whether people are asked for an incident, or were.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn has_begun(db: &Db, id: IncidentId) -> Result<bool, StorageError> {
    let all = store::of_incident(db.reader(), id).await?;
    Ok(all.iter().any(|request| request.begun_at.is_some()))
}

/// How the requests of an incident stand, in short: another text when anything of them or their deployments changed, or
/// when it is too late to object to one.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn stand(
    db: &Db,
    (id, now): (IncidentId, Instant),
) -> Result<String, StorageError> {
    let mut stand = Vec::new();
    for request in store::of_incident(db.reader(), id).await? {
        // Every change of a deployment happens while its request is held, and holding it makes a new version.
        let all = deployments::of_request(db.reader(), request.id).await?;
        let ends = all.iter().filter_map(Deployment::objection_until);
        let objections = ends.filter(|until| now < *until).count();
        let versions: i32 = all.iter().map(|one| one.version).sum();
        let version = request.version;
        stand.push(format!(".{version}-{versions}-{objections}"));
    }
    Ok(stand.concat())
}
