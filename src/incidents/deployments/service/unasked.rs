//! Yes that wait for an employer nobody could be asked of.

use std::collections::{HashMap, HashSet};

use crate::db::{Db, StorageError};
use crate::ids::DeploymentId;
use crate::incidents::deployments::model::{Deployment, DeploymentState};
use crate::incidents::deployments::store;
use crate::organisations;

/// Those of these that nobody was asked to release, with the duty telephone of the house: the desk phones it, else the
/// yes lapses and nobody knows why.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn unasked(
    db: &Db,
    deployments: &[Deployment],
) -> Result<HashMap<DeploymentId, Option<String>>, StorageError> {
    let waiting = deployments
        .iter()
        .filter(|one| one.state == DeploymentState::Agreed);
    let waiting: Vec<&Deployment> = waiting.collect();
    let ids: Vec<DeploymentId> = waiting.iter().map(|one| one.id).collect();
    let asked: HashSet<DeploymentId> = store::asked_among(db.reader(), &ids).await?;
    let mut unasked = HashMap::new();
    for one in waiting.into_iter().filter(|one| !asked.contains(&one.id)) {
        let house = organisations::by_id(db.reader(), one.employer).await?;
        unasked.insert(one.id, house.and_then(|house| house.duty_phone));
    }
    Ok(unasked)
}
