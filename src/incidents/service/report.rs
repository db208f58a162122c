//! Somebody asks for help.

use serde_json::json;

use super::IncidentError;
use super::code::{redeem, try_code};
use super::providers::tell_providers;
use super::recall::plan_recall;
use super::secrets::{link, spoken_code};
use super::sender::{Sender, Way};
use super::telling::call_desk;
use crate::accounts::Secret;
use crate::attempts::{self, Counter};
use crate::db::idempotency::{self, Earlier};
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::emergency::{self, CallWords, EmergencyCode, Redemption};
use crate::ids::{self, IncidentId, OrganisationId};
use crate::incidents::care::plan_reminders;
use crate::incidents::model::{
    CodeOutcome, Handling, Incident, Particulars, Readers, System, Verification, Verified, doubts,
};
use crate::incidents::{requests, store};
use crate::organisations::{self, Seat};
use crate::reference::{AdministrationKey, Phase, Reference};
use crate::sealing::Keyring;

/// Requests are counted for so many seconds: nobody waits longer.
const PERIOD: i64 = 600;
/// From one address: a whole mobile network may share it.
const FOR_AN_ADDRESS: i32 = 20;
/// From all. A good code of a card is taken beyond it.
const OVERALL: i32 = 500;

/// What a report is kept with.
#[derive(Clone, Copy)]
pub(in crate::incidents) struct Kit<'a> {
    pub(in crate::incidents) db: &'a Db,
    pub(in crate::incidents) ring: &'a Keyring,
    pub(in crate::incidents) reference: &'a Reference,
}

/// What somebody says, checked.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Report {
    /// Whose help is asked; none where the place is in no list.
    pub(in crate::incidents) seat: Option<Seat>,
    pub(in crate::incidents) symptom: String,
    pub(in crate::incidents) phase: Phase,
    pub(in crate::incidents) severity: Option<u8>,
    pub(in crate::incidents) systems: Vec<System>,
    pub(in crate::incidents) services: Vec<String>,
    pub(in crate::incidents) particulars: Particulars,
    pub(in crate::incidents) code: Option<EmergencyCode>,
    /// Who reads along once it is verified.
    pub(in crate::incidents) readers: Readers,
    pub(in crate::incidents) is_drill: bool,
}

/// What whoever asks holds from then on.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Secrets {
    /// Opens the status page.
    pub(in crate::incidents) link: Secret,
    /// Six digits to be typed where a name is shown.
    pub(in crate::incidents) spoken_code: String,
    /// What both sides of the call back say.
    pub(in crate::incidents) words: CallWords,
}

/// An incident that was taken.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Reported {
    pub(in crate::incidents) incident: Incident,
    /// This once; none when the same attempt made it before.
    pub(in crate::incidents) secrets: Option<Secrets>,
    pub(in crate::incidents) generation: i64,
}

/// Takes a request for help. With a good emergency code it is verified at once; a code that is not taken keeps
/// nobody from being called back. Whoever takes a call down cares for it at once, and is never one too many.
///
/// # Errors
/// Too many from here, or storage failed; nothing was kept.
pub(in crate::incidents) async fn report(
    kit: Kit<'_>,
    report: Report,
    sender: Sender,
) -> Result<Reported, IncidentError> {
    if let Some(attempt) = &sender.attempt
        && let Some(made) = idempotency::made(kit.db.reader(), attempt).await?
    {
        return earlier(kit, &made).await;
    }
    let full = count(kit, &sender.way).await?;
    let tried = try_code(kit, &report, &sender.way).await?;
    let mut txn = kit.db.begin().await?;
    let id = IncidentId(ids::ordered(txn.now()));
    if let Some(attempt) = &sender.attempt {
        match idempotency::claim(&txn, attempt, id.to_string()).await? {
            Earlier::Nothing => {}
            // Somebody was faster; what was counted for this one is given back.
            Earlier::Made(made) => {
                tried.give_back(&txn).await?;
                txn.commit().await?;
                return earlier(kit, &made).await;
            }
            // The scope is the hash of the body, so another body is another attempt.
            Earlier::OtherBody => return Err(StorageError::Corrupt("idempotency_keys").into()),
        }
    }
    let (code, redemption) = redeem(&mut txn, kit, tried).await?;
    if let (Some(seconds), None) = (full, &redemption) {
        return Err(IncidentError::TooMany(seconds));
    }
    let incident = Incident {
        taken: sender.way.taken(txn.now()),
        ..incident(&txn, kit, (id, &report), (code, redemption)).await?
    };
    let secrets = keep(&txn, kit.ring, &incident, &report.particulars).await?;
    record(&mut txn, &incident, &sender.way);
    begin_at_once(&mut txn, kit, &incident).await?;
    call_desk(&mut txn, id).await?;
    plan_recall(&mut txn, &incident);
    plan_reminders(&mut txn, id).await?;
    tell_providers(&mut txn, kit.reference, &incident).await?;
    let generation = txn.commit().await?.generation;
    Ok(Reported {
        incident,
        secrets: Some(secrets),
        generation,
    })
}

