//! What somebody who is asked says: by their link, or on the phone to a coordinator.

use sea_orm::ConnectionTrait;
use serde_json::json;

use super::advance::plan;
use super::phoning::reopen;
use super::steer::{finish, hold};
use super::{Desk, RequestError};
use crate::access::Permit;
use crate::access::action::AnswerForExpert;
use crate::accounts::Secret;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Txn};
use crate::experts;
use crate::ids::AlertId;
use crate::incidents::deployments::{self, Deployment, DeploymentState};
use crate::incidents::model::Incident;
use crate::incidents::requests::model::{
    Alert, AlertState, AnswerKind, HelpRequest, Need, Refused, UNDO, Yes, terms,
};
use crate::incidents::requests::store;
use crate::incidents::store as incidents;
use crate::input::FieldError;

/// What somebody is asked, and what became of it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Asked {
    pub(in crate::incidents) alert: Alert,
    pub(in crate::incidents) request: HelpRequest,
    pub(in crate::incidents) need: Need,
    pub(in crate::incidents) incident: Incident,
    /// What came of a yes.
    pub(in crate::incidents) deployment: Option<Deployment>,
}

impl Asked {
    /// Whether what happened may be said: while the police investigates, to whoever is committed alone (trust.md 14).
    pub(in crate::incidents) fn tells_what_happened(&self, now: Instant) -> bool {
        let committed = self.deployment.as_ref();
        !self.incident.handling.is_under_investigation
            || committed.is_some_and(|one| one.is_open_in(&self.incident, now))
    }

    /// Until when the answer can still be taken back.
    pub(in crate::incidents) fn undo_until(&self, now: Instant) -> Option<Instant> {
        let (kind, _) = self.alert.answer?;
        // A yes that is closed is committed, or came to nothing.
        let is_settled = kind.is_yes() && self.alert.closed_at.is_some();
        let is_answered = self.alert.state == AlertState::Answered;
        let until = self.alert.undo_until();
        until.filter(|until| is_answered && !is_settled && now < *until)
    }
}

/// An answer as it was given.
#[derive(Clone, Copy, Debug)]
pub(in crate::incidents) struct Given {
    pub(in crate::incidents) kind: AnswerKind,
    pub(in crate::incidents) from: Option<Instant>,
    pub(in crate::incidents) is_rested: bool,
}

/// Whether whatever a link asks can still be looked at.
const LINK_DAYS: i64 = 7;

/// What a link asks. That somebody looked is noted once.
///
/// # Errors
/// The link asks nothing, or no more, or storage failed.
pub(in crate::incidents) async fn asked(desk: &Desk, link: &Secret) -> Result<Asked, RequestError> {
    let alert = of_link(desk, link).await?;
    let is_new = alert.seen_at.is_none() && alert.state.is_waiting();
    if is_new && alert.closed_at.is_none() {
        let txn = desk.db.begin().await?;
        store::seen(&txn, alert.id).await?;
        txn.commit().await?;
    }
    load(desk, alert.id).await
}

pub(super) async fn of_link(desk: &Desk, link: &Secret) -> Result<Alert, RequestError> {
    let db = desk.db.reader();
    let found = store::alert_of_token(db, &link.hash()).await?;
    let found = found.ok_or(RequestError::NotFound)?;
    is_there(db, &found).await?;
    Ok(found)
}

/// Whoever was erased is asked nothing, whatever link is left of it.
async fn is_there<C: ConnectionTrait>(db: &C, alert: &Alert) -> Result<(), RequestError> {
    let kept = experts::kept_among(db, &[alert.expert]).await?;
    if kept.is_empty() {
        return Err(RequestError::Expired);
    }
    Ok(())
}

pub(super) async fn load(desk: &Desk, id: AlertId) -> Result<Asked, RequestError> {
    let db = desk.db.reader();
    let alert = store::alert(db, id).await?.ok_or(RequestError::NotFound)?;
    let request = store::by_id(db, alert.request).await?;
    let request = request.ok_or(RequestError::NotFound)?;
    let needs = store::needs_of(db, request.id).await?;
    let need = needs.into_iter().find(|need| need.id == alert.need);
    let incident = incidents::by_id(db, request.incident).await?;
    let incident = incident.ok_or(RequestError::NotFound)?;
    let deployments = deployments::of_request(db, request.id).await?;
    // A yes that was taken back and given again may have been so in one instant.
    let of_alert = deployments.into_iter().filter(|one| one.alert == id);
    let last = of_alert.max_by_key(|one| (one.ended.is_none(), one.id));
    let now = desk.db.clock().now();
    let is_followed =
        |one: &Deployment| one.is_open_in(&incident, now) || one.was_called_off_lately(now);
    let is_old =
        alert.expires_at.plus_days(LINK_DAYS) <= now && !last.as_ref().is_some_and(is_followed);
    if is_old {
        return Err(RequestError::Expired);
    }
    Ok(Asked {
        alert,
        request,
        need: need.ok_or(RequestError::NotFound)?,
        incident,
        deployment: last,
    })
}

/// Takes an answer by a link. The first one counts.
///
/// # Errors
/// The link asks nothing, or no more; answered before; not to be taken so; or storage failed.
pub(in crate::incidents) async fn answer_by_link(
    desk: &Desk,
    link: &Secret,
    given: Given,
) -> Result<Asked, RequestError> {
    let id = of_link(desk, link).await?.id;
    let mut txn = desk.db.begin().await?;
    let alert = held(&txn, id).await?;
    let request = store::by_id(txn.connection(), alert.request).await?;
    let request = request.ok_or(RequestError::NotFound)?;
    take(&mut txn, (&request, &alert), (given, Actor::Service)).await?;
    finish(txn, desk, request.id).await?;
    load(desk, id).await
}

