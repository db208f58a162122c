//! Whoever helps is relieved: a request for the same need, from the end of their block on.

use super::DeploymentError;
use super::part::acting;
use super::running::note;
use crate::access::Permit;
use crate::access::action::{CreateHelpRequest, RunDeployment};
use crate::ids::{DeploymentId, RequestId};
use crate::incidents::deployments::model::{Act, BLOCK_DAYS};
use crate::incidents::deployments::store;
use crate::incidents::requests::{self, Desk, NewRequest};
use crate::matching::{NewHeadcount, NewNeed};

/// Drafts a request for who takes over: nobody is asked before it is begun. Once there is one, it is that one.
///
/// # Errors
/// Not the caller's to know or to do, a talk or called off, the incident is closed, the register cannot be
/// searched yet, or storage failed.
pub(in crate::incidents) async fn seek_successor(
    desk: &Desk,
    permit: &Permit<RunDeployment>,
    id: DeploymentId,
) -> Result<RequestId, DeploymentError> {
    let (found, by) = acting(&desk.db, permit, (id, Act::SeekSuccessor)).await?;
    if let Some(sought) = found.successor {
        return Ok(sought);
    }
    let asks = permit.also::<CreateHelpRequest>();
    let asks = asks.ok_or(DeploymentError::OtherSide)?;
    if !found.state.fills_a_place() || found.terms.is_first_call {
        return Err(DeploymentError::NotAsked);
    }
    let needs = requests::needs_of(desk.db.reader(), found.request).await?;
    let need = needs.into_iter().find(|need| need.id == found.need);
    let need = need.ok_or(DeploymentError::NotFound)?;
    let one = NewNeed {
        headcount: NewHeadcount { min: 1, desired: 1 },
        ..need.wanted
    };
    let now = desk.db.clock().now();
    let new = NewRequest {
        needs: Some(vec![one]),
        from: Some(found.terms.until.max(now)),
        days: u16::try_from(BLOCK_DAYS).ok(),
    };
    let draft = requests::draft(desk, &asks, (found.incident, new)).await?;
    let mut txn = desk.db.begin().await?;
    let sought = requests::keep_draft(&mut txn, desk, (by.actor, draft)).await?;
    requests::hold(&txn, found.request).await?;
    let deployment = store::by_id(txn.connection(), id).await?;
    let deployment = deployment.ok_or(DeploymentError::NotFound)?;
    if !store::succeed(&txn, &deployment, sought).await? {
        // Somebody else was faster: theirs counts, and this draft is not kept.
        txn.rollback().await?;
        return deployment.successor.ok_or(DeploymentError::NotAsked);
    }
    note(&mut txn, ("deployment.successor_sought", &deployment), by);
    txn.commit().await?;
    Ok(sought)
}
