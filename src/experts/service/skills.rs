//! Skills the employer has confirmed: confirming them, and changing them by two.

use serde_json::json;

use super::{ExpertError, Saved, record};
use crate::access::Permit;
use crate::access::action::UpdateExpert;
use crate::clock::Instant;
use crate::db::Db;
use crate::experts::lock::{self, Author, SkillChange};
use crate::experts::model::{Entry, Evidence, Profile};
use crate::experts::store;
use crate::http::IfMatch;
use crate::ids::ExpertId;

/// Confirms, for the employer, all skills that the person of an entry claims; what is known better stays.
///
/// # Errors
/// Not the caller's to see, another version, the own entry, nothing but the person's own to say, or storage failed.
pub async fn confirm_skills(
    db: &Db,
    permit: &Permit<UpdateExpert>,
    (id, if_match): (ExpertId, IfMatch),
) -> Result<Saved, ExpertError> {
    let mut txn = db.begin().await?;
    store::hold(&txn, id).await?;
    let entry = store::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(ExpertError::NotFound)?;
    // Nobody vouches for what was claimed after they looked.
    if_match
        .check(entry.version)
        .map_err(ExpertError::Version)?;
    let is_own = entry.account == Some(permit.caller().account);
    if is_own || !permit.scope().covers(entry.organisation) {
        return Err(ExpertError::NotYours(
            "a manager confirms skills, and nobody the own ones",
        ));
    }
    let mut profile = entry.profile.clone();
    let claimed = profile.skills.iter_mut();
    let claimed: Vec<_> = claimed
        .filter(|skill| skill.evidence == Evidence::SelfDeclared)
        .map(|skill| {
            skill.evidence = Evidence::Employer;
            skill.id.clone()
        })
        .collect();
    store::touch(&txn, &entry, entry.headcount).await?;
    store::replace_profile(&txn, id, &profile).await?;
    let details = json!({ "skills": claimed });
    record(
        &mut txn,
        permit.actor(),
        "expert.skills_confirmed",
        id,
        details,
    );
    Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    })
}

/// Lets what the employer confirmed stand until both want it changed; what still waits for the other side.
pub(super) fn settled(
    changed: &mut Profile,
    entry: &Entry,
    (by, at): (Author, Instant),
) -> Vec<SkillChange> {
    // Nobody could agree for a person who has no account.
    if entry.account.is_none() {
        return Vec::new();
    }
    let wanted = std::mem::take(&mut changed.skills);
    let held = &entry.profile.skills;
    let (skills, waiting) = lock::settle(held, wanted, &entry.skill_changes, (by, at));
    changed.skills = skills;
    waiting
}

/// Drops a change of a confirmed skill that waits: by whoever wanted it, or by whoever does not agree.
///
/// # Errors
/// Not the caller's to see, nothing waits about this skill, or storage failed.
pub async fn drop_skill_change(
    db: &Db,
    permit: &Permit<UpdateExpert>,
    (id, term): (ExpertId, &str),
) -> Result<Saved, ExpertError> {
    let mut txn = db.begin().await?;
    store::hold(&txn, id).await?;
    let entry = store::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(ExpertError::NotFound)?;
    let (dropped, left): (Vec<_>, Vec<_>) = entry
        .skill_changes
        .iter()
        .cloned()
        .partition(|change| change.id == term);
    if dropped.is_empty() {
        return Err(ExpertError::NotFound);
    }
    store::touch(&txn, &entry, entry.headcount).await?;
    store::replace_skill_changes(&txn, id, &left).await?;
    let details = json!({ "skill": term });
    record(
        &mut txn,
        permit.actor(),
        "expert.skill_change_dropped",
        id,
        details,
    );
    Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    })
}
