//! The town says which skills it saw; whoever helped takes it back.

use sea_orm::ConnectionTrait;
use serde_json::json;

use super::{ReviewError, ended};
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::accounts::AccountNotice;
use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::experts::{self, Evidence, Skill};
use crate::ids::DeploymentId;
use crate::incidents::deployments::{Deployment, Part, taking_part};
use crate::incidents::requests;
use crate::incidents::review::model::{Prover, may_mark, provable};
use crate::incidents::review::store::{self, Mark};
use crate::incidents::service::Kit;
use crate::input::FieldError;

/// A skill of the need that the entry holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::incidents) struct ProvenSkill {
    /// As it is held now.
    pub(in crate::incidents) skill: Skill,
    /// The town saw it.
    pub(in crate::incidents) is_proven: bool,
    /// Whoever helped took that back: it is not said again.
    pub(in crate::incidents) is_taken_back: bool,
}

/// Skills a town may say it saw, with what it said.
///
/// # Errors
/// Storage failed.
pub(super) async fn proven_skills<C: ConnectionTrait>(
    kit: Kit<'_>,
    db: &C,
    deployment: &Deployment,
) -> Result<Vec<ProvenSkill>, ReviewError> {
    let marks = store::marks(db, deployment.id).await?;
    let held = provable_skills(kit, db, deployment).await?.into_iter();
    let shown = held.map(|skill| {
        let mark = marks.iter().find(|mark| mark.term == skill.id);
        ProvenSkill {
            is_proven: mark.is_some_and(|mark| mark.taken_back.is_none()),
            is_taken_back: mark.is_some_and(|mark| mark.taken_back.is_some()),
            skill,
        }
    });
    Ok(shown.collect())
}

async fn provable_skills<C: ConnectionTrait>(
    kit: Kit<'_>,
    db: &C,
    deployment: &Deployment,
) -> Result<Vec<Skill>, StorageError> {
    let needs = requests::needs_of(db, deployment.request).await?;
    let need = needs.into_iter().find(|need| need.id == deployment.need);
    let entry = experts::load(db, &[deployment.expert]).await?.pop();
    let both = entry.zip(need);
    Ok(both.map_or_else(Vec::new, |(entry, need)| {
        let taxonomy = &kit.reference.taxonomy;
        provable(taxonomy, &entry.profile.skills, &need.wanted)
    }))
}

/// Says which skills the town saw: the town and the desk all of them anew, within 90 days; whoever helped those that are
/// to stand. What a reader must have seen to see it.
///
/// # Errors
/// Not the caller's to know or to say, not over, too late, not held or not of the need, or storage failed.
pub(in crate::incidents) async fn prove(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    (id, wanted): (DeploymentId, &[String]),
) -> Result<i64, ReviewError> {
    let (deployment, parts) = taking_part(kit.db, permit, id).await?;
    let prover = Prover::of(&parts).ok_or(ReviewError::OtherSide)?;
    let end = ended(&deployment)?;
    let mut txn = kit.db.begin().await?;
    requests::hold(&txn, deployment.request).await?;
    if prover == Prover::Town && !may_mark(end, txn.now()) {
        return Err(ReviewError::Late);
    }
    let marks = store::marks(txn.connection(), id).await?;
    let held = provable_skills(kit, txn.connection(), &deployment).await?;
    let added = added(prover, wanted, (&marks, &held))?;
    let stands = |mark: &&Mark| mark.taken_back.is_none();
    let mut removed: Vec<&Mark> = marks.iter().filter(stands).collect();
    removed.retain(|mark| !wanted.contains(&mark.term));
    add(&mut txn, &deployment, &added, permit.actor()).await?;
    remove(&mut txn, &deployment, prover, &removed).await?;
    let removed: Vec<&str> = removed.iter().map(|mark| mark.term.as_str()).collect();
    record(
        &mut txn,
        (id, permit.actor()),
        ("deployment.skills_proven", json!(added)),
    );
    let taken = ("deployment.skills_not_proven", json!(removed));
    record(&mut txn, (id, permit.actor()), taken);
    Ok(txn.commit().await?.generation)
}

