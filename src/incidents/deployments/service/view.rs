//! Deployments as their sides see them.

use strum::VariantArray;

use super::DeploymentError;
use crate::access::Permit;
use crate::access::action::{ReadDeployments, ReleaseDeployment};
use crate::db::Db;
use crate::experts;
use crate::ids::{AccountId, DeploymentId, ExpertId, OrganisationId};
use crate::incidents::deployments::model::{Deployment, DeploymentState};
use crate::incidents::deployments::store;
use crate::incidents::model::Incident;
use crate::incidents::requests;
use crate::incidents::store as incidents;
use crate::matching::NewNeed;

/// A deployment the caller has to do with.
///
/// # Errors
/// Not the caller's to know, or storage failed.
pub(in crate::incidents) async fn show(
    db: &Db,
    permit: &Permit<ReadDeployments>,
    id: DeploymentId,
) -> Result<Deployment, DeploymentError> {
    let own = own_entry(db, permit.caller().account).await?;
    let found = store::find(db.reader(), (permit.scope(), own), id).await?;
    found.ok_or(DeploymentError::NotFound)
}

/// Deployments the caller has to do with, newest first.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn list(
    db: &Db,
    permit: &Permit<ReadDeployments>,
    (before, limit): (Option<DeploymentId>, u64),
) -> Result<Vec<Deployment>, DeploymentError> {
    let own = own_entry(db, permit.caller().account).await?;
    let after = (before, limit + 1);
    Ok(store::list(db.reader(), (permit.scope(), own), after).await?)
}

/// Those of a house that wait for its word or for the town's, and those that are not over, oldest first.
///
/// # Errors
/// Not the caller's house, or storage failed.
pub(in crate::incidents) async fn of_house(
    db: &Db,
    permit: &Permit<ReleaseDeployment>,
    house: OrganisationId,
) -> Result<Vec<Deployment>, DeploymentError> {
    if !permit.scope().covers(house) {
        return Err(DeploymentError::NotFound);
    }
    let now = db.clock().now();
    let holding = DeploymentState::VARIANTS.iter().copied();
    let holding: Vec<_> = holding.filter(|state| state.holds_a_place()).collect();
    let mut found = store::of_employer(db.reader(), house, &holding).await?;
    found.retain(|one| one.is_pending() || now < one.terms.until);
    Ok(found)
}

/// A deployment with what is told of it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Brief {
    pub(in crate::incidents) deployment: Deployment,
    /// The public name; none once the entry was erased.
    pub(in crate::incidents) alias: Option<String>,
    /// What they do.
    pub(in crate::incidents) need: Option<NewNeed>,
    pub(in crate::incidents) incident: Option<Incident>,
}

/// What is told of deployments.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn briefs(
    db: &Db,
    found: Vec<Deployment>,
) -> Result<Vec<Brief>, DeploymentError> {
    let reader = db.reader();
    let ids: Vec<_> = found.iter().map(|one| one.expert).collect();
    let entries = experts::load(reader, &ids).await?;
    let mut briefs = Vec::with_capacity(found.len());
    for deployment in found {
        let needs = requests::needs_of(reader, deployment.request).await?;
        let need = needs.into_iter().find(|need| need.id == deployment.need);
        let entry = entries.iter().find(|entry| entry.id == deployment.expert);
        briefs.push(Brief {
            alias: entry.map(|entry| entry.alias.clone()),
            need: need.map(|need| need.wanted),
            incident: incidents::by_id(reader, deployment.incident).await?,
            deployment,
        });
    }
    Ok(briefs)
}

pub(super) async fn own_entry(
    db: &Db,
    account: AccountId,
) -> Result<Option<ExpertId>, DeploymentError> {
    Ok(experts::entry_of_account(db.reader(), account).await?)
}
