//! Each side says how it went.

use serde_json::json;

use super::proving::{ProvenSkill, proven_skills};
use super::{ReviewError, check, ended};
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::clock::Instant;
use crate::db::{AuditEntry, StorageError};
use crate::experts::{self, EntryKind};
use crate::ids::DeploymentId;
use crate::incidents::deployments::{Deployment, DeploymentError, Part, taking_part};
use crate::incidents::requests;
use crate::incidents::review::model::{Prover, Review, ReviewTexts, Timing, may_mark, writes_as};
use crate::incidents::review::store;
use crate::incidents::service::Kit;

/// What is said after a deployment, as one of its sides sees it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Afterwards {
    pub(in crate::incidents) deployment: Deployment,
    /// All that the caller is to it.
    pub(in crate::incidents) parts: Vec<Part>,
    /// As which side the caller may write now.
    pub(in crate::incidents) writes: Option<Part>,
    /// Until when, unless all wrote before.
    pub(in crate::incidents) writes_until: Instant,
    /// The sides read each other's.
    pub(in crate::incidents) is_visible: bool,
    /// What the own side wrote, and, once it is visible, what the others did.
    pub(in crate::incidents) reviews: Vec<Review>,
    /// Skills the town may say it saw, and those it did.
    pub(in crate::incidents) skills: Vec<ProvenSkill>,
    /// What the caller may do with them now.
    pub(in crate::incidents) proves_as: Option<Prover>,
    /// The town may be named on the certificate.
    pub(in crate::incidents) names_town: bool,
}

/// What is said after a deployment that ended.
///
/// # Errors
/// Not the caller's to know, not over, something does not open, or storage failed.
pub(in crate::incidents) async fn afterwards(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    id: DeploymentId,
) -> Result<Afterwards, ReviewError> {
    let (deployment, parts) = taking_part(kit.db, permit, id).await?;
    let (now, end) = (kit.db.clock().now(), ended(&deployment)?);
    let db = kit.db.reader();
    let mut reviews = store::reviews(db, kit.ring, (id, deployment.incident)).await?;
    let timing = timing(end, &reviews, is_person(db, &deployment).await?);
    let (is_visible, own) = (timing.is_visible(now), writes_as(&parts));
    reviews.retain(|review| is_visible || Some(review.part) == own);
    let prover = Prover::of(&parts);
    let may = |prover: &Prover| match prover {
        Prover::Town => may_mark(end, now),
        Prover::Oneself => true,
    };
    Ok(Afterwards {
        writes: own.filter(|_| !is_visible),
        writes_until: timing.writes_until(),
        is_visible,
        reviews,
        skills: proven_skills(kit, db, &deployment).await?,
        proves_as: prover.filter(may),
        names_town: store::is_named(db, id).await?,
        deployment,
        parts,
    })
}

/// Keeps what the own side says, instead of what it said before, until the others read it. The version, and what a
/// reader must have seen to see it.
///
/// # Errors
/// Not the caller's to know or to write, not over, read by the others already, not valid, or storage failed.
pub(in crate::incidents) async fn write_review(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    (id, texts): (DeploymentId, &ReviewTexts),
) -> Result<(i32, i64), ReviewError> {
    let (deployment, parts) = taking_part(kit.db, permit, id).await?;
    let part = writes_as(&parts).ok_or(ReviewError::OtherSide)?;
    let end = ended(&deployment)?;
    check(texts)?;
    let mut txn = kit.db.begin().await?;
    // Whoever writes at the same time is waited for: the second of two makes both readable.
    requests::hold(&txn, deployment.request).await?;
    let db = txn.connection();
    let known = store::reviews(db, kit.ring, (id, deployment.incident)).await?;
    let timing = timing(end, &known, is_person(db, &deployment).await?);
    if timing.is_visible(txn.now()) {
        return Err(ReviewError::Closed);
    }
    let said = (part, permit.actor(), texts);
    let version = store::put_review(&txn, kit.ring, (&deployment, end), said).await?;
    let version = version.ok_or(DeploymentError::NotFound)?;
    let part: &str = part.into();
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "deployment.reviewed",
        subject: id.to_string(),
        details: json!({ "as": part }),
    });
    Ok((version, txn.commit().await?.generation))
}

fn timing(ended: Instant, reviews: &[Review], is_person: bool) -> Timing {
    let wrote = |part| reviews.iter().any(|review| review.part == part);
    Timing {
        ended,
        by_town: wrote(Part::Town),
        by_helper: wrote(Part::Expert) || (!is_person && wrote(Part::Employer)),
    }
}

/// Whether whoever helped is a person who can sign in; for others their house speaks.
async fn is_person<C: sea_orm::ConnectionTrait>(
    db: &C,
    deployment: &Deployment,
) -> Result<bool, StorageError> {
    let entry = experts::load(db, &[deployment.expert]).await?.pop();
    Ok(entry.is_some_and(|entry| entry.kind == EntryKind::Person && entry.account.is_some()))
}
