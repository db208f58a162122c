//! The town's yes or no.

use super::DeploymentError;
use super::ending::end;
use super::news::{tell_expert, tell_house};
use super::proposing::{booked, record};
use super::running::plan_reminder;
use crate::access::Permit;
use crate::access::action::AcceptDeployment;
use crate::accounts::Secret;
use crate::clock::Instant;
use crate::db::{Actor, Txn};
use crate::emergency;
use crate::experts;
use crate::ids::DeploymentId;
use crate::incidents::deployments::model::{AcceptanceDecision, Deployment, DeploymentState};
use crate::incidents::deployments::store;
use crate::incidents::legal;
use crate::incidents::requests::{self, Desk, RequestError};
use crate::incidents::store as incidents;
use crate::incidents::thread::{self, steps};

/// Commits the person: books them, makes the words, ends the alert. Booked elsewhere, it says from when they are free.
pub(super) async fn accept_now(
    txn: &mut Txn,
    desk: &Desk,
    (deployment, by): (&Deployment, &str),
) -> Result<Result<(), Instant>, RequestError> {
    let booking = (deployment.id.0, booked(deployment));
    if !experts::commit(txn, deployment.expert, booking).await? {
        let terms = deployment.terms;
        let seconds = terms.until.as_seconds() - terms.from.as_seconds();
        let entry = experts::load(txn.connection(), &[deployment.expert])
            .await?
            .pop();
        // Erased meanwhile.
        let entry = entry.ok_or(RequestError::Over)?;
        let free = experts::next_free(&entry.commitments, terms.from, seconds);
        return Ok(Err(free));
    }
    store::accept(txn, deployment.id, by).await?;
    let said = steps::accepted(deployment.terms);
    thread::say(txn, deployment, said).await?;
    emergency::arrange(txn, &desk.ring, deployment.id.0).await?;
    requests::close_alert(txn, deployment.alert).await?;
    record(txn, Actor::Service, "deployment.accepted", deployment);
    plan_reminder(txn, deployment, deployment.terms.until);
    tell_expert(txn, deployment.id);
    tell_house(txn, deployment.id);
    legal::plan_reminders(txn, deployment);
    Ok(Ok(()))
}

/// The town says yes or no; a coordinator what it said on the phone.
///
/// # Errors
/// Not the caller's to know, not asked, booked elsewhere, or storage failed.
pub(in crate::incidents) async fn decide_acceptance(
    desk: &Desk,
    permit: &Permit<AcceptDeployment>,
    (id, decision): (DeploymentId, AcceptanceDecision),
) -> Result<(Deployment, i64), DeploymentError> {
    let found = store::by_id(desk.db.reader(), id).await?;
    let found = found.filter(|found| permit.scope().covers(found.requester));
    let found = found.ok_or(DeploymentError::NotFound)?;
    decide(desk, (&found, decision), permit.actor()).await
}

/// The same by the link of the status page.
///
/// # Errors
/// The link opens none of its incident, not asked, booked elsewhere, or storage failed.
pub(in crate::incidents) async fn decide_by_town(
    desk: &Desk,
    link: &Secret,
    (id, decision): (DeploymentId, AcceptanceDecision),
) -> Result<(Deployment, i64), DeploymentError> {
    let found = of_town(desk, link, id).await?;
    decide(desk, (&found, decision), Actor::Service).await
}

/// A deployment of the incident whose status page a link opens.
pub(super) async fn of_town(
    desk: &Desk,
    link: &Secret,
    id: DeploymentId,
) -> Result<Deployment, DeploymentError> {
    let (db, now) = (desk.db.reader(), desk.db.clock().now());
    let incident = incidents::of_link(db, &link.hash(), now).await?;
    let incident = incident.ok_or(DeploymentError::NotFound)?;
    let found = store::by_id(db, id).await?;
    let found = found.filter(|found| found.incident == incident.id);
    found.ok_or(DeploymentError::NotFound)
}

async fn decide(
    desk: &Desk,
    (found, decision): (&Deployment, AcceptanceDecision),
    actor: Actor,
) -> Result<(Deployment, i64), DeploymentError> {
    let mut txn = desk.db.begin().await?;
    let request = requests::hold(&txn, found.request).await?;
    let request = request.ok_or(DeploymentError::NotFound)?;
    let deployment = store::by_id(txn.connection(), found.id).await?;
    let deployment = deployment.ok_or(DeploymentError::NotFound)?;
    let is_late = deployment.due_at <= txn.now() || request.stood_down.is_some();
    if is_late && deployment.is_pending() {
        return Err(DeploymentError::NotAsked);
    }
    take(&mut txn, desk, (&deployment, decision), actor).await?;
    requests::settle(&mut txn, desk, found.request).await?;
    let now = txn.now();
    requests::plan_advance(&mut txn, found.request, now);
    let generation = txn.commit().await?.generation;
    let decided = store::by_id(desk.db.reader(), found.id).await?;
    Ok((decided.ok_or(DeploymentError::NotFound)?, generation))
}

async fn take(
    txn: &mut Txn,
    desk: &Desk,
    (deployment, decision): (&Deployment, AcceptanceDecision),
    actor: Actor,
) -> Result<(), DeploymentError> {
    let now = txn.now();
    let is_objection = deployment
        .objection_until()
        .is_some_and(|until| now < until);
    match (deployment.state, decision) {
        (DeploymentState::Released, AcceptanceDecision::Accept) => {
            let by = actor.to_string();
            let accepted = accept_now(txn, desk, (deployment, &by)).await?;
            accepted.map_err(DeploymentError::Booked)
        }
        // Said twice, it was said.
        (DeploymentState::Accepted | DeploymentState::Active, AcceptanceDecision::Accept) => Ok(()),
        (DeploymentState::Released, AcceptanceDecision::Refuse) => {
            refuse(txn, deployment, actor).await
        }
        (DeploymentState::Accepted, AcceptanceDecision::Refuse) if is_objection => {
            refuse(txn, deployment, actor).await
        }
        (
            DeploymentState::Accepted
            | DeploymentState::Agreed
            | DeploymentState::Active
            | DeploymentState::Returning
            | DeploymentState::Ended
            | DeploymentState::Cancelled
            | DeploymentState::Refused
            | DeploymentState::Lapsed
            | DeploymentState::Withdrawn,
            _,
        ) => Err(DeploymentError::NotAsked),
    }
}

async fn refuse(
    txn: &mut Txn,
    deployment: &Deployment,
    actor: Actor,
) -> Result<(), DeploymentError> {
    end(txn, deployment, (DeploymentState::Refused, actor)).await?;
    requests::close_alert(txn, deployment.alert).await?;
    Ok(())
}
