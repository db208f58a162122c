//! A lesson is drafted from an incident, by the town or the desk.

use serde_json::json;

use super::{LessonError, wording};
use crate::access::Permit;
use crate::access::action::WriteLesson;
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{AuditEntry, StorageError, Txn};
use crate::ids::{self, IncidentId, LessonId};
use crate::incidents::model::{Incident, Tlp};
use crate::incidents::review::model::{Lesson, LessonState, LessonText, group_of};
use crate::incidents::review::store;
use crate::incidents::service::{IncidentError, Kit};
use crate::incidents::store as incidents;
use crate::input::FieldError;
use crate::reference::Phase;

/// A lesson to be kept.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct NewLesson {
    pub(in crate::incidents) said: LessonText,
    pub(in crate::incidents) tlp: Tlp,
    /// As the incident, if none.
    pub(in crate::incidents) phase: Option<Phase>,
}

/// An incident of which a lesson may be drafted, unless it is under investigation.
///
/// # Errors
/// Not the caller's to know, not verified, or storage failed.
pub(in crate::incidents) async fn incident_to_learn_from(
    kit: Kit<'_>,
    permit: &Permit<WriteLesson>,
    id: IncidentId,
) -> Result<Incident, LessonError> {
    verified(incidents::find(kit.db.reader(), permit.scope(), id).await?)
}

fn verified(found: Option<Incident>) -> Result<Incident, LessonError> {
    let incident = found.ok_or(IncidentError::NotFound)?;
    if incident.verified.is_none() {
        return Err(LessonError::NotVerified);
    }
    Ok(incident)
}

/// Keeps a draft, which a second person looks at. Sent twice under a key it is kept once.
///
/// # Errors
/// Not the caller's to know, not verified, held back, it tells whose it is, a key used with another body, or storage
/// failed.
pub(in crate::incidents) async fn draft_lesson(
    kit: Kit<'_>,
    permit: &Permit<WriteLesson>,
    (id, new): (IncidentId, NewLesson),
    attempt: Option<Attempt>,
) -> Result<(Lesson, i64), LessonError> {
    if new.tlp == Tlp::Red {
        let detail = "what is red is shared with nobody: clear, green, amber or amber_strict";
        let error = FieldError::new("/tlp", "not_shared", detail);
        return Err(LessonError::Invalid(vec![error]));
    }
    let mut txn = kit.db.begin().await?;
    incidents::hold(&txn, id).await?;
    let incident = verified(incidents::find(txn.connection(), permit.scope(), id).await?)?;
    if incident.handling.is_under_investigation {
        return Err(LessonError::HeldBack);
    }
    let lesson = Lesson {
        id: LessonId(ids::ordered(txn.now())),
        incident: Some(id),
        land_group: group_of(incident.place.as_deref()).map(|group| group.id().to_owned()),
        tlp: new.tlp,
        phase: new.phase.unwrap_or(incident.phase),
        symptom: incident.symptom.clone(),
        said: new.said,
        state: LessonState::Draft,
        author: permit.actor().to_string(),
        written_at: txn.now(),
        shared_at: None,
        version: 1,
    };
    if let Some(attempt) = attempt {
        match idempotency::claim(&txn, &attempt, lesson.id.to_string()).await? {
            Earlier::Nothing => {}
            Earlier::OtherBody => return Err(IncidentError::KeyReused.into()),
            Earlier::Made(made) => return made_before(kit, txn, &made).await,
        }
    }
    wording::check(kit, txn.connection(), &incident, &lesson.said).await?;
    store::insert_lesson(&txn, kit.ring, &lesson).await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "lesson.drafted",
        subject: lesson.id.to_string(),
        details: json!({ "incident": id }),
    });
    let generation = txn.commit().await?.generation;
    Ok((lesson, generation))
}

async fn made_before(kit: Kit<'_>, txn: Txn, made: &str) -> Result<(Lesson, i64), LessonError> {
    let made = made.parse();
    let made = made.map_err(|_| StorageError::Corrupt("idempotency_keys.resource"))?;
    let found = store::find_lesson(txn.connection(), kit.ring, made).await?;
    txn.rollback().await?;
    let generation = kit.db.generation().await?;
    Ok((found.ok_or(LessonError::NotFound)?, generation))
}
