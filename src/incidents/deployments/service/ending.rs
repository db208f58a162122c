//! A deployment comes to nothing, or to an end.

use serde_json::json;

use super::extending;
use super::news::{tell_expert, tell_house};
use super::said;
use super::town_news::tell_town_news;
use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::emergency;
use crate::experts;
use crate::incidents::deployments::model::{Deployment, DeploymentState, Part};
use crate::incidents::deployments::store;

/// Ends a deployment as this; `false` when it stood otherwise than was read. A commitment is taken back with it, and
/// whoever has to do with it is told. What becomes of the alert, the caller says.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn end(
    txn: &mut Txn,
    deployment: &Deployment,
    (state, by): (DeploymentState, Actor),
) -> Result<bool, StorageError> {
    end_by(txn, deployment, (state, by), None).await
}

/// The same by a side of it; none where the rules end it.
///
/// # Errors
/// Storage failed.
pub(super) async fn end_by(
    txn: &mut Txn,
    deployment: &Deployment,
    (state, by): (DeploymentState, Actor),
    part: Option<Part>,
) -> Result<bool, StorageError> {
    if !store::end(txn, deployment, (state, by), part).await? {
        return Ok(false);
    }
    if deployment.state.is_committed() {
        extending::give_up(txn, deployment.id).await?;
        release_commitment(txn, deployment, state).await?;
    }
    said::ended(txn, deployment, (state, by), part).await?;
    let (named, side): (&str, Option<&str>) = (state.into(), part.map(Into::into));
    txn.audit(AuditEntry {
        actor: by,
        action: "deployment.ended",
        subject: deployment.id.to_string(),
        details: json!({ "as": named, "by": side }),
    });
    // That it ends with its time, everybody knew.
    let is_past = state == DeploymentState::Ended
        && deployment.runs_out_at().is_some_and(|at| at <= txn.now());
    if !is_past {
        if deployment.tells_of_end(state) {
            tell_expert(txn, deployment.id);
        }
        tell_house(txn, deployment.id);
    }
    if matches!(part, Some(Part::Employer | Part::Expert)) {
        tell_town_news(txn, deployment.id);
    }
    Ok(true)
}

/// What was carried out keeps the days it took; what comes to nothing took none.
async fn release_commitment(
    txn: &mut Txn,
    deployment: &Deployment,
    state: DeploymentState,
) -> Result<(), StorageError> {
    let (expert, id) = (deployment.expert, deployment.id.0);
    if state == DeploymentState::Ended {
        let until = deployment.terms.until.min(txn.now());
        if until > deployment.terms.from {
            experts::recommit(txn, expert, (id, until)).await?;
            return Ok(());
        }
    }
    experts::uncommit(txn, expert, id).await?;
    if state != DeploymentState::Ended {
        emergency::forget_words(txn, id).await?;
    }
    Ok(())
}
