//! Somebody was erased: nobody waits for them any more, and who they promised to help is looked for anew.

use std::collections::HashSet;

use super::advance::plan;
use super::{Desk, RequestError, settle};
use crate::db::{Actor, StorageError};
use crate::ids::{ExpertId, RequestId};
use crate::incidents::costs::forget_notes_of;
use crate::incidents::deployments::{self, Deployment};
use crate::incidents::readiness::blank_hand_overs_of;
use crate::incidents::requests::store;
use crate::incidents::thread::forget_texts_of;

/// Ends what an entry that was erased is asked and what it promised, and asks the next people. Run twice it has nothing
/// left to do.
///
/// # Errors
/// Storage failed; what is left is done next time.
pub(in crate::incidents) async fn let_go(
    desk: &Desk,
    expert: ExpertId,
) -> Result<(), RequestError> {
    let db = desk.db.reader();
    let asking = store::requests_asking(db, expert).await?;
    let promised = deployments::requests_of(db, expert).await?;
    let requests: HashSet<RequestId> = asking.into_iter().chain(promised).collect();
    for request in requests {
        leave(desk, (request, expert)).await?;
    }
    let txn = desk.db.begin().await?;
    forget_texts_of(&txn, expert)
        .await
        .map_err(StorageError::from)?;
    forget_notes_of(&txn, expert)
        .await
        .map_err(StorageError::from)?;
    blank_hand_overs_of(&txn, expert)
        .await
        .map_err(StorageError::from)?;
    txn.commit().await?;
    Ok(())
}

async fn leave(desk: &Desk, (id, expert): (RequestId, ExpertId)) -> Result<(), RequestError> {
    let mut txn = desk.db.begin().await?;
    store::hold(&txn, id).await?;
    let Some(situation) = settle::load(txn.connection(), id).await? else {
        return Ok(());
    };
    let now = txn.now();
    // Also what nobody said had begun: a week after its end it would count as carried out.
    let is_open = |one: &&Deployment| {
        let runs = one.runs_out_at().is_some_and(|at| now < at);
        one.expert == expert && (one.is_pending() || runs)
    };
    for deployment in situation.deployments.iter().filter(is_open) {
        let ended = (deployment.state.when_given_up(), Actor::Service);
        deployments::end(&mut txn, deployment, ended).await?;
    }
    let open = situation.alerts.iter();
    for alert in open.filter(|one| one.expert == expert && one.closed_at.is_none()) {
        // There is nobody left to be told.
        if store::stand_down_alert(&txn, alert.id).await? {
            settle::record(&mut txn, "alert.stood_down", alert.id.to_string());
        }
    }
    settle::settle(&mut txn, desk, id).await?;
    plan(&mut txn, id, now);
    txn.commit().await?;
    Ok(())
}
