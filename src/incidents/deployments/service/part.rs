//! What the caller is to a deployment.

use super::DeploymentError;
use super::view::own_entry;
use crate::access::action::{
    AcceptDeployment, ReadArrivalSheet, ReadDeployments, ReadServedIncidents, ReadTownIncidents,
    ReleaseDeployment, RunDeployment,
};
use crate::access::{Action, Permit, Scope};
use crate::db::{Actor, Db};
use crate::ids::{DeploymentId, ExpertId};
use crate::incidents::deployments::model::{Act, Deployment, Part};
use crate::incidents::deployments::store;

/// A right under which somebody takes part, with the rights that tell as what: for reading those that read and for acting
/// those that act, so that a token opens no more and no less than it was made for.
pub(in crate::incidents) trait TakesPart: Action {
    /// Of the town and of the desk.
    type Town: Action;
    /// Of the house that sends people. It is no town, even where it is one for others.
    type House: Action;
}

impl TakesPart for ReadDeployments {
    type Town = ReadTownIncidents;
    type House = ReadServedIncidents;
}

impl TakesPart for ReadArrivalSheet {
    type Town = ReadTownIncidents;
    type House = ReadServedIncidents;
}

impl TakesPart for RunDeployment {
    type Town = AcceptDeployment;
    type House = ReleaseDeployment;
}

/// What tells as what the caller takes part; asked once for all deployments.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Standing {
    town: Option<Scope>,
    house: Option<Scope>,
    own: Option<ExpertId>,
}

impl Standing {
    /// Of whoever holds a permit.
    ///
    /// # Errors
    /// Storage failed.
    pub(in crate::incidents) async fn of<A: TakesPart>(
        db: &Db,
        permit: &Permit<A>,
    ) -> Result<Self, DeploymentError> {
        let own = own_entry(db, permit.caller().account).await?;
        let town = permit.also::<A::Town>();
        let house = permit.also::<A::House>();
        Ok(Self {
            town: town.map(|town| town.scope().clone()),
            house: house.map(|house| house.scope().clone()),
            own,
        })
    }

    /// All that they are to a deployment.
    pub(in crate::incidents) fn parts(&self, deployment: &Deployment) -> Vec<Part> {
        let town = self.town.as_ref().and_then(|town| {
            let is_own = town.covers(deployment.requester);
            if town.is_everything() {
                Some(Part::Coordinator)
            } else {
                is_own.then_some(Part::Town)
            }
        });
        let house = self.house.as_ref();
        let sends = house.is_some_and(|house| house.covers(deployment.employer));
        let helps = self.own == Some(deployment.expert);
        let house = sends.then_some(Part::Employer);
        let all = [town, house, helps.then_some(Part::Expert)];
        all.into_iter().flatten().collect()
    }
}

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
    let parts = Standing::of(db, permit).await?.parts(&found);
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
