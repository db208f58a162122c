//! Handing a message about help to whoever it is for.

use uuid::Uuid;
use web::letters::Letter;

use crate::accounts;
use crate::db::Db;
use crate::experts::Way;
use crate::ids::AccountId;
use crate::jobs::JobFailure;
use crate::notifications::{
    AllFailed, Channel, Destination, Dispatch, Failure, Post, ShortMessage, record_failed,
    record_sent,
};
use crate::sealing::Keyring;

/// A message without a receiver.
#[derive(Clone, Debug)]
pub(super) struct Outgoing {
    /// What it is about: an object of ours, no person.
    pub(super) subject: Uuid,
    /// Why it is sent, in a word.
    pub(super) purpose: &'static str,
    /// What it says.
    pub(super) letter: Letter,
    /// Where it is answered: a path of ours.
    pub(super) link: Option<String>,
    /// What is said where it is rung, if that is not what it says.
    pub(super) spoken: Option<String>,
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Went {
    /// A channel took it.
    By(Channel),
    /// Every channel that is set up refuses it.
    Refused,
    /// No channel is set up for any of their ways: somebody has to phone.
    Nowhere,
}

/// Hands a message over by the first way that works, and says what became of it. Channels by which it got lost before
/// are left out.
///
/// # Errors
/// Ways may work later, or storage failed.
pub(super) async fn deliver(
    db: &Db,
    post: &Post,
    (ways, lost): (&[Way], &[Channel]),
    outgoing: Outgoing,
) -> Result<Went, JobFailure> {
    let Outgoing {
        subject,
        purpose,
        letter,
        link,
        spoken,
    } = outgoing;
    let message = ShortMessage {
        subject: letter.subject,
        text: letter.text,
        link: link.map(|link| format!("{}{link}", post.sender.address)),
        spoken,
    };
    let dispatch = Dispatch {
        subject,
        purpose,
        attempt: 1,
        reference: Uuid::new_v4(),
    };
    let mut destinations = destinations(ways);
    destinations.retain(|way| !lost.contains(&way.channel()));
    let sent = post.send(dispatch.reference, &destinations, &message).await;
    let txn = db.begin().await?;
    match &sent {
        Ok(sent) => record_sent(&txn, &dispatch, sent).await?,
        Err(failed) => record_failed(&txn, &dispatch, failed).await?,
    }
    txn.commit().await?;
    match sent {
        Ok(sent) => Ok(Went::By(sent.channel)),
        Err(failed) if met(&failed, Failure::Later) => Err(failed.into()),
        Err(failed) if met(&failed, Failure::Refused) => Ok(Went::Refused),
        Err(_) => Ok(Went::Nowhere),
    }
}

/// By which channel a message would go out now, if none fails.
pub(super) fn first_channel(post: &Post, ways: &[Way]) -> Option<Channel> {
    let channels = destinations(ways).into_iter().map(|way| way.channel());
    let first = channels.into_iter().find(|channel| post.can(*channel))?;
    Some(if post.is_set_up(first) {
        first
    } else {
        Channel::Drop
    })
}

/// Rings whoever has an account and stated a telephone for it; nobody else, and nobody where nothing rings.
///
/// # Errors
/// The gateway may ring later, or storage failed.
pub(super) async fn ring_account(
    db: &Db,
    (ring, post): (&Keyring, &Post),
    account: AccountId,
    outgoing: Outgoing,
) -> Result<(), JobFailure> {
    let number = accounts::phone_of(db.reader(), ring, account).await?;
    let Some(number) = number.filter(|_| post.can(Channel::Voice)) else {
        return Ok(());
    };
    deliver(db, post, (&[Way::Phone(number)], &[]), outgoing).await?;
    Ok(())
}

fn met(failed: &AllFailed, failure: Failure) -> bool {
    let mut failures = failed.skipped.iter();
    failures.any(|(_, met)| *met == failure)
}

/// A mobile telephone is written to and then rung.
fn destinations(ways: &[Way]) -> Vec<Destination> {
    let each = ways.iter().flat_map(|way| match way {
        Way::Mobile(number) => vec![Destination::sms(number), Destination::voice(number)],
        Way::Phone(number) => vec![Destination::voice(number)],
        Way::Mail(address) => vec![Destination::mail(address)],
    });
    each.filter_map(Result::ok).collect()
}
