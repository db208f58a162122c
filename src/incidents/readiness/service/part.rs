//! Who takes part in a deployment, and as what.

use super::ReadinessError;
use crate::access::action::{ReadServedIncidents, ReadTownIncidents};
use crate::access::{Action, Permit, Scope};
use crate::accounts::Secret;
use crate::db::{Db, StorageError};
use crate::experts;
use crate::ids::DeploymentId;
use crate::incidents::deployments::{self, Deployment};
use crate::incidents::readiness::model::Part;
use crate::incidents::requests::{self, Desk};
use crate::incidents::store as incidents;

/// A deployment as somebody takes part in it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Seen {
    pub(in crate::incidents) deployment: Deployment,
    /// As what they do; as what they act first.
    pub(in crate::incidents) parts: Vec<Part>,
}

impl Seen {
    /// As what they act.
    pub(in crate::incidents) fn side(&self) -> Result<Part, ReadinessError> {
        let first = self.parts.first().copied();
        first.ok_or(ReadinessError::NotFound)
    }

    /// Whether they are anything that may do this.
    pub(in crate::incidents) fn any(&self, may: fn(Part) -> bool) -> bool {
        self.parts.iter().copied().any(may)
    }

    /// As what of those that may do this they act.
    pub(in crate::incidents) fn as_any(
        &self,
        may: fn(Part) -> bool,
    ) -> Result<Part, ReadinessError> {
        let found = self.parts.iter().copied().find(|part| may(*part));
        found.ok_or(ReadinessError::NotFound)
    }
}

/// As what somebody takes part in a deployment: helpers first, since that is what they do.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn parts<A: Action>(
    db: &Db,
    permit: &Permit<A>,
    deployment: &Deployment,
) -> Result<Vec<Part>, StorageError> {
    let account = permit.caller().account;
    let own = experts::entry_of_account(db.reader(), account).await?;
    let town = permit.also::<ReadTownIncidents>();
    let town = town.as_ref().map(Permit::scope);
    // A house that sends people is no town, even where it is one for others.
    let house = permit.also::<ReadServedIncidents>();
    let house = house.as_ref().map(Permit::scope);
    let all = [
        (Part::Expert, own == Some(deployment.expert)),
        (
            Part::Town,
            town.is_some_and(|town| !town.is_everything() && town.covers(deployment.requester)),
        ),
        (
            Part::Employer,
            house.is_some_and(|house| house.covers(deployment.employer)),
        ),
        (Part::Coordinator, town.is_some_and(Scope::is_everything)),
    ];
    let named = all.into_iter();
    Ok(named
        .filter_map(|(part, is_one)| is_one.then_some(part))
        .collect())
}

/// A deployment the caller takes part in. Whoever helps and who sends them learn of the town once they are committed, and
/// whoever turned out not to be who they said learns nothing of them any more.
///
/// # Errors
/// Not the caller's to know, or storage failed.
pub(in crate::incidents) async fn seen<A: Action>(
    db: &Db,
    permit: &Permit<A>,
    id: DeploymentId,
) -> Result<Seen, ReadinessError> {
    let found = deployments::by_id(db.reader(), id).await?;
    let deployment = found.ok_or(ReadinessError::NotFound)?;
    let mut parts = parts(db, permit, &deployment).await?;
    let incident = incidents::by_id(db.reader(), deployment.incident).await?;
    let incident = incident.ok_or(ReadinessError::NotFound)?;
    if incident.is_not_genuine() {
        parts.retain(|part| *part == Part::Coordinator);
    } else if !deployment.is_open_in(&incident, db.clock().now()) {
        parts.retain(|part| part.knows_the_town());
    }
    if parts.is_empty() {
        return Err(ReadinessError::NotFound);
    }
    Ok(Seen { deployment, parts })
}

/// The deployment of whoever holds the link of an answer, once they are committed.
///
/// # Errors
/// The link asks nothing or nobody is committed, or storage failed.
pub(in crate::incidents) async fn seen_by_expert(
    desk: &Desk,
    link: &Secret,
) -> Result<Seen, ReadinessError> {
    let asked = requests::asked(desk, link).await?;
    let now = desk.db.clock().now();
    let incident = asked.incident;
    let committed = asked.deployment;
    let committed = committed.filter(|one| one.is_open_in(&incident, now));
    Ok(Seen {
        deployment: committed.ok_or(ReadinessError::NotFound)?,
        parts: vec![Part::Expert],
    })
}

/// A deployment of the incident whose status page a link opens, once it is committed.
///
/// # Errors
/// The link opens none of its incident, nobody is committed, or storage failed.
pub(in crate::incidents) async fn seen_by_town(
    desk: &Desk,
    link: &Secret,
    id: DeploymentId,
) -> Result<Seen, ReadinessError> {
    let (db, now) = (desk.db.reader(), desk.db.clock().now());
    let incident = incidents::of_link(db, &link.hash(), now).await?;
    let incident = incident.ok_or(ReadinessError::NotFound)?;
    let found = deployments::by_id(db, id).await?;
    let found = found.filter(|one| one.is_open_in(&incident, now));
    Ok(Seen {
        deployment: found.ok_or(ReadinessError::NotFound)?,
        parts: vec![Part::Town],
    })
}
