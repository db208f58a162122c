//! Telling those known of an administration that a code of theirs was used: "Waren Sie das?" The coordinators see on its
//! page whether somebody could be told.

use std::sync::Arc;

use serde_json::json;
use strum::VariantArray;
use uuid::Uuid;
use web::Language;
use web::letters;

use super::model::Notice;
use super::store::{self, StoredRedemption};
use crate::access::{self, Role};
use crate::accounts;
use crate::db::{Actor, AuditEntry, Db, Job, StorageError, Txn};
use crate::emergency::contacts;
use crate::ids::RedemptionId;
use crate::jobs::{Handler, JobFailure};
use crate::notifications::{
    AllFailed, Channel, Delivery, Destination, Dispatch, Failure, Post, Sent, ShortMessage,
    deliveries_of, record_failed, record_sent, reference_of,
};
use crate::pages::day;
use crate::phone;
use crate::sealing::Keyring;

/// The kind of job.
pub const ALERT: &str = "emergency_code_redeemed";

/// Receivers told by one job: a text and a call that are not answered take twenty seconds, and the job has 120.
const AT_ONCE: usize = 4;

/// Tells all who are known, each by the first way that works, and nobody twice.
pub fn handler(keyring: &Arc<Keyring>, post: &Post) -> Handler {
    let (ring, post) = (keyring.clone(), post.clone());
    Arc::new(move |db: Db, subject| {
        let (ring, post) = (ring.clone(), post.clone());
        Box::pin(async move { tell(&db, (&ring, &post), RedemptionId(subject)).await })
    })
}

async fn tell(
    db: &Db,
    (ring, post): (&Keyring, &Post),
    id: RedemptionId,
) -> Result<(), JobFailure> {
    let found = store::by_id(db.reader(), id).await;
    let Some(redemption) = found.map_err(StorageError::from)? else {
        return Err(JobFailure::GiveUp("there is no such redemption"));
    };
    if Notice::of(redemption.notice.as_deref())?.is_final() {
        return Ok(());
    }
    let known = known(db, ring, &redemption).await?;
    let message = message(post, &redemption);
    let mut open = to_tell(post, &known, &deliveries_of(db, &[id.0]).await?);
    let others = open.split_off(open.len().min(AT_ONCE));
    let goes_on = others.iter().any(|(_, stand)| *stand == Stand::Untried);
    for (receiver, _) in open {
        let sent = post.send(receiver.reference, &receiver.ways, &message);
        let outcome = sent.await;
        keep(db, (id, receiver.reference), &outcome).await?;
    }
    let stands = stands(&known, &deliveries_of(db, &[id.0]).await?);
    let mut txn = db.begin().await?;
    note(&mut txn, &redemption, (judged(post, &stands), &stands)).await?;
    if goes_on {
        go_on(&mut txn, id);
    }
    txn.commit().await?;
    if !goes_on && stands.contains(&Stand::Later) {
        return Err(JobFailure::Outside("a channel is away"));
    }
    Ok(())
}

/// Plans to tell those nothing was tried for; the last of these jobs tries again whom no channel took.
fn go_on(txn: &mut Txn, id: RedemptionId) {
    let run_at = txn.now().plus_seconds(1);
    txn.enqueue(Job {
        kind: ALERT,
        key: format!("{ALERT} {id} {}", run_at.as_micros()),
        subject: id.0,
        run_at,
    });
}

/// Somebody who is told.
pub(super) struct Receiver {
    /// Names the message to them, whenever it is sent.
    pub(super) reference: Uuid,
    /// By which ways, first to last.
    pub(super) ways: Vec<Destination>,
}

/// By which ways each of those known is told: whom to call back, and whoever acts for the administration here.
pub(super) async fn known(
    db: &Db,
    ring: &Keyring,
    redemption: &StoredRedemption,
) -> Result<Vec<Receiver>, StorageError> {
    let organisation = redemption.organisation_id;
    let reference = |of: Uuid| reference_of(&format!("{} {ALERT} {of}", redemption.id));
    let mut known = Vec::new();
    for (contact, number) in contacts::numbers(db, ring, organisation).await? {
        // Abroad, where nobody knows whether it takes texts, it is rung.
        let is_mobile = number.starts_with("+49") && phone::takes_texts(&number);
        let text = is_mobile.then(|| Destination::sms(&number));
        let ways = text.into_iter().chain([Destination::voice(&number)]);
        known.push(Receiver {
            reference: reference(contact.0),
            ways: ways.filter_map(Result::ok).collect(),
        });
    }
    let now = db.clock().now();
    let mut accounts = Vec::new();
    for role in [Role::Requester, Role::MemberManager] {
        accounts.extend(access::holders(db.reader(), (role, Some(organisation)), now).await?);
    }
    accounts.sort_unstable();
    accounts.dedup();
    for account in accounts {
        let address = accounts::address_of(db, ring, account).await?;
        known.extend(Destination::mail(&address).map(|way| Receiver {
            reference: reference(account.0),
            ways: vec![way],
        }));
    }
    Ok(known)
}

