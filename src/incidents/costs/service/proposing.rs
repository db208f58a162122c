//! What a sheet holds before somebody writes it.

use super::CostError;
use crate::experts;
use crate::incidents::costs::model::{CostKind, Costs, Stage, TripFacts, propose};
use crate::incidents::deployments::Deployment;
use crate::incidents::service::Kit;
use crate::incidents::store as incidents;
use crate::reference::Region;
use crate::search::masked_distance;

/// What a sheet holds before somebody writes it.
pub(super) async fn unwritten(
    kit: Kit<'_>,
    deployment: &Deployment,
    (stage, kind): (Stage, CostKind),
) -> Result<Costs, CostError> {
    match stage {
        Stage::Estimate => proposal(kit, deployment, kind).await,
        Stage::Actual => Ok(Costs::none(kind)),
    }
}

async fn proposal(
    kit: Kit<'_>,
    deployment: &Deployment,
    kind: CostKind,
) -> Result<Costs, CostError> {
    let (from, until) = (deployment.terms.from, deployment.terms.until);
    let facts = TripFacts {
        is_on_site: deployment.terms.is_on_site,
        from: from.date(),
        until: until.plus_seconds(-1).date().max(from.date()),
        distance_km: distance(kit, deployment).await?,
    };
    Ok(propose(kind, facts))
}

/// How far it is from where whoever helps is based to the town, as a card says it.
async fn distance(kit: Kit<'_>, deployment: &Deployment) -> Result<Option<u16>, CostError> {
    let db = kit.db.reader();
    let entry = experts::load(db, &[deployment.expert]).await?.pop();
    let incident = incidents::by_id(db, deployment.incident).await?;
    let place = |key: &str| -> Option<&Region> {
        let ags = key.parse().ok()?;
        kit.reference.regions.get(ags)
    };
    let base = entry.as_ref().and_then(|entry| place(&entry.profile.base));
    let town = incident.and_then(|incident| incident.place);
    let town = town.as_deref().and_then(place);
    Ok(base
        .zip(town)
        .map(|(base, town)| masked_distance(base, town)))
}
