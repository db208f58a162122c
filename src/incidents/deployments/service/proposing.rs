//! A yes becomes a deployment, and goes as far as the standing words of employer and town carry it.

use serde_json::json;

use super::acceptance::accept_now;
use super::asking_town::tell_town;
use super::ending::end;
use super::news::tell_expert;
use super::release::ask_managers;
use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::experts::{self, Commitment, Entry};
use crate::ids::{self, DeploymentId, NeedId, OrganisationId};
use crate::incidents::deployments::model::{
    Deployment, DeploymentState, SAID_BEFOREHAND, STANDING_RELEASE, Terms, counts_beforehand, due,
};
use crate::incidents::deployments::store;
use crate::incidents::model::Incident;
use crate::incidents::requests::{Alert, Desk, HelpRequest, RequestError};
use crate::incidents::thread::{self, steps};
use crate::organisations;

/// Seconds of a day; begun ones count.
const DAY: i64 = 86_400;

/// Makes a deployment of a yes, in the transaction that holds its request.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn propose(
    txn: &mut Txn,
    desk: &Desk,
    ((request, incident, need, alert), terms): ((&HelpRequest, &Incident, NeedId, &Alert), Terms),
) -> Result<(), RequestError> {
    let entry = experts::load(txn.connection(), &[alert.expert])
        .await?
        .pop();
    let (Some(entry), Some(requester)) = (entry, incident.organisation) else {
        // Erased meanwhile.
        crate::incidents::requests::close_alert(txn, alert.id).await?;
        return Ok(());
    };
    let now = txn.now();
    let deployment = Deployment {
        id: DeploymentId(ids::ordered(now)),
        request: request.id,
        need,
        alert: alert.id,
        incident: incident.id,
        expert: entry.id,
        employer: entry.organisation,
        requester,
        state: DeploymentState::Agreed,
        terms,
        made_at: now,
        due_at: due(now, incident.phase, terms.is_first_call),
        released: None,
        accepted: None,
        started: None,
        ended: None,
        ended_as: None,
        successor: None,
        basis: None,
        version: 1,
    };
    store::insert(txn, &deployment).await?;
    thread::begin(txn, &deployment).await?;
    record(txn, Actor::Service, "deployment.agreed", &deployment);
    organisations::hold(txn, entry.organisation).await?;
    if is_covered(txn, (&entry, &deployment)).await? {
        let what = (request, incident, &deployment);
        release_now(txn, desk, what, (STANDING_RELEASE, terms.is_on_site)).await?;
    } else {
        ask_managers(txn, desk, &deployment).await?;
    }
    Ok(())
}

async fn is_covered(
    txn: &Txn,
    (entry, deployment): (&Entry, &Deployment),
) -> Result<bool, RequestError> {
    let promised = days_promised(txn, entry.organisation).await?;
    let booked = booked(deployment);
    let asked = (booked, deployment.terms.is_first_call);
    Ok(experts::is_covered(txn, entry, asked, promised).await?)
}

/// Days of an employer that are promised, and not committed yet.
pub(super) async fn days_promised(
    txn: &Txn,
    employer: OrganisationId,
) -> Result<i64, StorageError> {
    let released = [DeploymentState::Released];
    let promised = store::of_employer(txn.connection(), employer, &released).await?;
    let days = |terms: Terms| (terms.until.as_seconds() - terms.from.as_seconds() + DAY - 1) / DAY;
    let promised = promised.iter().filter(|one| !one.terms.is_first_call);
    Ok(promised.map(|one| days(one.terms)).sum())
}

pub(super) fn booked(deployment: &Deployment) -> Commitment {
    Commitment {
        from: deployment.terms.from,
        until: deployment.terms.until,
    }
}

/// The employer's key is turned; the town's word beforehand may turn the other.
pub(super) async fn release_now(
    txn: &mut Txn,
    desk: &Desk,
    (request, incident, deployment): (&HelpRequest, &Incident, &Deployment),
    (by, is_on_site): (&str, bool),
) -> Result<bool, RequestError> {
    let due_at = due(txn.now(), incident.phase, deployment.terms.is_first_call);
    if !store::release(txn, deployment.id, (by, is_on_site), due_at).await? {
        return Ok(false);
    }
    let terms = Terms {
        is_on_site,
        ..deployment.terms
    };
    let said = steps::released(terms, txn.now());
    thread::say(txn, deployment, said).await?;
    record(txn, Actor::Service, "deployment.released", deployment);
    let is_beforehand = request.first_yes_counts
        && incident
            .verified
            .as_ref()
            .is_some_and(|verified| counts_beforehand(verified.at, txn.now()));
    if is_beforehand {
        let released = store::by_id(txn.connection(), deployment.id).await?;
        let released = released.ok_or(RequestError::NotFound)?;
        if accept_now(txn, desk, (&released, SAID_BEFOREHAND))
            .await?
            .is_err()
        {
            let ended = (DeploymentState::Withdrawn, Actor::Service);
            end(txn, &released, ended).await?;
            tell_expert(txn, released.id);
            crate::incidents::requests::close_alert(txn, released.alert).await?;
        }
    } else {
        tell_town(txn, incident.id).await?;
    }
    Ok(true)
}

pub(super) fn record(txn: &mut Txn, actor: Actor, action: &'static str, deployment: &Deployment) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: deployment.id.to_string(),
        details: json!({
            "request": deployment.request,
            "expert": deployment.expert,
            "employer": deployment.employer,
        }),
    });
}
