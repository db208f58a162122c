//! A deployment is to last longer: the town asks, whoever helps and their employer say yes, and it does.

use std::collections::HashMap;

use super::DeploymentError;
use super::acceptance::of_town;
use super::extension_news::{tell_extension, tell_house_extension};
use super::part::{By, acting};
use super::proposing::{days_promised, record};
use super::running::{close, note, open, plan_reminder};
use super::said;
use super::town_news::tell_town_news;
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::accounts::Secret;
use crate::clock::Instant;
use crate::db::{Actor, Db, Job, StorageError, Txn};
use crate::experts::{self, Commitment, EntryKind};
use crate::ids::{self, DeploymentId};
use crate::incidents::deployments::model::{
    Act, Deployment, Extension, ExtensionDecision, ExtensionRefused, Outcome, Part,
    STANDING_RELEASE, due, extended, may_be_asked,
};
use crate::incidents::deployments::store;
use crate::incidents::requests::Desk;
use crate::incidents::store as incidents;
use crate::input::FieldError;
use crate::organisations;

/// The kind of job that ends the time in which a longer end can be agreed.
pub(in crate::incidents) const EXTENSION_DUE: &str = "help.extension_due";

/// Asks for a later end, for whoever is signed in.
///
/// # Errors
/// Not the caller's to know or to ask, not running, asked for already or too often, an end that cannot be, or storage failed.
pub(in crate::incidents) async fn ask_extension(
    desk: &Desk,
    permit: &Permit<RunDeployment>,
    (id, until): (DeploymentId, Instant),
) -> Result<(Deployment, i64), DeploymentError> {
    let (found, by) = acting(&desk.db, permit, (id, Act::AskForMore)).await?;
    ask(desk, (&found, until), by).await
}

/// The same by the link of the status page.
///
/// # Errors
/// The link opens none of its incident, else likewise.
pub(in crate::incidents) async fn ask_extension_by_town(
    desk: &Desk,
    link: &Secret,
    (id, until): (DeploymentId, Instant),
) -> Result<(Deployment, i64), DeploymentError> {
    let found = of_town(desk, link, id).await?;
    let by = By {
        part: Part::Town,
        actor: Actor::Service,
    };
    ask(desk, (&found, until), by).await
}

async fn ask(
    desk: &Desk,
    (found, until): (&Deployment, Instant),
    by: By,
) -> Result<(Deployment, i64), DeploymentError> {
    let (mut txn, deployment) = open(desk, found).await?;
    let now = txn.now();
    let until = extended(&deployment, until, now).map_err(refused)?;
    let before = store::extensions_of(txn.connection(), &[deployment.id]).await?;
    may_be_asked(&before, now)?;
    let entry = experts::load(txn.connection(), &[deployment.expert]).await?;
    let entry = entry.into_iter().next().ok_or(DeploymentError::NotFound)?;
    let incident = incidents::by_id(txn.connection(), deployment.incident).await?;
    let incident = incident.ok_or(DeploymentError::NotFound)?;
    let extension = Extension {
        id: ids::ordered(now),
        deployment: deployment.id,
        until,
        asked_at: now,
        due_at: due(now, incident.phase, false).min(deployment.terms.until),
        // A capacity has nobody to ask but its house.
        expert_at: (entry.kind == EntryKind::Capacity).then_some(now),
        employer_at: None,
        closed: None,
    };
    store::insert_extension(&txn, &extension, by.actor).await?;
    note(&mut txn, ("deployment.extension_asked", &deployment), by);
    organisations::hold(&txn, deployment.employer).await?;
    let longer = Commitment {
        from: deployment.terms.until,
        until,
    };
    let promised = days_promised(&txn, deployment.employer).await?;
    let is_covered = experts::is_covered(&txn, &entry, (longer, false), promised).await?;
    said::extension_asked(&txn, (&deployment, &extension), by, is_covered).await?;
    if is_covered {
        store::say_employer(&txn, extension.id, STANDING_RELEASE).await?;
    } else {
        tell_house_extension(&mut txn, deployment.id);
    }
    tell_extension(&mut txn, deployment.id);
    txn.enqueue(Job {
        kind: EXTENSION_DUE,
        key: format!("{EXTENSION_DUE} {}", extension.id),
        subject: deployment.id.0,
        run_at: extension.due_at,
    });
    decide(&mut txn, &deployment).await?;
    store::touch(&txn, deployment.id).await?;
    close(txn, desk, found).await
}

fn refused(no: ExtensionRefused) -> DeploymentError {
    let (code, detail) = match no {
        ExtensionRefused::NotNow => return DeploymentError::NotAsked,
        ExtensionRefused::NotLater => ("range", "it ends then already, or before".to_owned()),
        ExtensionRefused::PastBlock(latest) => (
            "block",
            format!("seven days more at a time: {latest} at the latest"),
        ),
        ExtensionRefused::TooLong(Some(latest)) => (
            "rest",
            format!("fourteen days without a break are the most: {latest} at the latest"),
        ),
        ExtensionRefused::TooLong(None) => (
            "rest",
            "fourteen days without a break are the most: let somebody else take over".to_owned(),
        ),
    };
    DeploymentError::Invalid(vec![FieldError::new("/until", code, detail)])
}

/// Whoever helps, or their employer, says yes or no.
///
/// # Errors
/// Not the caller's to know or to say, nothing is asked, committed elsewhere then, or storage failed.
pub(in crate::incidents) async fn answer_extension(
    desk: &Desk,
    permit: &Permit<RunDeployment>,
    (id, decision): (DeploymentId, ExtensionDecision),
) -> Result<(Deployment, i64), DeploymentError> {
    let found = acting(&desk.db, permit, (id, Act::StayOn)).await;
    let (found, by) = match found {
        Err(DeploymentError::OtherSide) => {
            acting(&desk.db, permit, (id, Act::ReleaseForMore)).await?
        }
        found => found?,
    };
    answer(desk, (&found, decision), by).await
}

