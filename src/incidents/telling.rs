//! Handing a message about help to whoever it is for.

use uuid::Uuid;
use web::letters::Letter;

use crate::accounts;
use crate::db::Db;
use crate::experts::Way;
use crate::ids::AccountId;
use crate::jobs::JobFailure;
use crate::notifications::{
    AllFailed, Channel, Delivery, DeliveryState, Destination, Dispatch, Failure, Post,
    ShortMessage, record_failed, record_sent, reference_of, tries_of,
};
use crate::sealing::Keyring;

/// A message without a receiver.
#[derive(Clone, Debug)]
pub(super) struct Outgoing {
    /// What it is about: an object of ours, no person.
    pub(super) subject: Uuid,
    /// Why it is sent, in a word.
    pub(super) purpose: &'static str,
    /// Tells it apart from others about the same for the same purpose: to whom, or when; 0 where there is only one.
    pub(super) apart: u128,
    /// What it says.
    pub(super) letter: Letter,
    /// Where it is answered: a path of ours.
    pub(super) link: Option<String>,
    /// What is said where it is rung, if that is not what it says.
    pub(super) spoken: Option<String>,
}

impl Outgoing {
    /// Names it to gateways: sent again after a crash, it is the same one to them; sent by another way after it got lost
    /// so many times, it is not.
    fn reference(&self, losses: usize) -> Uuid {
        let Self {
            subject,
            purpose,
            apart,
            letter: _,
            link: _,
            spoken: _,
        } = self;
        reference_of(&format!("{subject} {purpose} {apart} {losses}"))
    }
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

/// Hands a message over by the first way that works, and says what became of it. Ways by which it got lost before are
/// left out, and what a channel took before is not sent again: a job may run twice.
///
/// # Errors
/// Ways may work later, or storage failed.
pub(super) async fn deliver(
    db: &Db,
    post: &Post,
    ways: &[Way],
    outgoing: Outgoing,
) -> Result<Went, JobFailure> {
    let mut lost: Vec<Delivery> = Vec::new();
    let reference = loop {
        let reference = outgoing.reference(lost.len());
        let tried = tries_of(db, reference).await?;
        if let Some(taken) = tried.iter().find(|one| one.state != DeliveryState::Failed) {
            return Ok(Went::By(taken.channel));
        }
        // A reference gets lost once: whoever took it took no other under its name.
        match tried.into_iter().find(|one| one.failure.is_none()) {
            Some(one) => lost.push(one),
            None => break reference,
        }
    };
    let (places, destinations): (Vec<_>, Vec<_>) = left(ways, &lost).into_iter().unzip();
    let Outgoing {
        subject,
        purpose,
        apart: _,
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
        reference,
        ways: Some(places.as_slice()),
    };
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

/// Writes to whoever has an account, where it has an address.
///
/// # Errors
/// The server may take it later, or storage failed.
pub(super) async fn mail_account(
    db: &Db,
    (ring, post): (&Keyring, &Post),
    account: AccountId,
    outgoing: Outgoing,
) -> Result<(), JobFailure> {
    let address = accounts::address_of(db, ring, account).await?;
    if !address.is_empty() {
        deliver(db, post, &[Way::Mail(address)], outgoing).await?;
    }
    Ok(())
}

/// Writes to each of them, whatever becomes of the others.
///
/// # Errors
/// To one of them: the server may take it later, or storage failed.
pub(super) async fn mail_accounts(
    db: &Db,
    through: (&Keyring, &Post),
    accounts: impl IntoIterator<Item = AccountId>,
    outgoing: impl Fn(AccountId) -> Outgoing,
) -> Result<(), JobFailure> {
    let mut outcome = Ok(());
    for account in accounts {
        let sent = mail_account(db, through, account, outgoing(account)).await;
        outcome = outcome.and(sent);
    }
    outcome
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
    deliver(db, post, &[Way::Phone(number)], outgoing).await?;
    Ok(())
}

fn met(failed: &AllFailed, failure: Failure) -> bool {
    let mut failures = failed.skipped.iter();
    failures.any(|(_, met)| *met == failure)
}

/// Ways by which a message did not get lost yet, each with its place among all. Those of a channel are tried in their
/// order: it got lost by all up to the one that is kept.
fn left(ways: &[Way], lost: &[Delivery]) -> Vec<(usize, Destination)> {
    let is_lost = |(place, way): &(usize, Destination)| {
        let mut lost = lost.iter();
        lost.any(|one| one.channel == way.channel() && *place <= one.way)
    };
    let all = destinations(ways).into_iter().enumerate();
    all.filter(|way| !is_lost(way)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Instant;

    fn outgoing(purpose: &'static str, apart: u128) -> Outgoing {
        Outgoing {
            subject: Uuid::from_u128(7),
            purpose,
            apart,
            letter: Letter {
                subject: String::new(),
                text: String::new(),
            },
            link: None,
            spoken: None,
        }
    }

    fn lost(channel: Channel, way: usize) -> Delivery {
        let at = Instant::from_micros(0);
        Delivery {
            subject: Uuid::from_u128(7),
            purpose: "help.alert".to_owned(),
            reference: Uuid::from_u128(8),
            channel,
            way,
            state: DeliveryState::Failed,
            failure: None,
            attempt: 1,
            tried_at: at,
            changed_at: at,
        }
    }

    #[test]
    fn a_message_that_got_lost_by_one_number_goes_to_the_others() {
        let ways = [
            Way::Mobile("+491711234567".to_owned()),
            Way::Mobile("+491711234568".to_owned()),
            Way::Mail("erika@example.org".to_owned()),
        ];
        let places = |tried: &[Delivery]| {
            let left = left(&ways, tried).into_iter();
            left.map(|(place, _)| place).collect::<Vec<_>>()
        };

        assert_eq!(places(&[]), [0, 1, 2, 3, 4]);
        assert_eq!(places(&[lost(Channel::Sms, 0)]), [1, 2, 3, 4]);
        assert_eq!(places(&[lost(Channel::Sms, 2)]), [1, 3, 4]);
        let both = [lost(Channel::Sms, 2), lost(Channel::Voice, 3)];
        assert_eq!(places(&both), [4]);
    }

    #[test]
    fn a_message_has_one_reference_whenever_it_is_sent_and_no_other_has_it() {
        let first = outgoing("help.alert", 0);

        assert_eq!(first.reference(0), outgoing("help.alert", 0).reference(0));
        for other in [outgoing("help.stand_down", 0), outgoing("help.alert", 1)] {
            assert_ne!(first.reference(0), other.reference(0));
        }
    }
}