/// Takes what somebody said on the phone, also of somebody whom no message reached.
///
/// # Errors
/// Not the caller's to know; answered before or over; not to be taken so; or storage failed.
pub(in crate::incidents) async fn answer_for(
    desk: &Desk,
    permit: &Permit<AnswerForExpert>,
    (id, given): (AlertId, Given),
) -> Result<Asked, RequestError> {
    let found = store::alert(desk.db.reader(), id).await?;
    let found = found.ok_or(RequestError::NotFound)?;
    let mut txn = desk.db.begin().await?;
    let request = hold(&txn, permit, found.request).await?;
    let alert = store::alert(txn.connection(), id).await?;
    let alert = reopen(&txn, alert.ok_or(RequestError::NotFound)?).await?;
    take(&mut txn, (&request, &alert), (given, permit.actor())).await?;
    finish(txn, desk, request.id).await?;
    load(desk, id).await
}

/// The alert, with its request held.
pub(super) async fn held(txn: &Txn, id: AlertId) -> Result<Alert, RequestError> {
    let found = store::alert(txn.connection(), id).await?;
    let found = found.ok_or(RequestError::NotFound)?;
    store::hold(txn, found.request).await?;
    let alert = store::alert(txn.connection(), id).await?;
    alert.ok_or(RequestError::NotFound)
}

/// Takes an answer, whichever way it came; the request is held.
pub(super) async fn take(
    txn: &mut Txn,
    (request, alert): (&HelpRequest, &Alert),
    (given, by): (Given, Actor),
) -> Result<(), RequestError> {
    is_there(txn.connection(), alert).await?;
    if alert.answer.is_some() {
        return Err(RequestError::Answered);
    }
    match alert.state {
        AlertState::Queued | AlertState::Sent | AlertState::Delivered | AlertState::Seen => {}
        AlertState::Answered | AlertState::StoodDown => return Err(RequestError::Answered),
        AlertState::Expired | AlertState::Failed => return Err(RequestError::Expired),
    }
    if alert.expires_at <= txn.now() {
        return Err(RequestError::Expired);
    }
    if given.kind.is_yes() {
        let needs = store::needs_of(txn.connection(), request.id).await?;
        let need = needs.iter().find(|need| need.id == alert.need);
        let need = need.ok_or(RequestError::NotFound)?;
        let Given {
            kind,
            from,
            is_rested,
        } = given;
        let yes = Yes {
            kind,
            from,
            is_rested,
        };
        terms((&need.wanted, request.from, request.days), yes, txn.now()).map_err(refused)?;
    }
    if !store::answer(txn, alert.id, (given.kind, given.from), by).await? {
        return Err(RequestError::Answered);
    }
    // What somebody said no to is nobody's business (trust.md 3): the record does not tell one answer from another.
    record(txn, by, ("alert.answered", alert.id));
    let now = txn.now();
    plan(txn, request.id, now);
    Ok(())
}

fn refused(refused: Refused) -> RequestError {
    let error = match refused {
        Refused::NotRested => {
            let detail = "say that you are rested and keep your eleven hours of rest";
            FieldError::new("/rested", "required", detail)
        }
        Refused::OtherMode => {
            let detail = "this is not the way of working that is needed";
            FieldError::new("/answer", "mode", detail)
        }
        Refused::From => {
            let detail = "help is needed within a day";
            FieldError::new("/from", "range", detail)
        }
    };
    RequestError::Invalid(vec![error])
}

/// Takes an answer back within ten minutes, unless they are committed.
///
/// # Errors
/// The link asks nothing, nothing is to be taken back any more, or storage failed.
pub(in crate::incidents) async fn undo_by_link(
    desk: &Desk,
    link: &Secret,
) -> Result<Asked, RequestError> {
    let id = of_link(desk, link).await?.id;
    let mut txn = desk.db.begin().await?;
    let alert = held(&txn, id).await?;
    if alert.undo_until().is_none_or(|until| until <= txn.now())
        || alert.state != AlertState::Answered
    {
        return Err(RequestError::CannotUndo);
    }
    let others = store::open_among(txn.connection(), &[alert.expert]).await?;
    let is_asked_elsewhere = alert.closed_at.is_some() && !others.is_empty();
    let all = deployments::of_request(txn.connection(), alert.request).await?;
    let live = all
        .into_iter()
        .find(|one| one.alert == id && one.state.holds_a_place());
    match live {
        Some(one) if !one.is_pending() => {
            return Err(RequestError::CannotUndo);
        }
        Some(one) => {
            let ended = (DeploymentState::Withdrawn, Actor::Service);
            deployments::end(&mut txn, &one, ended).await?;
        }
        // What a yes led to was refused: it is over, not taken back.
        None if alert.closed_at.is_some()
            && alert.answer.is_some_and(|(kind, _)| kind.is_yes()) =>
        {
            return Err(RequestError::CannotUndo);
        }
        None => {}
    }
    // Who answered late has time to say it anew.
    let again = alert.expires_at.max(txn.now().plus_seconds(UNDO));
    if is_asked_elsewhere || !store::undo(&txn, id, again).await? {
        return Err(RequestError::CannotUndo);
    }
    record(&mut txn, Actor::Service, ("alert.answer_undone", id));
    let now = txn.now();
    plan(&mut txn, alert.request, now);
    finish(txn, desk, alert.request).await?;
    load(desk, id).await
}

pub(super) fn record(txn: &mut Txn, actor: Actor, (action, id): (&'static str, AlertId)) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: id.to_string(),
        details: json!({}),
    });
}
