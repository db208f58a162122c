//! Counting and redeeming.

use serde_json::json;
use strum::IntoStaticStr;

use super::jobs::ALERT;
use super::model::Notice;
use super::store::{self, KnownCode, StoredRedemption};
use crate::attempts::{self, Counted, Counter};
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Db, Job, StorageError, Txn};
use crate::emergency::card::CardState;
use crate::emergency::code::EmergencyCode;
use crate::ids::{self, OrganisationId, RedemptionId};
use crate::organisations::{self, Seat, places_above};
use crate::reference::Reference;
use crate::sealing::Keyring;

/// Wrong codes are counted for so many seconds.
const PERIOD: i64 = 3_600;
/// For one administration. A town whose tries are used up is called back instead.
const FOR_A_PLACE: i32 = 3;
/// From one address.
const FOR_AN_ADDRESS: i32 = 20;
/// From all addresses for all administrations.
const OVERALL: i32 = 200;

/// Whose code somebody says it is. It was typed right: its check sign fits, which tells nothing about its worth.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The administration, or a Gemeinde that shares one.
    pub seat: Seat,
    /// The code.
    pub code: EmergencyCode,
}

/// A code that was redeemed: its administration proved itself, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redemption {
    /// Names it; an incident refers to it.
    pub id: RedemptionId,
    /// Whose code it was.
    pub organisation: OrganisationId,
    /// The place that asks for help.
    pub place: String,
    /// When.
    pub redeemed_at: Instant,
}

/// Why a code was not taken. For the record alone: whoever sent it learns only that it was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Refusal {
    /// There is no such code.
    Unknown,
    /// It was used before.
    Used,
    /// Its card was revoked.
    Revoked,
    /// Its card was replaced.
    Replaced,
    /// It is the code of another administration.
    OtherPlace,
}

/// Counts an attempt before the code is looked at; [`redeem`] takes it back when the code is right. Of a subscriber no
/// more than a few are wrong; where a coordinator types there is none, since behind it are many callers.
///
/// # Errors
/// `Ok(Err(seconds))`: too many wrong codes, try again in so many seconds, or be called back; or storage failed.
pub async fn count(
    db: &Db,
    ring: &Keyring,
    (place, subscriber): (&str, Option<String>),
) -> Result<Result<Counted, i64>, StorageError> {
    let counter = |scope, subject: &str, limit| Counter::new(ring, scope, subject, (limit, PERIOD));
    let own = subscriber.map(|own| counter("card-address", &own, FOR_AN_ADDRESS));
    let mut counters: Vec<_> = own.transpose()?.into_iter().collect();
    counters.push(counter("card-place", place, FOR_A_PLACE)?);
    counters.push(counter("card-overall", "", OVERALL)?);
    attempts::count(db, counters).await
}

/// Uses up a code in a transaction that somebody else commits, whatever the answer: a refusal is on record, too.
/// Of many who redeem the same code at once exactly one does.
///
/// # Errors
/// Storage failed; nothing was used.
pub async fn redeem(
    txn: &mut Txn,
    (reference, ring): (&Reference, &Keyring),
    (claim, counted): (&Claim, Counted),
) -> Result<Result<Redemption, Refusal>, StorageError> {
    let known = store::find(txn, &claim.code.hash(ring)?).await?;
    let refusal = match &known {
        None => Some(Refusal::Unknown),
        Some(code) => refusal(txn, reference, (claim, code)).await?,
    };
    let (Some(code), None) = (&known, refusal) else {
        let refusal = refusal.unwrap_or(Refusal::Unknown);
        record_refusal(txn, (claim, known.as_ref()), refusal);
        return Ok(Err(refusal));
    };
    if !store::use_up(txn, code.id).await? {
        record_refusal(txn, (claim, known.as_ref()), Refusal::Used);
        return Ok(Err(Refusal::Used));
    }
    let redemption = Redemption {
        id: RedemptionId(ids::ordered(txn.now())),
        organisation: code.organisation,
        place: claim.seat.place.clone(),
        redeemed_at: txn.now(),
    };
    store::insert(txn, code, &redemption).await?;
    counted.give_back(txn).await?;
    txn.audit(AuditEntry {
        actor: Actor::Service,
        action: "emergency_code.redeemed",
        subject: redemption.id.to_string(),
        details: json!({
            "organisation": code.organisation,
            "card": code.card,
            "place": redemption.place,
        }),
    });
    txn.enqueue(Job {
        kind: ALERT,
        key: format!("{ALERT} {}", redemption.id),
        subject: redemption.id.0,
        run_at: txn.now(),
    });
    Ok(Ok(redemption))
}

async fn refusal(
    txn: &Txn,
    reference: &Reference,
    (claim, code): (&Claim, &KnownCode),
) -> Result<Option<Refusal>, StorageError> {
    let state: CardState = code
        .card_state
        .parse()
        .map_err(|_| StorageError::Corrupt("emergency_cards.state"))?;
    let owner = organisations::by_id(txn.connection(), code.organisation)
        .await?
        .ok_or(StorageError::Corrupt("emergency_cards.organisation_id"))?;
    // The card of a shared administration is good for each of its Gemeinden, that of a Kreis for the Kreis alone.
    let place = reference.regions.today(&owner.place);
    let is_theirs = place == claim.seat.place
        || (place.len() == 9 && places_above(reference, &place).contains(&claim.seat.place));
    Ok(match (state, code.is_used, is_theirs) {
        (_, _, false) => Some(Refusal::OtherPlace),
        (_, true, true) => Some(Refusal::Used),
        (CardState::Revoked, false, true) => Some(Refusal::Revoked),
        (CardState::Replaced, false, true) => Some(Refusal::Replaced),
        (CardState::Issued, false, true) => None,
    })
}

fn record_refusal(txn: &mut Txn, (claim, code): (&Claim, Option<&KnownCode>), refusal: Refusal) {
    let reason: &str = refusal.into();
    txn.audit(AuditEntry {
        actor: Actor::Service,
        action: "emergency_code.refused",
        subject: claim.seat.place.clone(),
        details: json!({ "reason": reason, "card": code.map(|code| code.card) }),
    });
}

/// A redemption as those see it who act for its administration.
#[derive(Clone, Debug)]
pub struct Redeemed {
    /// When.
    pub at: Instant,
    /// What came of telling those known of the administration.
    pub notice: Notice,
}

/// The last redemptions of an administration. The caller has proved to act for it.
///
/// # Errors
/// Storage failed.
pub(in crate::emergency) async fn redeemed(
    db: &Db,
    organisation: OrganisationId,
) -> Result<Vec<Redeemed>, StorageError> {
    let rows = store::last_of(db.reader(), organisation, 10).await?;
    let shown = rows.into_iter().map(|row: StoredRedemption| {
        Ok(Redeemed {
            at: row.redeemed_at,
            notice: Notice::of(row.notice.as_deref())?,
        })
    });
    shown.collect()
}
