//! Steps of a deployment, each said in the transaction that takes it.

use crate::access::{self, Role};
use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::experts;
use crate::ids::{self, MessageId};
use crate::incidents::deployments::{Deployment, DeploymentState};
use crate::incidents::thread::model::{Draft, MessageSide, Thread, steps};
use crate::incidents::thread::store;

/// That its own steps follow each other is for the deployment to see to.
const OUT_OF_ORDER: StorageError = StorageError::Corrupt("deployment_messages.verb");

/// Says what led to a deployment: the town's question and the person's yes.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn begin(
    txn: &Txn,
    deployment: &Deployment,
) -> Result<(), StorageError> {
    begun(txn, deployment).await?;
    Ok(())
}

/// Says a step of a deployment as it was read before the step.
///
/// # Errors
/// It does not follow, or storage failed.
pub(in crate::incidents) async fn say(
    txn: &Txn,
    deployment: &Deployment,
    draft: Draft,
) -> Result<(), StorageError> {
    let thread = begun(txn, deployment).await?;
    let message = thread.next(deployment.id, draft, stamp(txn.now()));
    let message = message.map_err(|_| OUT_OF_ORDER)?;
    store::insert(txn, &message).await
}

/// Takes back what a side said last, as it comes to nothing.
///
/// # Errors
/// There is nothing to take back, or storage failed.
pub(in crate::incidents) async fn take_back(
    txn: &Txn,
    deployment: &Deployment,
    side: MessageSide,
) -> Result<(), StorageError> {
    let thread = begun(txn, deployment).await?;
    let message = thread.take_back(deployment.id, side, stamp(txn.now()));
    let message = message.map_err(|_| OUT_OF_ORDER)?;
    store::insert(txn, &message).await
}

/// The thread of a deployment. One that is older than threads are is told by its row.
pub(super) async fn begun(txn: &Txn, deployment: &Deployment) -> Result<Thread, StorageError> {
    let mut thread = store::thread(txn.connection(), deployment.id).await?;
    if !thread.is_empty() {
        return Ok(thread);
    }
    for (draft, at) in steps::so_far(deployment) {
        let message = thread.next(deployment.id, draft, stamp(at));
        let message = message.map_err(|_| OUT_OF_ORDER)?;
        store::insert(txn, &message).await?;
        thread.push(message);
    }
    Ok(thread)
}

pub(super) fn stamp(now: Instant) -> (MessageId, Instant) {
    (MessageId(ids::ordered(now)), now)
}

/// Whose word it is that a deployment comes to nothing. That somebody took a yes back is nobody's: their employer does
/// not learn of it (trust.md 3).
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn ended_by(
    txn: &Txn,
    deployment: &Deployment,
    (state, by): (DeploymentState, Actor),
) -> Result<MessageSide, StorageError> {
    match state {
        DeploymentState::Refused if deployment.released.is_none() => {
            return Ok(MessageSide::Employer);
        }
        DeploymentState::Refused => return Ok(MessageSide::Town),
        DeploymentState::Lapsed => return Ok(MessageSide::Service),
        DeploymentState::Agreed
        | DeploymentState::Released
        | DeploymentState::Accepted
        | DeploymentState::Active
        | DeploymentState::Returning
        | DeploymentState::Ended
        | DeploymentState::Cancelled
        | DeploymentState::Withdrawn => {}
    }
    let Actor::Account(account) = by else {
        return Ok(MessageSide::Service);
    };
    let (db, now) = (txn.connection(), txn.now());
    let entry = experts::load(db, &[deployment.expert]).await?.pop();
    if entry.is_some_and(|entry| entry.account == Some(account)) {
        return Ok(MessageSide::Expert);
    }
    for (role, house, side) in [
        (
            Role::MemberManager,
            deployment.employer,
            MessageSide::Employer,
        ),
        (Role::Requester, deployment.requester, MessageSide::Town),
    ] {
        if access::holders(db, (role, Some(house)), now)
            .await?
            .contains(&account)
        {
            return Ok(side);
        }
    }
    Ok(MessageSide::Coordinator)
}
