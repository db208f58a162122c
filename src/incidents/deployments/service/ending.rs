//! A deployment comes to nothing, or to an end.

use serde_json::json;

use super::news::{tell_expert, tell_house};
use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::emergency;
use crate::experts;
use crate::incidents::deployments::model::{Deployment, DeploymentState};
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
    if !store::end(txn, deployment, (state, by)).await? {
        return Ok(false);
    }
    if deployment.state == DeploymentState::Accepted {
        experts::uncommit(txn, deployment.expert, deployment.id.0).await?;
        emergency::forget_words(txn, deployment.id.0).await?;
    }
    let named: &str = state.into();
    txn.audit(AuditEntry {
        actor: by,
        action: "deployment.ended",
        subject: deployment.id.to_string(),
        details: json!({ "as": named }),
    });
    if deployment.tells_of_end(state) {
        tell_expert(txn, deployment.id);
    }
    tell_house(txn, deployment.id);
    Ok(true)
}
