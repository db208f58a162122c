//! Whoever asks is who they say.

use std::fmt;

use serde_json::json;

use super::IncidentError;
use super::providers::tell_providers;
use super::report::{Kit, administration, shared};
use super::seek::Seeking;
use crate::access::Permit;
use crate::access::action::VerifyIncident;
use crate::db::{AuditEntry, StorageError, Txn};
use crate::emergency::{self, Heard};
use crate::ids::{IncidentId, OrganisationId};
use crate::incidents::care::plan_reminders;
use crate::incidents::model::{Incident, IncidentState, Verification, Verified};
use crate::incidents::store;
use crate::input::FieldError;
use crate::organisations::{OrganisationError, Seat};

/// How a coordinator knows.
#[derive(Clone, Debug)]
pub(in crate::incidents) enum Proof {
    /// The called said this word; by which number, where that is said.
    CallBack(String, Option<Called>),
    /// The coordinator knows them, and says how.
    KnownPerson(String),
}

/// By which number somebody was called back.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::incidents) enum Called {
    /// One that was registered before the incident.
    Registered,
    /// Another one, and why.
    Other(String),
}

impl fmt::Debug for Called {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Called {
    fn name(&self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Other(_) => "other",
        }
    }
}

/// An incident that is verified now.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Confirmed {
    pub(in crate::incidents) incident: Incident,
    /// People are asked from now on.
    pub(in crate::incidents) is_sought: bool,
    pub(in crate::incidents) generation: i64,
}

impl Proof {
    /// What the coordinator says of it: kept sealed with the incident.
    fn reason(&self) -> Option<&str> {
        match self {
            Self::KnownPerson(reason) | Self::CallBack(_, Some(Called::Other(reason))) => {
                Some(reason)
            }
            Self::CallBack(_, Some(Called::Registered) | None) => None,
        }
    }

    /// By which number they were called, as the record says.
    fn number(&self) -> Option<&'static str> {
        match self {
            Self::CallBack(_, called) => called.as_ref().map(Called::name),
            Self::KnownPerson(_) => None,
        }
    }

    fn how(&self) -> Verification {
        match self {
            Self::CallBack(..) => Verification::CallBack,
            Self::KnownPerson(_) => Verification::KnownPerson,
        }
    }
}

/// Verifies an incident, and looks for help at once where that is asked. A wrong word is counted, whatever else happens.
///
/// # Errors
/// Not the caller's to know, verified or closed already, a wrong word, a place that is needed, or storage failed.
pub(in crate::incidents) async fn verify(
    kit: Kit<'_>,
    permit: &Permit<VerifyIncident>,
    id: IncidentId,
    (proof, seat): (Proof, Option<Seat>),
    seeking: Seeking,
) -> Result<Confirmed, IncidentError> {
    let mut txn = kit.db.begin().await?;
    let mut incident = waiting(&txn, permit, id).await?;
    if let Some(seat) = &seat {
        incident.place = Some(seat.place.clone());
    }
    let Some(seat) = seat.or_else(|| Seat::find(kit.reference, incident.place.as_deref()?)) else {
        let detail = "say which Gemeinde, Kreis or shared administration it is";
        let error = FieldError::new("/municipality", "required", detail);
        return Err(IncidentError::Invalid(vec![error]));
    };
    if let Proof::CallBack(word, _) = &proof {
        let heard = emergency::hear(&txn, kit.ring, id.0, word).await?;
        if let Some(error) = unheard(heard) {
            let failed = "incident.verification_failed";
            record(&mut txn, permit, failed, (id, &proof));
            txn.commit().await?;
            return Err(error);
        }
    }
    let organisation = enter(&mut txn, kit, permit, &seat).await?;
    let verified = Verified {
        at: txn.now(),
        by: permit.actor().to_string(),
        how: proof.how(),
    };
    if !store::verify(&txn, &incident, (organisation, &verified)).await? {
        return Err(IncidentError::AlreadyVerified);
    }
    if let Some(reason) = proof.reason() {
        store::vouch(&txn, kit.ring, (id, reason)).await?;
    }
    record(&mut txn, permit, "incident.verified", (id, &proof));
    incident.organisation = Some(organisation);
    incident.verified = Some(verified);
    tell_providers(&mut txn, kit.reference, &incident).await?;
    plan_reminders(&mut txn, id).await?;
    let is_sought = seeking.follow(&mut txn, kit.reference, &incident).await?;
    let generation = txn.commit().await?.generation;
    let verified = store::by_id(kit.db.reader(), id).await?;
    Ok(Confirmed {
        incident: verified.ok_or(IncidentError::NotFound)?,
        is_sought,
        generation,
    })
}

