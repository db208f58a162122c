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
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::emergency::contacts;
use crate::ids::RedemptionId;
use crate::jobs::{Handler, JobFailure};
use crate::notifications::{
    AllFailed, Channel, Destination, Dispatch, Failure, Post, Sent, ShortMessage, record_failed,
    record_sent,
};
use crate::pages::day;
use crate::phone;
use crate::sealing::Keyring;

/// The kind of job.
pub const ALERT: &str = "emergency_code_redeemed";

/// Tells all who are known, each by the first way that works. Once one was reached, nobody is told again.
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
    // Done before: a job may run twice.
    if Notice::of(redemption.notice.as_deref())?.is_final() {
        return Ok(());
    }
    let known = known(db, ring, &redemption).await?;
    let message = message(post, &redemption);
    let mut outcomes = Vec::with_capacity(known.len());
    for ways in &known {
        let reference = Uuid::new_v4();
        outcomes.push((reference, post.send(reference, ways, &message).await));
    }
    let (notice, is_worth_a_try) = judged(post, &outcomes);
    let mut txn = db.begin().await?;
    keep(&txn, id, &outcomes).await?;
    note(&mut txn, &redemption, (notice, &outcomes)).await?;
    txn.commit().await?;
    if is_worth_a_try {
        return Err(JobFailure::Outside("every channel is away"));
    }
    Ok(())
}

type Outcome = (Uuid, Result<Sent, AllFailed>);

/// By which ways each of those known is told: whom to call back, and whoever acts for the administration here.
async fn known(
    db: &Db,
    ring: &Keyring,
    redemption: &StoredRedemption,
) -> Result<Vec<Vec<Destination>>, StorageError> {
    let organisation = redemption.organisation_id;
    let mut known = Vec::new();
    for number in contacts::numbers(db, ring, organisation).await? {
        let text = phone::is_mobile(&number).then(|| Destination::sms(&number));
        let ways = text.into_iter().chain([Destination::voice(&number)]);
        known.push(ways.filter_map(Result::ok).collect());
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
        known.extend(Destination::mail(&address).map(|way| vec![way]));
    }
    Ok(known)
}

/// That a code was used, when, and whom to call: nothing of what happened or who asked.
fn message(post: &Post, redemption: &StoredRedemption) -> ShortMessage {
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

/// What came of it, and whether it is to be tried again.
fn judged(post: &Post, outcomes: &[Outcome]) -> (Notice, bool) {
    if outcomes.iter().any(|(_, outcome)| outcome.is_ok()) {
        return (Notice::Sent, false);
    }
    let failures = outcomes.iter().filter_map(|(_, outcome)| {
        let failed = outcome.as_ref().err()?;
        Some(failed.skipped.iter().map(|(_, failure)| *failure))
    });
    let failures: Vec<Failure> = failures.flatten().collect();
    if failures.contains(&Failure::Later) {
        return (Notice::Failed, true);
    }
    if failures.contains(&Failure::Refused) {
        return (Notice::Failed, false);
    }
    let has_channel = Channel::VARIANTS.iter().any(|channel| post.can(*channel));
    if has_channel && outcomes.is_empty() {
        (Notice::NoContact, false)
    } else {
        (Notice::NoChannel, false)
    }
}

async fn keep(txn: &Txn, id: RedemptionId, outcomes: &[Outcome]) -> Result<(), StorageError> {
    for (reference, outcome) in outcomes {
        let dispatch = Dispatch {
            subject: id.0,
            purpose: ALERT,
            attempt: 1,
            reference: *reference,
        };
        match outcome {
            Ok(sent) => record_sent(txn, &dispatch, sent).await?,
            Err(failed) => record_failed(txn, &dispatch, failed).await?,
        }
    }
    Ok(())
}

/// Puts on record what came of it; that it failed once more is nothing new.
async fn note(
    txn: &mut Txn,
    redemption: &StoredRedemption,
    (notice, outcomes): (Notice, &[Outcome]),
) -> Result<(), StorageError> {
    if !store::note(txn, redemption.id, notice).await? {
        return Ok(());
    }
    let told = outcomes.iter().filter(|(_, outcome)| outcome.is_ok());
    let organisation = redemption.organisation_id;
    let reason: &str = notice.into();
    let (action, details) = match notice {
        Notice::Waiting => return Ok(()),
        Notice::Sent => (
            "emergency_code.alert_sent",
            json!({ "organisation": organisation, "told": told.count(), "known": outcomes.len() }),
        ),
        Notice::Failed => (
            "emergency_code.alert_failed",
            json!({ "organisation": organisation, "known": outcomes.len() }),
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
