//! Beginning, pausing and ending; whom a coordinator picks or skips.

use serde_json::{Value, json};

use super::advance::plan;
use super::obstacle::check_pick;
use super::{Desk, RequestError, settle};
use crate::access::action::{AlertExperts, SteerWaves};
use crate::access::{Action, Permit};
use crate::db::{Actor, AuditEntry, Txn};
use crate::ids::{IncidentId, NeedId, RequestId};
use crate::incidents::deployments::{self, DeploymentState};
use crate::incidents::model::IncidentState;
use crate::incidents::requests::model::{
    Choice, Chosen, HelpRequest, Need, RequestState, Situation,
};
use crate::incidents::requests::store;
use crate::incidents::store as incidents;

/// The request the caller covers, held until the transaction ends.
pub(super) async fn hold<A: Action>(
    txn: &Txn,
    permit: &Permit<A>,
    id: RequestId,
) -> Result<HelpRequest, RequestError> {
    let request = store::hold(txn, id).await?.ok_or(RequestError::NotFound)?;
    let incident = incidents::find(txn.connection(), permit.scope(), request.incident).await?;
    match incident.ok_or(RequestError::NotFound)?.state() {
        IncidentState::Verified | IncidentState::Closed => Ok(request),
        IncidentState::Unverified => Err(RequestError::Unverified),
    }
}

fn still_open(request: &HelpRequest) -> Result<(), RequestError> {
    match request.state() {
        RequestState::StoodDown => Err(RequestError::Over),
        RequestState::Draft | RequestState::Alerting | RequestState::Filled => Ok(()),
    }
}

/// Begins to ask people. Sent twice it has begun once.
///
/// # Errors
/// Not the caller's to know, over, or storage failed.
pub(in crate::incidents) async fn begin(
    desk: &Desk,
    permit: &Permit<AlertExperts>,
    id: RequestId,
) -> Result<(Situation, i64), RequestError> {
    let mut txn = desk.db.begin().await?;
    still_open(&hold(&txn, permit, id).await?)?;
    if store::begin(&txn, id).await? {
        record(
            &mut txn,
            permit.actor(),
            ("help_request.begun", id),
            json!({}),
        );
        let now = txn.now();
        plan(&mut txn, id, now);
    }
    finish(txn, desk, id).await
}

/// Ends a request: whoever is asked, or waits for a key, is told that they are needed no more. Who is committed stays.
///
/// # Errors
/// Not the caller's to know, over already, or storage failed.
pub(in crate::incidents) async fn stand_down(
    desk: &Desk,
    permit: &Permit<AlertExperts>,
    (id, why): (RequestId, &str),
) -> Result<(Situation, i64), RequestError> {
    let mut txn = desk.db.begin().await?;
    let request = hold(&txn, permit, id).await?;
    end(&mut txn, desk, (&request, permit.actor()), why).await?;
    finish(txn, desk, id).await
}

/// Ends all requests of an incident that is over; where there was nothing to help with, also what is committed.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn stand_down_of_incident(
    txn: &mut Txn,
    desk: &Desk,
    (incident, by): (IncidentId, Actor),
    ends_help: bool,
) -> Result<(), RequestError> {
    let mut all = Vec::new();
    // All before the first is ended, in one order: what else holds several of them waits, and does not block this.
    for request in store::of_incident(txn.connection(), incident).await? {
        let held = store::hold(txn, request.id).await?;
        all.push(held.ok_or(RequestError::NotFound)?);
    }
    for held in all {
        if held.stood_down.is_none() {
            end(txn, desk, (&held, by), "incident closed").await?;
            settle::settle(txn, desk, held.id).await?;
        }
        if ends_help {
            end_committed(txn, (held.id, by)).await?;
        }
    }
    Ok(())
}

/// Frees whoever is committed. Of what comes to nothing neither side sees the other from then on; whoever was not genuine
/// sees nobody, also where help had begun.
async fn end_committed(txn: &mut Txn, (id, by): (RequestId, Actor)) -> Result<(), RequestError> {
    let all = deployments::of_request(txn.connection(), id).await?;
    let committed = all.iter().filter(|one| one.state.is_committed());
    for deployment in committed {
        let ended = (deployment.state.when_given_up(), by);
        deployments::end(txn, deployment, ended).await?;
    }
    Ok(())
}

async fn end(
    txn: &mut Txn,
    desk: &Desk,
    (request, by): (&HelpRequest, Actor),
    why: &str,
) -> Result<(), RequestError> {
    if !store::stand_down(txn, request.id, (by, why)).await? {
        return Err(RequestError::Over);
    }
    // Late ones first: what has lapsed is not withdrawn.
    let situation = settle::settle(txn, desk, request.id).await?;
    for deployment in situation.deployments.iter().filter(|one| one.is_pending()) {
        deployments::end(txn, deployment, (DeploymentState::Withdrawn, by)).await?;
    }
    let mut all = situation.deployments.iter();
    if !all.any(|one| one.state.fills_a_place()) {
        deployments::give_up_successor(txn, request.id).await?;
    }
    record(txn, by, ("help_request.stood_down", request.id), json!({}));
    Ok(())
}

