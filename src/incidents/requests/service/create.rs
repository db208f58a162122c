//! A verified town asks for people.

use serde_json::json;

use super::advance::plan;
use super::{Desk, RequestError, settle};
use crate::access::Permit;
use crate::access::action::CreateHelpRequest;
use crate::clock::Instant;
use crate::db::idempotency::{self, Attempt, Earlier};
use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::emergency;
use crate::ids::{self, IncidentId, RequestId};
use crate::incidents::model::{Incident, IncidentState};
use crate::incidents::requests::model::{HelpRequest, Situation, planned};
use crate::incidents::requests::store;
use crate::incidents::store as incidents;
use crate::input::FieldError;
use crate::matching::{NewNeed, Seeker, Sought};
use crate::reference::Reference;

/// Days of a request that does not say.
const DAYS: u16 = 7;

/// What is asked.
#[derive(Clone, Debug, Default)]
pub(in crate::incidents) struct NewRequest {
    /// Those of the playbook if absent.
    pub(in crate::incidents) needs: Option<Vec<NewNeed>>,
    /// Now if absent.
    pub(in crate::incidents) from: Option<Instant>,
    /// Seven if absent.
    pub(in crate::incidents) days: Option<u16>,
}

/// What is asked, before it is kept.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Draft {
    request: HelpRequest,
    needs: Vec<NewNeed>,
}

/// Makes a request as a draft: nobody is asked yet. The same attempt is the same request.
///
/// # Errors
/// Not the caller's to know, not verified, over, not valid, the register cannot be searched yet, or storage failed.
pub(in crate::incidents) async fn create(
    desk: &Desk,
    permit: &Permit<CreateHelpRequest>,
    (id, new): (IncidentId, NewRequest),
    attempt: Option<Attempt>,
) -> Result<(Situation, i64), RequestError> {
    let draft = draft(desk, permit, (id, new)).await?;
    let made = draft.request.id;
    let mut txn = desk.db.begin().await?;
    if let Some(attempt) = &attempt {
        match idempotency::claim(&txn, attempt, made.to_string()).await? {
            Earlier::Nothing => {}
            Earlier::Made(made) => {
                txn.rollback().await?;
                return earlier(desk, &made).await;
            }
            Earlier::OtherBody => return Err(RequestError::KeyReused),
        }
    }
    keep(&mut txn, desk, (permit.actor(), draft)).await?;
    let generation = txn.commit().await?.generation;
    let made = settle::load(desk.db.reader(), made).await?;
    Ok((made.ok_or(RequestError::NotFound)?, generation))
}

/// A request of which the register knows what is asked, and that is not kept yet.
///
/// # Errors
/// Not the caller's to know, not verified, not valid, the register cannot be searched yet, or storage failed.
pub(in crate::incidents) async fn draft(
    desk: &Desk,
    permit: &Permit<CreateHelpRequest>,
    (id, new): (IncidentId, NewRequest),
) -> Result<Draft, RequestError> {
    let found = incidents::find(desk.db.reader(), permit.scope(), id).await?;
    let incident = found.ok_or(RequestError::NotFound)?;
    let (request, needs) = request(&incident, new, (&desk.reference, desk.db.clock().now()))?;
    check(desk, &incident, (&request, &needs)).await?;
    Ok(Draft { request, needs })
}

/// Keeps a draft in a transaction that somebody else commits, which holds its incident from then on.
///
/// # Errors
/// Not verified any more, over, or storage failed.
pub(in crate::incidents) async fn keep(
    txn: &mut Txn,
    desk: &Desk,
    (actor, draft): (Actor, Draft),
) -> Result<RequestId, RequestError> {
    let Draft { request, needs } = draft;
    incidents::hold(txn, request.incident).await?;
    let incident = incidents::by_id(txn.connection(), request.incident).await?;
    let incident = incident.ok_or(RequestError::NotFound)?;
    match incident.state() {
        IncidentState::Verified => {}
        IncidentState::Unverified => return Err(RequestError::Unverified),
        IncidentState::Closed => return Err(RequestError::Over),
    }
    let request = HelpRequest {
        first_yes_counts: said_beforehand(txn, &desk.reference, &incident).await?,
        ..request
    };
    enter(txn, actor, (&incident, &request, &needs)).await?;
    Ok(request.id)
}

