//! Lessons are looked at by a second person, shared, read and withdrawn.

use serde_json::json;
use strum::VariantArray;

use super::{LessonError, wording};
use crate::access::Permit;
use crate::access::action::{ReadLessons, ShareLesson, WriteLesson};
use crate::db::AuditEntry;
use crate::ids::{IncidentId, LessonId};
use crate::incidents::model::Tlp;
use crate::incidents::review::model::{Lesson, LessonState, may_share, tells};
use crate::incidents::review::store::{self, Asked};
use crate::incidents::service::{IncidentError, Kit};
use crate::incidents::store as incidents;
use crate::reference::Phase;

/// Which lessons somebody asks for.
#[derive(Clone, Debug, Default)]
pub(in crate::incidents) struct LessonFilter {
    pub(in crate::incidents) state: LessonState,
    pub(in crate::incidents) symptom: Option<String>,
    pub(in crate::incidents) phase: Option<Phase>,
    pub(in crate::incidents) before: Option<LessonId>,
}

/// Lessons the caller may read, newest first; drafts for those who share them. One more than asked for when there are
/// others.
///
/// # Errors
/// Something does not open, or storage failed.
pub(in crate::incidents) async fn lessons(
    kit: Kit<'_>,
    permit: &Permit<ReadLessons>,
    (filter, limit): (LessonFilter, u64),
) -> Result<Vec<Lesson>, LessonError> {
    if filter.state == LessonState::Draft && permit.also::<ShareLesson>().is_none() {
        return Ok(Vec::new());
    }
    let tlps = Tlp::VARIANTS.iter().copied();
    let tlps = tlps.filter(|tlp| tells(*tlp, permit.scope())).collect();
    let LessonFilter {
        state,
        symptom,
        phase,
        before,
    } = filter;
    let asked = Asked {
        state,
        tlps,
        symptom,
        phase,
        before,
        limit: limit + 1,
    };
    Ok(store::list_lessons(kit.db.reader(), kit.ring, asked).await?)
}

/// Lessons of an incident, newest first, for whoever may draft one.
///
/// # Errors
/// Not the caller's to know, something does not open, or storage failed.
pub(in crate::incidents) async fn lessons_of(
    kit: Kit<'_>,
    permit: &Permit<WriteLesson>,
    incident: IncidentId,
) -> Result<Vec<Lesson>, LessonError> {
    let db = kit.db.reader();
    let found = incidents::find(db, permit.scope(), incident).await?;
    found.ok_or(IncidentError::NotFound)?;
    Ok(store::lessons_of_incident(db, kit.ring, incident).await?)
}

/// Shares a draft that somebody else wrote. Who is named there is looked for again: others may be known by now.
///
/// # Errors
/// There is none, the own one, shared already, held back, it tells whose it is, or storage failed.
pub(in crate::incidents) async fn share_lesson(
    kit: Kit<'_>,
    permit: &Permit<ShareLesson>,
    id: LessonId,
) -> Result<(Lesson, i64), LessonError> {
    let mut txn = kit.db.begin().await?;
    let found = store::find_lesson(txn.connection(), kit.ring, id).await?;
    let lesson = found.ok_or(LessonError::NotFound)?;
    if lesson.state == LessonState::Shared {
        return Err(LessonError::AlreadyShared);
    }
    if !may_share(&lesson, &permit.actor().to_string()) {
        return Err(LessonError::OwnLesson);
    }
    let incident = lesson.incident.ok_or(LessonError::NotFound)?;
    incidents::hold(&txn, incident).await?;
    let incident = incidents::by_id(txn.connection(), incident).await?;
    let incident = incident.ok_or(LessonError::NotFound)?;
    if incident.handling.is_under_investigation {
        return Err(LessonError::HeldBack);
    }
    wording::check(kit, txn.connection(), &incident, &lesson.said).await?;
    if !store::share_lesson(&txn, &lesson, permit.actor()).await? {
        return Err(LessonError::AlreadyShared);
    }
    let tlp: &str = lesson.tlp.into();
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "lesson.shared",
        subject: id.to_string(),
        details: json!({ "tlp": tlp }),
    });
    let shared = Lesson {
        state: LessonState::Shared,
        shared_at: Some(txn.now()),
        version: lesson.version + 1,
        ..lesson
    };
    let generation = txn.commit().await?.generation;
    Ok((shared, generation))
}

/// Withdraws a lesson, and what it said with it: the desk any, a town those of its own incidents.
///
/// # Errors
/// There is none the caller may withdraw, or storage failed.
pub(in crate::incidents) async fn withdraw_lesson(
    kit: Kit<'_>,
    permit: &Permit<WriteLesson>,
    id: LessonId,
) -> Result<i64, LessonError> {
    let mut txn = kit.db.begin().await?;
    let found = store::find_lesson(txn.connection(), kit.ring, id).await?;
    let lesson = found.ok_or(LessonError::NotFound)?;
    if !permit.scope().is_everything() {
        let incident = lesson.incident.ok_or(LessonError::NotFound)?;
        let own = incidents::find(txn.connection(), permit.scope(), incident).await?;
        own.ok_or(LessonError::NotFound)?;
    }
    if !store::delete_lesson(&txn, id).await? {
        return Err(LessonError::NotFound);
    }
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "lesson.withdrawn",
        subject: id.to_string(),
        details: json!({}),
    });
    Ok(txn.commit().await?.generation)
}
