//! Who takes part in a deployment, and as what.

use super::ReadinessError;
use crate::access::Permit;
use crate::accounts::Secret;
use crate::db::Db;
use crate::ids::DeploymentId;
use crate::incidents::deployments::{self, Deployment, Standing, TakesPart};
use crate::incidents::readiness::model::Part;
use crate::incidents::requests::{self, Desk};
use crate::incidents::store as incidents;

/// A deployment as somebody takes part in it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Seen {
    pub(in crate::incidents) deployment: Deployment,
    /// All that they are to it.
    pub(in crate::incidents) parts: Vec<Part>,
}

impl Seen {
    /// As what they act.
    pub(in crate::incidents) fn side(&self) -> Result<Part, ReadinessError> {
        self.as_any(|_| true)
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
        let mut ranked = Part::RANKED.into_iter();
        let found = ranked.find(|part| self.parts.contains(part) && may(*part));
        found.ok_or(ReadinessError::NotFound)
    }
}

/// A deployment the caller takes part in. Whoever helps and who sends them learn of the town once they are committed, and
/// whoever turned out not to be who they said learns nothing of them any more.
///
/// # Errors
/// Not the caller's to know, or storage failed.
pub(in crate::incidents) async fn seen<A: TakesPart>(
    db: &Db,
    permit: &Permit<A>,
    id: DeploymentId,
) -> Result<Seen, ReadinessError> {
    let found = deployments::by_id(db.reader(), id).await?;
    let deployment = found.ok_or(ReadinessError::NotFound)?;
    let mut parts = Standing::of(db, permit).await?.parts(&deployment);
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