/// The incident, held: whoever sets another place meanwhile is waited for, so that the wrong town is not verified.
async fn waiting(
    txn: &Txn,
    permit: &Permit<VerifyIncident>,
    id: IncidentId,
) -> Result<Incident, IncidentError> {
    store::hold(txn, id).await?;
    let found = store::find(txn.connection(), permit.scope(), id).await?;
    let incident = found.ok_or(IncidentError::NotFound)?;
    match incident.state() {
        IncidentState::Unverified => Ok(incident),
        IncidentState::Verified => Err(IncidentError::AlreadyVerified),
        IncidentState::Closed => Err(IncidentError::Closed),
    }
}

/// Says where it is, of an incident whose place was in no list, or was another one.
///
/// # Errors
/// Not the caller's to know, not waiting any more, or storage failed.
pub(in crate::incidents) async fn set_place(
    kit: Kit<'_>,
    permit: &Permit<VerifyIncident>,
    (id, seat): (IncidentId, &Seat),
) -> Result<(), IncidentError> {
    let mut txn = kit.db.begin().await?;
    let found = store::find(txn.connection(), permit.scope(), id).await?;
    if found.is_none() {
        return Err(IncidentError::NotFound);
    }
    let organisation = administration(&txn, kit.reference, &seat.place).await?;
    if !store::set_place(&txn, id, (&seat.place, organisation)).await? {
        return Err(IncidentError::AlreadyVerified);
    }
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "incident.place_set",
        subject: id.to_string(),
        details: json!({ "place": seat.place }),
    });
    txn.commit().await?;
    Ok(())
}

/// Why a word proves nothing; nothing where it does.
fn unheard(heard: Heard) -> Option<IncidentError> {
    match heard {
        Heard::Right => None,
        Heard::Wrong { left } => Some(IncidentError::WrongWord(left)),
        Heard::Locked => Some(IncidentError::Locked),
    }
}

/// The organisation of the place, entered now where nobody needed it before; that of the administration it shares,
/// where it has none of its own.
async fn enter(
    txn: &mut Txn,
    kit: Kit<'_>,
    permit: &Permit<VerifyIncident>,
    seat: &Seat,
) -> Result<OrganisationId, IncidentError> {
    if let Some(known) = administration(txn, kit.reference, &seat.place).await? {
        return Ok(known);
    }
    let shared = shared(kit.reference, &seat.place);
    let shared = shared.and_then(|key| Seat::find(kit.reference, &key));
    let seat = shared.as_ref().unwrap_or(seat);
    match seat.enter(txn, kit.reference, permit.actor()).await {
        Ok(entered) => Ok(entered),
        // Somebody else verified another incident of the town.
        Err(OrganisationError::PlaceTaken(other)) => Ok(other),
        Err(OrganisationError::Storage(error)) => Err(error.into()),
        Err(
            OrganisationError::NotFound
            | OrganisationError::Invalid(_)
            | OrganisationError::Version(_)
            | OrganisationError::SaidByAdmins
            | OrganisationError::KeyReused,
        ) => Err(StorageError::Corrupt("organisations.ags").into()),
    }
}

fn record(
    txn: &mut Txn,
    permit: &Permit<VerifyIncident>,
    action: &'static str,
    (id, proof): (IncidentId, &Proof),
) {
    let how: &str = proof.how().into();
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action,
        subject: id.to_string(),
        details: json!({ "how": how, "number": proof.number() }),
    });
}