/// Asks nobody new for a while, or goes on.
///
/// # Errors
/// Not the caller's to know, over, or storage failed.
pub(in crate::incidents) async fn pause(
    desk: &Desk,
    permit: &Permit<SteerWaves>,
    (id, is_paused): (RequestId, bool),
) -> Result<(Situation, i64), RequestError> {
    let mut txn = desk.db.begin().await?;
    still_open(&hold(&txn, permit, id).await?)?;
    let now = txn.now();
    store::pause(&txn, id, is_paused.then_some(now)).await?;
    let action = if is_paused {
        "help_request.paused"
    } else {
        "help_request.resumed"
    };
    record(&mut txn, permit.actor(), (action, id), json!({}));
    plan(&mut txn, id, now);
    finish(txn, desk, id).await
}

/// Sends the next wave now, of one need or of all: after the wave that was seen, where it is said which. Of two who saw
/// the same one, one sends.
///
/// # Errors
/// Not the caller's to know, over, another wave meanwhile, or storage failed.
pub(in crate::incidents) async fn next_wave(
    desk: &Desk,
    permit: &Permit<SteerWaves>,
    (id, need, seen): (RequestId, Option<NeedId>, Option<u32>),
) -> Result<(Situation, i64), RequestError> {
    let mut txn = desk.db.begin().await?;
    still_open(&hold(&txn, permit, id).await?)?;
    let needs = store::needs_of(txn.connection(), id).await?;
    let ended = store::wave_ends_now(&txn, id, need).await?;
    if seen.is_some_and(|seen| ended == 0 || seen != waves(&needs, need)) {
        return Err(RequestError::MovedOn);
    }
    let details = json!({ "need": need });
    record(
        &mut txn,
        permit.actor(),
        ("help_request.wave_asked", id),
        details,
    );
    let now = txn.now();
    plan(&mut txn, id, now);
    finish(txn, desk, id).await
}

/// How many waves there were, of one need or of all together: none goes out without a greater number.
fn waves(needs: &[Need], only: Option<NeedId>) -> u32 {
    let needs = needs.iter();
    let meant = needs.filter(|need| only.is_none_or(|only| only == need.id));
    meant.map(|need| u32::from(need.wave)).sum()
}

/// Picks or skips somebody for a need. Who is picked is asked next, and somebody skipped who is asked already is told
/// that they are needed no more.
///
/// # Errors
/// Not the caller's to know, over, no such need or entry, not to be asked, or storage failed.
pub(in crate::incidents) async fn choose(
    desk: &Desk,
    permit: &Permit<SteerWaves>,
    (id, need, chosen): (RequestId, NeedId, Chosen),
) -> Result<(Situation, i64), RequestError> {
    let (expert, choice) = chosen;
    if choice == Choice::Pick {
        check_pick(desk, permit, (id, need, expert)).await?;
    }
    let mut txn = desk.db.begin().await?;
    still_open(&hold(&txn, permit, id).await?)?;
    let needs = store::needs_of(txn.connection(), id).await?;
    let known = crate::experts::load(txn.connection(), &[expert]).await?;
    if !needs.iter().any(|known| known.id == need) || known.is_empty() {
        return Err(RequestError::NotFound);
    }
    store::choose(&txn, need, chosen, permit.actor()).await?;
    let named: &str = choice.into();
    let details = json!({ "need": need, "expert": expert, "choice": named });
    record(
        &mut txn,
        permit.actor(),
        ("help_request.expert_chosen", id),
        details,
    );
    match choice {
        Choice::Pick => _ = store::wave_ends_now(&txn, id, Some(need)).await?,
        Choice::Skip => drop_alert(&mut txn, id, chosen.0, need).await?,
    }
    let now = txn.now();
    plan(&mut txn, id, now);
    finish(txn, desk, id).await
}

/// Ends the alert of somebody who is skipped, unless they said yes.
async fn drop_alert(
    txn: &mut Txn,
    id: RequestId,
    expert: crate::ids::ExpertId,
    need: NeedId,
) -> Result<(), RequestError> {
    let alerts = store::alerts_of(txn.connection(), id).await?;
    let waiting = alerts.into_iter().find(|alert| {
        alert.expert == expert
            && alert.need == need
            && alert.closed_at.is_none()
            && alert.state.is_waiting()
    });
    if let Some(alert) = waiting {
        settle::stand_down(txn, &alert).await?;
    }
    Ok(())
}

pub(super) async fn finish(
    mut txn: Txn,
    desk: &Desk,
    id: RequestId,
) -> Result<(Situation, i64), RequestError> {
    let situation = settle::settle(&mut txn, desk, id).await?;
    let generation = txn.commit().await?.generation;
    Ok((situation, generation))
}

fn record(txn: &mut Txn, actor: Actor, (action, id): (&'static str, RequestId), details: Value) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: id.to_string(),
        details,
    });
}