/// How it stands with one of those known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    /// Nothing was tried.
    Untried,
    /// A channel took it.
    Told,
    /// A channel may take it later.
    Later,
    /// No channel takes it.
    Refused,
}

/// How it stands with each, by what became of the messages to them.
fn stands(known: &[Receiver], tried: &[Delivery]) -> Vec<Stand> {
    let stand = |receiver: &Receiver| {
        let of = tried
            .iter()
            .filter(|one| one.reference == receiver.reference);
        let of: Vec<&Delivery> = of.collect();
        // What got lost goes by the next way on its own.
        let is_told = |one: &&Delivery| one.failure.is_none();
        let is_later = |one: &&Delivery| one.failure == Some(Failure::Later);
        if of.is_empty() {
            return Stand::Untried;
        }
        if of.iter().any(is_told) {
            return Stand::Told;
        }
        if of.iter().any(is_later) {
            return Stand::Later;
        }
        Stand::Refused
    };
    known.iter().map(stand).collect()
}

/// Whom a channel may still reach: first those nothing was tried for, so that nobody waits for whoever cannot be reached,
/// then those who were tried longest ago.
fn to_tell<'a>(
    post: &Post,
    known: &'a [Receiver],
    tried: &[Delivery],
) -> Vec<(&'a Receiver, Stand)> {
    let can = |receiver: &Receiver| receiver.ways.iter().any(|way| post.can(way.channel()));
    let is_open = |stand: Stand| matches!(stand, Stand::Untried | Stand::Later);
    let all = known.iter().zip(stands(known, tried));
    let open = all.filter(|(receiver, stand)| is_open(*stand) && can(receiver));
    let mut open: Vec<_> = open.collect();
    let tried_at = |receiver: &Receiver| {
        let of = tried
            .iter()
            .filter(|one| one.reference == receiver.reference);
        of.map(|one| one.tried_at).max()
    };
    open.sort_by_key(|(receiver, _)| tried_at(receiver));
    open
}

/// That a code was used, when, and whom to call: nothing of what happened or who asked.
pub(super) fn message(post: &Post, redemption: &StoredRedemption) -> ShortMessage {
    let at = redemption.redeemed_at;
    let days = |language: Language| day(at.date(), language);
    let letter = letters::code_used(&post.sender, days, &at.time_of_day());
    ShortMessage {
        subject: letter.subject,
        text: letter.text,
        link: None,
        spoken: None,
    }
}

/// What came of it so far.
fn judged(post: &Post, stands: &[Stand]) -> Notice {
    if stands.contains(&Stand::Told) {
        return Notice::Sent;
    }
    if stands.contains(&Stand::Later) || stands.contains(&Stand::Refused) {
        return Notice::Failed;
    }
    let has_channel = Channel::VARIANTS.iter().any(|channel| post.can(*channel));
    if has_channel && stands.is_empty() {
        Notice::NoContact
    } else {
        Notice::NoChannel
    }
}

/// Keeps what became of the message to one of them, before the next is told.
pub(super) async fn keep(
    db: &Db,
    (id, reference): (RedemptionId, Uuid),
    outcome: &Result<Sent, AllFailed>,
) -> Result<(), StorageError> {
    let dispatch = Dispatch {
        subject: id.0,
        purpose: ALERT,
        attempt: 1,
        reference,
        ways: None,
    };
    let txn = db.begin().await?;
    match outcome {
        Ok(sent) => record_sent(&txn, &dispatch, sent).await?,
        Err(failed) => record_failed(&txn, &dispatch, failed).await?,
    }
    txn.commit().await?;
    Ok(())
}

/// Puts on record what came of it; that it failed once more is nothing new.
async fn note(
    txn: &mut Txn,
    redemption: &StoredRedemption,
    (notice, stands): (Notice, &[Stand]),
) -> Result<(), StorageError> {
    if !store::note(txn, redemption.id, notice).await? {
        return Ok(());
    }
    let told = stands.iter().filter(|stand| **stand == Stand::Told);
    let organisation = redemption.organisation_id;
    let reason: &str = notice.into();
    let (action, details) = match notice {
        Notice::Waiting => return Ok(()),
        Notice::Sent => (
            "emergency_code.alert_sent",
            json!({ "organisation": organisation, "told": told.count(), "known": stands.len() }),
        ),
        Notice::Failed => (
            "emergency_code.alert_failed",
            json!({ "organisation": organisation, "known": stands.len() }),
        ),
        Notice::NoChannel | Notice::NoContact => (
            "emergency_code.alert_not_sent",
            json!({ "organisation": organisation, "reason": reason }),
        ),
    };
    if notice != Notice::Sent {
        tracing::warn!(redemption = %redemption.id, reason, "an emergency code was used, and nobody is told");
    }
    txn.audit(AuditEntry {
        actor: Actor::Service,
        action,
        subject: redemption.id.to_string(),
        details,
    });
    Ok(())
}