/// What is said anew; only what the entry holds of the need, and was not taken back.
fn added(
    prover: Prover,
    wanted: &[String],
    (marks, held): (&[Mark], &[Skill]),
) -> Result<Vec<String>, ReviewError> {
    let (mut added, mut errors): (Vec<String>, Vec<FieldError>) = (Vec::new(), Vec::new());
    for (position, term) in wanted.iter().enumerate() {
        let mark = marks.iter().find(|mark| mark.term == *term);
        let is_held = held.iter().any(|skill| skill.id == *term);
        let refused = match (mark.map(|mark| mark.taken_back.is_some()), prover) {
            (Some(false), _) => continue,
            (Some(true), _) => Some(("taken_back", "whoever helped took this back")),
            (None, Prover::Oneself) => Some(("not_marked", "the town says what it saw")),
            (None, Prover::Town) if is_held => None,
            (None, Prover::Town) => Some(("not_held", "not a skill of the need that is held")),
        };
        match refused {
            Some((code, detail)) => {
                let pointer = format!("/skills/{position}");
                errors.push(FieldError::new(pointer, code, detail));
            }
            None if added.contains(term) => {}
            None => added.push(term.clone()),
        }
    }
    if errors.is_empty() {
        return Ok(added);
    }
    Err(ReviewError::Invalid(errors))
}

/// Raises the evidence, and tells the person.
async fn add(
    txn: &mut Txn,
    deployment: &Deployment,
    added: &[String],
    by: Actor,
) -> Result<(), ReviewError> {
    if added.is_empty() {
        return Ok(());
    }
    let standing = store::of_entry(txn.connection(), deployment.expert).await?;
    let known = experts::prove(txn, deployment.expert, added).await?;
    for (term, evidence) in known {
        let known_as = before(&standing, &term).unwrap_or(evidence);
        let whose = (deployment.id, deployment.expert);
        store::insert_mark(txn, whose, (&term, known_as), by).await?;
    }
    let entry = experts::load(txn.connection(), &[deployment.expert]).await?;
    if let Some(person) = entry.into_iter().find_map(|entry| entry.account) {
        AccountNotice::SkillsProven.plan_daily(txn, person);
    }
    Ok(())
}

/// How a skill was known before any deployment proved it.
fn before(standing: &[Mark], term: &str) -> Option<Evidence> {
    let mark = standing.iter().find(|mark| mark.term == term);
    mark.map(|mark| mark.known_as)
}

/// Lets skills be known as before, unless another deployment proves them, too.
async fn remove(
    txn: &mut Txn,
    deployment: &Deployment,
    prover: Prover,
    removed: &[&Mark],
) -> Result<(), ReviewError> {
    if removed.is_empty() {
        return Ok(());
    }
    let mut others = store::of_entry(txn.connection(), deployment.expert).await?;
    others.retain(|mark| mark.deployment != deployment.id);
    let mut known = Vec::new();
    for mark in removed {
        if before(&others, &mark.term).is_none() {
            known.push((mark.term.clone(), mark.known_as));
        }
        let which = (deployment.id, mark.term.as_str());
        match prover {
            Prover::Town => store::delete_mark(txn, which).await?,
            Prover::Oneself => store::take_back(txn, which).await?,
        }
    }
    experts::unprove(txn, deployment.expert, &known).await?;
    Ok(())
}

/// Says whether the town may be named on the certificate. The town alone does, or the desk on its behalf.
///
/// # Errors
/// Not the caller's to know or to say, not over, or storage failed.
pub(in crate::incidents) async fn set_naming(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    (id, is_named): (DeploymentId, bool),
) -> Result<i64, ReviewError> {
    let (deployment, parts) = taking_part(kit.db, permit, id).await?;
    let speaks = |part: &Part| matches!(part, Part::Town | Part::Coordinator);
    if !parts.iter().any(speaks) {
        return Err(ReviewError::OtherSide);
    }
    ended(&deployment)?;
    let mut txn = kit.db.begin().await?;
    let is_changed = if is_named {
        store::name_town(&txn, id, permit.actor()).await?
    } else {
        store::unname_town(&txn, id).await?
    };
    if !is_changed {
        txn.rollback().await?;
        return Ok(kit.db.generation().await?);
    }
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "deployment.town_named",
        subject: id.to_string(),
        details: json!({ "may_be_named": is_named }),
    });
    Ok(txn.commit().await?.generation)
}

fn record(
    txn: &mut Txn,
    (id, actor): (DeploymentId, Actor),
    (action, skills): (&'static str, serde_json::Value),
) {
    if skills.as_array().is_none_or(Vec::is_empty) {
        return;
    }
    txn.audit(AuditEntry {
        actor,
        action,
        subject: id.to_string(),
        details: json!({ "skills": skills }),
    });
}
