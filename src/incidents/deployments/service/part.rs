//! What the caller is to a deployment.

use super::DeploymentError;
use super::view::own_entry;
use crate::access::Permit;
use crate::access::action::{AcceptDeployment, ReleaseDeployment, RunDeployment};
use crate::db::{Actor, Db};
use crate::ids::DeploymentId;
use crate::incidents::deployments::model::{Act, Deployment, Part};
use crate::incidents::deployments::store;

/// Who does something, and as which side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::incidents) struct By {
    /// The side.
    pub(in crate::incidents) part: Part,
    /// Who is on record; a link names nobody.
    pub(in crate::incidents) actor: Actor,
}

/// A deployment with all that the caller is to it, at least one side.
///
/// # Errors
/// The caller has nothing to do with it, or storage failed.
pub(in crate::incidents) async fn taking_part(
    db: &Db,
    permit: &Permit<RunDeployment>,
    id: DeploymentId,
) -> Result<(Deployment, Vec<Part>), DeploymentError> {
    let found = store::by_id(db.reader(), id).await?;
    let found = found.ok_or(DeploymentError::NotFound)?;
    let mut parts = Vec::new();
    if let Some(town) = permit.also::<AcceptDeployment>() {
        if town.scope().is_everything() {
            parts.push(Part::Coordinator);
        } else if town.scope().covers(found.requester) {
            parts.push(Part::Town);
        }
    }
    let house = permit.also::<ReleaseDeployment>();
    if house.is_some_and(|house| house.scope().covers(found.employer)) {
        parts.push(Part::Employer);
    }
    if own_entry(db, permit.caller().account).await? == Some(found.expert) {
        parts.push(Part::Expert);
    }
    if parts.is_empty() {
        return Err(DeploymentError::NotFound);
    }
    Ok((found, parts))
}

/// The same for whoever wants to do something: as the first side that may.
///
/// # Errors
/// The caller has nothing to do with it, no side of theirs may do this, or storage failed.
pub(super) async fn acting(
    db: &Db,
    permit: &Permit<RunDeployment>,
    (id, act): (DeploymentId, Act),
) -> Result<(Deployment, By), DeploymentError> {
    let (found, parts) = taking_part(db, permit, id).await?;
    let part = parts.into_iter().find(|part| part.may(act));
    let by = By {
        part: part.ok_or(DeploymentError::OtherSide)?,
        actor: permit.actor(),
    };
    Ok((found, by))
}