/// Makes the request of an incident that was just verified, with the needs of its playbook: as a draft, or begun at once.
/// `false` where there is no playbook, so that the desk asks what is needed.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn ask_for_verified(
    txn: &mut Txn,
    reference: &Reference,
    incident: &Incident,
    (by, begins): (Actor, bool),
) -> Result<bool, StorageError> {
    let now = txn.now();
    let made = request(incident, NewRequest::default(), (reference, now));
    let Ok((request, needs)) = made else {
        return Ok(false);
    };
    let request = HelpRequest {
        begun_at: begins.then_some(now),
        first_yes_counts: said_beforehand(txn, reference, incident).await?,
        ..request
    };
    enter(txn, by, (incident, &request, &needs)).await?;
    if begins {
        txn.audit(AuditEntry {
            actor: by,
            action: "help_request.begun",
            subject: request.id.to_string(),
            details: json!({}),
        });
        plan(txn, request.id, now);
    }
    Ok(true)
}

/// Whether the town said beforehand that the first fitting yes counts: with its card it accepted the conditions.
async fn said_beforehand(
    txn: &Txn,
    reference: &Reference,
    incident: &Incident,
) -> Result<bool, StorageError> {
    match incident.organisation {
        Some(town) => emergency::has_accepted(txn.connection(), reference, town).await,
        None => Ok(false),
    }
}

fn request(
    incident: &Incident,
    new: NewRequest,
    (reference, now): (&Reference, Instant),
) -> Result<(HelpRequest, Vec<NewNeed>), RequestError> {
    let of_playbook = || {
        let playbook = reference
            .taxonomy
            .playbook(&incident.symptom, incident.phase);
        let needs = playbook.into_iter().flat_map(|playbook| &playbook.needs);
        needs.map(planned).collect()
    };
    let needs: Vec<NewNeed> = new.needs.unwrap_or_else(of_playbook);
    if needs.is_empty() {
        let detail = "there is no playbook for this: say who is needed";
        let error = FieldError::new("/needs", "required", detail);
        return Err(RequestError::Invalid(vec![error]));
    }
    let (from, days) = (new.from.unwrap_or(now), new.days.unwrap_or(DAYS));
    if from.plus_days(days.into()) <= now {
        let detail = "help would be over before anybody is asked";
        let error = FieldError::new("/from", "range", detail);
        return Err(RequestError::Invalid(vec![error]));
    }
    let request = HelpRequest {
        id: RequestId(ids::ordered(now)),
        incident: incident.id,
        from,
        days,
        made_at: now,
        begun_at: None,
        paused_at: None,
        filled_at: None,
        stood_down: None,
        first_yes_counts: false,
        version: 1,
    };
    Ok((request, needs))
}

/// Whether the register knows what is asked.
async fn check(
    desk: &Desk,
    incident: &Incident,
    (request, needs): (&HelpRequest, &[NewNeed]),
) -> Result<(), RequestError> {
    let (Some(place), Some(requester)) = (incident.place.clone(), incident.organisation) else {
        return Err(RequestError::Unverified);
    };
    let now = desk.db.clock().now();
    let reference = desk.reference.clone();
    let seeker = Seeker::begin(&desk.search, (reference, &desk.ring), now).await?;
    seeker.check(Sought {
        place,
        requester,
        symptom: incident.symptom.clone(),
        phase: incident.phase,
        from: request.from,
        days: request.days,
        needs: needs.to_vec(),
    })?;
    Ok(())
}

async fn enter(
    txn: &mut Txn,
    actor: Actor,
    (incident, request, needs): (&Incident, &HelpRequest, &[NewNeed]),
) -> Result<(), StorageError> {
    store::insert(txn, request, actor).await?;
    store::insert_needs(txn, request.id, needs).await?;
    txn.audit(AuditEntry {
        actor,
        action: "help_request.created",
        subject: request.id.to_string(),
        details: json!({ "incident": incident.id, "needs": needs.len() }),
    });
    Ok(())
}

async fn earlier(desk: &Desk, made: &str) -> Result<(Situation, i64), RequestError> {
    let id = made.parse();
    let id = id.map_err(|_| StorageError::Corrupt("idempotency_keys.resource"))?;
    let made = settle::load(desk.db.reader(), id).await?;
    let generation = desk.db.generation().await?;
    Ok((made.ok_or(RequestError::NotFound)?, generation))
}
