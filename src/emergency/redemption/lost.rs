//! A message to one of those known of an administration got lost: they are asked "Waren Sie das?" by the next way.

use super::jobs::{keep, known, message};
use super::store;
use crate::db::{Db, StorageError};
use crate::ids::RedemptionId;
use crate::jobs::JobFailure;
use crate::notifications::{Delivery, Failure, Post, reference_of, tries_of};
use crate::sealing::Keyring;

/// Tells by the next way whomever a message did not reach; nobody where that was the last one.
///
/// # Errors
/// No way works now, or storage failed.
pub async fn tell_again(
    db: &Db,
    (ring, post): (&Keyring, &Post),
    lost: &Delivery,
) -> Result<(), JobFailure> {
    let id = RedemptionId(lost.subject);
    let found = store::by_id(db.reader(), id).await;
    let Some(redemption) = found.map_err(StorageError::from)? else {
        return Ok(());
    };
    let mut known = known(db, ring, &redemption).await?.into_iter();
    let Some(mut receiver) = known.find(|one| one.reference == lost.reference) else {
        return Ok(());
    };
    receiver.ways.retain(|way| way.channel() != lost.channel);
    // Another message to gateways: they may take one of a name once.
    let reference = reference_of(&format!("{} again", lost.reference));
    let tried = tries_of(db, reference).await?;
    let is_taken = tried.iter().any(|one| one.failure.is_none());
    if is_taken || receiver.ways.is_empty() {
        return Ok(());
    }
    let message = message(post, &redemption);
    let sent = post.send(reference, &receiver.ways, &message).await;
    keep(db, (id, reference), &sent).await?;
    match sent {
        Err(failed) if failed.skipped.iter().any(|(_, met)| *met == Failure::Later) => {
            Err(failed.into())
        }
        Ok(_) | Err(_) => Ok(()),
    }
}
