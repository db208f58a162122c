//! Keeping what became of messages.

use strum::VariantArray;
use uuid::Uuid;

use super::model::{ChannelHealth, Delivery, DeliveryState, Dispatch};
use super::store;
use crate::access::Permit;
use crate::access::action::KeepDeliveries;
use crate::db::{Db, Job, StorageError, Txn};
use crate::notifications::{AllFailed, Channel, Failure, Outcome, Post, Sent};

/// The kind of job that follows from a message that got lost on its way; its subject is the message's reference.
pub const UNDELIVERED: &str = "message.undelivered";

/// There is no such message.
#[derive(Debug, thiserror::Error)]
pub(super) enum ReportError {
    /// Nothing was sent under this reference on this channel.
    #[error("there is no such message")]
    NotFound,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Records that a channel took a message, and which did not before it; in the caller's transaction.
///
/// # Errors
/// The database failed.
pub async fn record_sent(
    txn: &Txn,
    dispatch: &Dispatch<'_>,
    sent: &Sent,
) -> Result<(), StorageError> {
    let Sent { channel, skipped } = sent;
    let way = dispatch.way(skipped.len());
    store::keep(txn, dispatch, (way, *channel), Ok(())).await?;
    keep_skipped(txn, dispatch, skipped).await
}

/// Records that no channel took a message; in the caller's transaction.
///
/// # Errors
/// The database failed.
pub async fn record_failed(
    txn: &Txn,
    dispatch: &Dispatch<'_>,
    failed: &AllFailed,
) -> Result<(), StorageError> {
    keep_skipped(txn, dispatch, &failed.skipped).await
}

/// A channel that is not set up was not tried.
async fn keep_skipped(
    txn: &Txn,
    dispatch: &Dispatch<'_>,
    skipped: &[(Channel, Failure)],
) -> Result<(), StorageError> {
    for (tried, (channel, failure)) in skipped.iter().enumerate() {
        let way = dispatch.way(tried);
        match failure {
            Failure::NotConfigured => {}
            Failure::Later | Failure::Refused => {
                store::keep(txn, dispatch, (way, *channel), Err(*failure)).await?;
            }
        }
    }
    Ok(())
}

/// Messages about these objects, in the order in which they were tried.
///
/// # Errors
/// The database failed.
pub async fn deliveries_of(db: &Db, subjects: &[Uuid]) -> Result<Vec<Delivery>, StorageError> {
    store::of(db.reader(), subjects).await
}

/// The message of a reference, as it was handed over last.
///
/// # Errors
/// The database failed.
pub async fn delivery(db: &Db, reference: Uuid) -> Result<Option<Delivery>, StorageError> {
    Ok(store::of_reference(db.reader(), reference).await?.pop())
}

/// What each channel did with the message of a reference, the one that was heard of first first.
///
/// # Errors
/// The database failed.
pub async fn tries_of(db: &Db, reference: Uuid) -> Result<Vec<Delivery>, StorageError> {
    store::of_reference(db.reader(), reference).await
}

/// How each channel does: for a day, and when it last took or refused something as long as that is kept.
///
/// # Errors
/// The database failed.
pub async fn channel_health(
    db: &Db,
    _: &Permit<KeepDeliveries>,
    post: &Post,
) -> Result<Vec<ChannelHealth>, StorageError> {
    let since = db.clock().now().plus_days(-1);
    let tallies = store::tallies(db.reader(), since).await?;
    let health = Channel::VARIANTS.iter().map(|channel| {
        let mut health = ChannelHealth::unknown(*channel, post.is_set_up(*channel));
        for (_, state, tally) in tallies.iter().filter(|(of, ..)| of == channel) {
            health.note(*state, *tally);
        }
        health
    });
    Ok(health.collect())
}

/// Takes a gateway's word for what became of a message. Said twice it is the same, and nothing is worse than it was. Of
/// what got lost whoever sent it is told by a job.
pub(super) async fn take_report(
    db: &Db,
    message: (Channel, Uuid),
    outcome: Option<Outcome>,
) -> Result<Delivery, ReportError> {
    let found = store::find(db.reader(), message).await?;
    let found = found.ok_or(ReportError::NotFound)?;
    let reported = outcome.map(DeliveryState::from);
    let Some(reported) = reported.filter(|reported| reported.after().contains(&found.state)) else {
        return Ok(found);
    };
    let mut txn = db.begin().await?;
    let is_new = store::note(&txn, message, reported).await;
    if is_new.map_err(StorageError::from)? && reported == DeliveryState::Failed {
        let (channel, reference) = message;
        let channel: &str = channel.into();
        let run_at = txn.now();
        txn.enqueue(Job {
            kind: UNDELIVERED,
            key: format!("{UNDELIVERED} {reference} {channel}"),
            subject: reference,
            run_at,
        });
    }
    txn.commit().await?;
    Ok(found)
}

/// Takes the one key of a call that counts, in the caller's transaction; `false` when one was taken before. Which it was
/// is for whose message it is, and not kept here.
///
/// # Errors
/// The database failed.
pub async fn take_key(txn: &Txn, reference: Uuid) -> Result<bool, StorageError> {
    Ok(store::note_key(txn, reference).await?)
}

/// Deletes what became of messages so many days ago, and messages in the folder of that age.
///
/// # Errors
/// The database failed.
pub async fn forget_old(db: &Db, post: &Post, days: u16) -> Result<(), StorageError> {
    let before = db.clock().now().plus_days(-i64::from(days));
    let txn = db.begin().await?;
    store::forget_before(&txn, before).await?;
    txn.commit().await?;
    if let Some(folder) = &post.drop_folder
        && folder.forget_before(before).await.is_err()
    {
        tracing::warn!("old messages in the folder cannot be deleted");
    }
    Ok(())
}
