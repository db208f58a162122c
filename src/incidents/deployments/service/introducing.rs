//! Who is released, as the town is told.

use std::collections::{HashMap, HashSet};

use super::DeploymentError;
use crate::db::Db;
use crate::experts;
use crate::ids::{DeploymentId, NeedId, OrganisationId, RequestId};
use crate::incidents::deployments::introduction::{CostBasis, Introduction};
use crate::incidents::deployments::model::Deployment;
use crate::incidents::legal;
use crate::incidents::requests;
use crate::matching::NewNeed;
use crate::organisations;
use crate::reference::Reference;

/// What a town is told of each of these that are released and needed; of others, nothing. Whoever asks shows it to the
/// town alone, or to whoever speaks for it.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn introductions(
    db: &Db,
    reference: &Reference,
    found: &[&Deployment],
) -> Result<HashMap<DeploymentId, Introduction>, DeploymentError> {
    let now = db.clock().now();
    let mut released = found.to_vec();
    released.retain(|one| one.is_introduced(now));
    if released.is_empty() {
        return Ok(HashMap::new());
    }
    let matrix = legal::matrix(db.reader()).await?;
    let needs = needs(db, &released).await?;
    let ids: Vec<_> = released.iter().map(|one| one.expert).collect();
    let entries = experts::load(db.reader(), &ids).await?;
    let sides = released
        .iter()
        .flat_map(|one| [one.employer, one.requester]);
    let sides: Vec<OrganisationId> = sides.collect();
    let houses = organisations::by_ids(db.reader(), &sides).await?;
    let house = |id| houses.iter().find(|house| house.id == id);
    let mut listed: HashMap<OrganisationId, usize> = HashMap::new();
    let mut told = HashMap::new();
    for deployment in released {
        let entry = entries.iter().find(|entry| entry.id == deployment.expert);
        let about = entry.zip(needs.get(&deployment.need));
        let sides = house(deployment.employer).zip(house(deployment.requester));
        let (Some(about), Some((sender, receiver))) = (about, sides) else {
            continue;
        };
        let count = match listed.get(&sender.id) {
            Some(count) => *count,
            None => experts::listed(db, sender.id).await?,
        };
        listed.insert(sender.id, count);
        let forms = (sender.legal_form, receiver.legal_form);
        let cost = CostBasis::of_deployment(&matrix, deployment, forms);
        let introduction = Introduction::new(&reference.taxonomy, about, (sender, count), cost);
        told.insert(deployment.id, introduction);
    }
    Ok(told)
}

/// The needs of the requests of these.
async fn needs(
    db: &Db,
    released: &[&Deployment],
) -> Result<HashMap<NeedId, NewNeed>, DeploymentError> {
    let asked: HashSet<RequestId> = released.iter().map(|one| one.request).collect();
    let mut needs = HashMap::new();
    for request in asked {
        let of_request = requests::needs_of(db.reader(), request).await?;
        needs.extend(of_request.into_iter().map(|need| (need.id, need.wanted)));
    }
    Ok(needs)
}
