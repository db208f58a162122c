//! What a town saw in a deployment: the only place where a skill becomes proven.

use crate::db::{ChangeKind, StorageError, Txn};
use crate::experts::lock::still_waiting;
use crate::experts::model::{Entry, Evidence, Profile};
use crate::experts::store;
use crate::ids::ExpertId;

/// Raises these skills to proven in a deployment; how each was known until then. What the entry does not hold is left
/// out.
///
/// # Errors
/// Storage failed.
pub async fn prove(
    txn: &mut Txn,
    id: ExpertId,
    terms: &[String],
) -> Result<Vec<(String, Evidence)>, StorageError> {
    let Some(entry) = held(txn, id).await? else {
        return Ok(Vec::new());
    };
    let mut profile = entry.profile.clone();
    let mut known = Vec::new();
    for skill in &mut profile.skills {
        if terms.contains(&skill.id) {
            known.push((skill.id.clone(), skill.evidence));
            skill.evidence = Evidence::Deployment;
        }
    }
    keep(txn, &entry, &profile).await?;
    Ok(known)
}

/// Lets skills be known as they were before. One that is known otherwise since, or not held any more, stays as it is.
///
/// # Errors
/// Storage failed.
pub async fn unprove(
    txn: &mut Txn,
    id: ExpertId,
    known: &[(String, Evidence)],
) -> Result<(), StorageError> {
    let Some(entry) = held(txn, id).await? else {
        return Ok(());
    };
    let mut profile = entry.profile.clone();
    for skill in &mut profile.skills {
        let before = known.iter().find(|(term, _)| *term == skill.id);
        if let Some((_, evidence)) = before.filter(|_| skill.evidence == Evidence::Deployment) {
            skill.evidence = *evidence;
        }
    }
    keep(txn, &entry, &profile).await
}

async fn held(txn: &Txn, id: ExpertId) -> Result<Option<Entry>, StorageError> {
    store::hold(txn, id).await?;
    Ok(store::load(txn.connection(), &[id]).await?.pop())
}

async fn keep(txn: &mut Txn, entry: &Entry, profile: &Profile) -> Result<(), StorageError> {
    if *profile == entry.profile {
        return Ok(());
    }
    store::touch(txn, entry, entry.headcount).await?;
    store::replace_profile(txn, entry.id, profile).await?;
    let waiting = still_waiting(&profile.skills, &entry.skill_changes);
    if waiting != entry.skill_changes {
        store::replace_skill_changes(txn, entry.id, &waiting).await?;
    }
    txn.changed(ChangeKind::Expert, entry.id.0);
    Ok(())
}