/// Whoever helps says so by the link by which they said yes; the caller found the deployment by it.
///
/// # Errors
/// Nothing is asked of them, committed elsewhere then, or storage failed.
pub(in crate::incidents) async fn answer_extension_as_expert(
    desk: &Desk,
    found: &Deployment,
    decision: ExtensionDecision,
) -> Result<(Deployment, i64), DeploymentError> {
    let by = By {
        part: Part::Expert,
        actor: Actor::Service,
    };
    answer(desk, (found, decision), by).await
}

/// Says yes or no as a side; the caller made sure of it.
///
/// # Errors
/// Nothing is asked of that side, committed elsewhere then, or storage failed.
async fn answer(
    desk: &Desk,
    (found, decision): (&Deployment, ExtensionDecision),
    by: By,
) -> Result<(Deployment, i64), DeploymentError> {
    let (mut txn, deployment) = open(desk, found).await?;
    let last = store::last_extension(txn.connection(), deployment.id).await?;
    let now = txn.now();
    let extension = last.filter(|one| one.is_asked(now));
    let extension = extension.ok_or(DeploymentError::NotAsked)?;
    let said = if by.part == Part::Expert {
        extension.expert_at
    } else {
        extension.employer_at
    };
    if said.is_some() && decision == ExtensionDecision::Agree {
        // Said twice, it was said.
        txn.rollback().await?;
        return Ok((deployment, desk.db.generation().await?));
    }
    let about = (&deployment, &extension);
    said::extension_answered(&txn, about, (decision, by)).await?;
    note(&mut txn, ("deployment.extension_answered", &deployment), by);
    match (decision, by.part) {
        (ExtensionDecision::Refuse, _) => {
            store::close_extension(&txn, extension.id, Outcome::Refused).await?;
            tell_town_news(&mut txn, deployment.id);
        }
        (ExtensionDecision::Agree, Part::Expert) => {
            store::say_expert(&txn, extension.id).await?;
        }
        (ExtensionDecision::Agree, Part::Employer | Part::Town | Part::Coordinator) => {
            let word = by.actor.to_string();
            store::say_employer(&txn, extension.id, &word).await?;
        }
    }
    decide(&mut txn, &deployment).await?;
    store::touch(&txn, deployment.id).await?;
    close(txn, desk, found).await
}

/// Makes it longer once both said yes.
async fn decide(txn: &mut Txn, deployment: &Deployment) -> Result<(), DeploymentError> {
    let last = store::last_extension(txn.connection(), deployment.id).await?;
    let Some(extension) = last.filter(|one| one.is_open() && one.has_both_keys()) else {
        return Ok(());
    };
    let moved = (deployment.id.0, extension.until);
    if !experts::recommit(txn, deployment.expert, moved).await? {
        let entry = experts::load(txn.connection(), &[deployment.expert]).await?;
        let entry = entry.into_iter().next().ok_or(DeploymentError::NotFound)?;
        let seconds = extension.until.as_seconds() - deployment.terms.until.as_seconds();
        let from = deployment.terms.until;
        let free = experts::next_free(&entry.commitments, from, seconds);
        return Err(DeploymentError::Booked(free));
    }
    if !store::prolong(txn, deployment, extension.until).await? {
        return Err(DeploymentError::NotAsked);
    }
    store::close_extension(txn, extension.id, Outcome::Agreed).await?;
    record(txn, Actor::Service, "deployment.extended", deployment);
    plan_reminder(txn, deployment, extension.until);
    tell_town_news(txn, deployment.id);
    tell_extension(txn, deployment.id);
    Ok(())
}

/// Nobody is asked for longer any more: it ends otherwise.
pub(super) async fn give_up(txn: &mut Txn, id: DeploymentId) -> Result<(), StorageError> {
    let last = store::last_extension(txn.connection(), id).await?;
    if let Some(open) = last.filter(Extension::is_open) {
        store::close_extension(txn, open.id, Outcome::Lapsed).await?;
    }
    Ok(())
}

/// Ends the time in which a longer end could be agreed.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn lapse_extension(
    desk: &Desk,
    id: DeploymentId,
) -> Result<(), StorageError> {
    let Some(found) = store::by_id(desk.db.reader(), id).await? else {
        return Ok(());
    };
    let mut txn = desk.db.begin().await?;
    crate::incidents::requests::hold(&txn, found.request).await?;
    let last = store::last_extension(txn.connection(), id).await?;
    let now = txn.now();
    let is_late = |one: &Extension| one.is_open() && one.due_at <= now;
    let Some(late) = last.filter(is_late) else {
        return Ok(());
    };
    store::close_extension(&txn, late.id, Outcome::Lapsed).await?;
    said::extension_lapsed(&txn, (&found, &late)).await?;
    store::touch(&txn, id).await?;
    record(
        &mut txn,
        Actor::Service,
        "deployment.extension_lapsed",
        &found,
    );
    tell_town_news(&mut txn, id);
    txn.commit().await?;
    Ok(())
}

/// The later end that was asked for last, of each of which one was.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn last_extensions(
    db: &Db,
    of: &[DeploymentId],
) -> Result<HashMap<DeploymentId, Extension>, DeploymentError> {
    // The last of each stays.
    let asked = store::extensions_of(db.reader(), of).await?;
    Ok(asked.into_iter().map(|one| (one.deployment, one)).collect())
}