/// With a good code the first people are asked at once.
async fn begin_at_once(
    txn: &mut Txn,
    kit: Kit<'_>,
    incident: &Incident,
) -> Result<(), IncidentError> {
    if incident.verified.is_some() && incident.organisation.is_some() {
        let begun = (Actor::Service, true);
        requests::ask_for_verified(txn, kit.reference, incident, begun).await?;
    }
    Ok(())
}

/// Counts a request. From all together there may be too many, of which a good code makes one nevertheless: then in
/// how many seconds there may be others again. A call is not counted: somebody is on the phone.
async fn count(kit: Kit<'_>, way: &Way) -> Result<Option<i64>, IncidentError> {
    let Some(subscriber) = way.subscriber() else {
        return Ok(None);
    };
    let counter = |scope, subject: &str, limit| {
        Counter::new(kit.ring, scope, subject, (limit, PERIOD)).map(|counter| vec![counter])
    };
    let own = counter("help-address", &subscriber, FOR_AN_ADDRESS)?;
    if let Err(seconds) = attempts::count(kit.db, own).await? {
        return Err(IncidentError::TooMany(seconds));
    }
    let overall = counter("help-overall", "", OVERALL)?;
    Ok(attempts::count(kit.db, overall).await?.err())
}

/// What the same attempt made before, without its secrets.
async fn earlier(kit: Kit<'_>, made: &str) -> Result<Reported, IncidentError> {
    let id = made
        .parse()
        .map_err(|_| StorageError::Corrupt("idempotency_keys.resource"))?;
    let incident = store::by_id(kit.db.reader(), id).await?;
    Ok(Reported {
        incident: incident.ok_or(IncidentError::NotFound)?,
        secrets: None,
        generation: kit.db.generation().await?,
    })
}

async fn incident(
    txn: &Txn,
    kit: Kit<'_>,
    (id, report): (IncidentId, &Report),
    (code, redemption): (CodeOutcome, Option<Redemption>),
) -> Result<Incident, IncidentError> {
    let organisation = match (&redemption, &report.seat) {
        (Some(redemption), _) => Some(redemption.organisation),
        (None, Some(seat)) => administration(txn, kit.reference, &seat.place).await?,
        (None, None) => None,
    };
    let Particulars { phone, email, .. } = &report.particulars;
    let house = report.seat.as_ref().map_or("", |seat| seat.name.as_str());
    Ok(Incident {
        id,
        place: report.seat.as_ref().map(|seat| seat.place.clone()),
        organisation,
        symptom: report.symptom.clone(),
        phase: report.phase,
        severity: report.severity,
        doubts: doubts((phone, email.as_deref()), house),
        systems: report.systems.clone(),
        services: report.services.clone(),
        is_drill: report.is_drill,
        handling: Handling {
            readers: report.readers,
            ..Handling::default()
        },
        code,
        asked_at: txn.now(),
        taken: None,
        verified: redemption.as_ref().map(|redemption| Verified {
            at: redemption.redeemed_at,
            by: Actor::Service.to_string(),
            how: Verification::EmergencyCode,
        }),
        redemption: redemption.map(|redemption| redemption.id),
        closed: None,
        version: 1,
    })
}

/// The key of the administration a Gemeinde shares with others.
pub(super) fn shared(reference: &Reference, place: &str) -> Option<String> {
    let shared = reference.regions.administration_of(place.parse().ok()?)?;
    Some(AdministrationKey::as_str(&shared.key).to_owned())
}

/// The organisation that runs a place: its own, or the one it shares with others.
pub(super) async fn administration(
    txn: &Txn,
    reference: &Reference,
    place: &str,
) -> Result<Option<OrganisationId>, StorageError> {
    let shared = shared(reference, place);
    for place in [Some(place.to_owned()), shared].into_iter().flatten() {
        let places = reference.regions.with_past(vec![place]);
        let seated = organisations::seated_at(txn.connection(), &places).await?;
        if let Some(found) = seated.first() {
            return Ok(Some(found.id));
        }
    }
    Ok(None)
}

async fn keep(
    txn: &Txn,
    ring: &Keyring,
    incident: &Incident,
    particulars: &Particulars,
) -> Result<Secrets, IncidentError> {
    let link = link(ring, incident.id)?;
    let spoken_code = spoken_code(ring, incident.id)?;
    store::insert(txn, ring, incident, (particulars, link.hash())).await?;
    let words = emergency::arrange(txn, ring, incident.id.0).await?;
    Ok(Secrets {
        link,
        spoken_code,
        words,
    })
}

fn record(txn: &mut Txn, incident: &Incident, way: &Way) {
    let code: &str = incident.code.into();
    txn.audit(AuditEntry {
        actor: way.actor(),
        action: "incident.reported",
        subject: incident.id.to_string(),
        details: json!({
            "place": incident.place,
            "organisation": incident.organisation,
            "symptom": incident.symptom,
            "code": code,
            "is_drill": incident.is_drill,
            "by_phone": way.is_by_phone(),
        }),
    });
    if incident.taken.is_some() {
        txn.audit(AuditEntry {
            actor: way.actor(),
            action: "incident.taken",
            subject: incident.id.to_string(),
            details: json!({ "from": null }),
        });
    }
}
