//! Both sides write to each other once they are committed.

use serde_json::json;

use super::ThreadError;
use super::news::tell_others;
use super::steps::{begun, stamp};
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{AuditEntry, StorageError};
use crate::ids::{DeploymentId, MessageId};
use crate::incidents::deployments::{self, DeploymentError, Part};
use crate::incidents::requests::{self, Desk};
use crate::incidents::thread::model::{Draft, Message, MessageSide, NotNow, Verb};
use crate::incidents::thread::store;

/// Messages a thread has at most.
const MOST_MESSAGES: usize = 500;

/// What somebody writes.
#[derive(Clone, Copy)]
pub(in crate::incidents) struct NewMessage<'a> {
    pub(in crate::incidents) deployment: DeploymentId,
    pub(in crate::incidents) verb: Verb,
    pub(in crate::incidents) in_reply_to: Option<MessageId>,
    pub(in crate::incidents) text: &'a str,
}

/// As what somebody writes who may be several of them at once.
pub(in crate::incidents) fn side_of(parts: &[Part]) -> Option<MessageSide> {
    let mut ranked = Part::RANKED.into_iter();
    let part = ranked.find(|part| parts.contains(part));
    part.map(MessageSide::from)
}

/// Asks, answers, reports or asks for a report. Sent twice under a key it is said once.
///
/// # Errors
/// Not the caller's to know, not committed or over, no such question, full, a key used with another body, or storage
/// failed.
pub(in crate::incidents) async fn write(
    desk: &Desk,
    permit: &Permit<RunDeployment>,
    new: NewMessage<'_>,
    attempt: Option<Attempt>,
) -> Result<((Message, String), i64), ThreadError> {
    let (found, parts) = deployments::taking_part(&desk.db, permit, new.deployment).await?;
    let side = side_of(&parts).ok_or(DeploymentError::NotFound)?;
    let mut txn = desk.db.begin().await?;
    // Whoever takes a step or writes meanwhile is waited for.
    requests::hold(&txn, found.request).await?;
    let (id, now) = stamp(txn.now());
    // What was said once stands, even if it is over since.
    if let Some(attempt) = attempt {
        match idempotency::claim(&txn, &attempt, id.to_string()).await? {
            Earlier::Nothing => {}
            Earlier::OtherBody => return Err(ThreadError::KeyReused),
            Earlier::Made(made) => {
                let corrupt = |_| StorageError::Corrupt("idempotency_keys.resource");
                let made = made.parse().map_err(corrupt)?;
                txn.rollback().await?;
                return said_before(desk, (found.id, made), new.text).await;
            }
        }
    }
    let deployment = deployments::by_id(txn.connection(), found.id).await?;
    let deployment = deployment.ok_or(NotNow::NotCommitted)?;
    if !deployments::is_open(txn.connection(), &deployment, now).await? {
        return Err(NotNow::NotCommitted.into());
    }
    let thread = begun(&txn, &deployment).await?;
    if thread.messages().len() >= MOST_MESSAGES {
        return Err(ThreadError::Full);
    }
    let draft = Draft {
        in_reply_to: new.in_reply_to,
        ..Draft::new(new.verb, side)
    };
    let message = thread.next(deployment.id, draft, (id, now))?;
    store::insert(&txn, &message).await?;
    let worded = (id, new.text);
    if !store::insert_text(&txn, &desk.ring, deployment.incident, worded).await? {
        return Err(ThreadError::Forgotten);
    }
    let (verb, named): (&str, &str) = (new.verb.into(), side.into());
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "deployment.message_written",
        subject: deployment.id.to_string(),
        details: json!({ "message": id, "type": verb, "as": named }),
    });
    tell_others(&mut txn, (deployment.id, side)).await?;
    let generation = txn.commit().await?.generation;
    Ok(((message, new.text.to_owned()), generation))
}

async fn said_before(
    desk: &Desk,
    (deployment, made): (DeploymentId, MessageId),
    text: &str,
) -> Result<((Message, String), i64), ThreadError> {
    let thread = store::thread(desk.db.reader(), deployment).await?;
    let mut said = thread.messages().iter();
    let said = said.find(|message| message.id == made).cloned();
    let said = said.ok_or(DeploymentError::NotFound)?;
    Ok(((said, text.to_owned()), desk.db.generation().await?))
}
