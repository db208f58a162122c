//! Messages to those who are asked. They say that somebody is needed, and nothing of whom or what.

use web::letters::{CallAnswer, HelpLetter, help_call, help_letter};

use super::advance::{answer_path, plan as plan_advance};
use super::{Desk, RequestError};
use crate::db::{Job, Txn};
use crate::experts;
use crate::ids::AlertId;
use crate::incidents::deadline::until;
use crate::incidents::model::Incident;
use crate::incidents::requests::model::{Alert, AlertState, AnswerKind, WaveRule, keys_for};
use crate::incidents::requests::store;
use crate::incidents::store as incidents;
use crate::incidents::telling::{Outgoing, Went, deliver};
use crate::jobs::{self, JobFailure};
use crate::notifications::{Post, deliveries_of};

/// The kind of job that asks somebody.
pub(in crate::incidents) const ALERT: &str = "help.alert";
/// The kind of job that tells somebody that they are needed no more.
pub(in crate::incidents) const STAND_DOWN: &str = "help.stand_down";

pub(super) fn plan_alert(txn: &mut Txn, id: AlertId) {
    plan(txn, ALERT, id);
}

pub(super) fn plan_stand_down(txn: &mut Txn, id: AlertId) {
    plan(txn, STAND_DOWN, id);
}

fn plan(txn: &mut Txn, kind: &'static str, id: AlertId) {
    let run_at = txn.now();
    txn.enqueue(Job {
        kind,
        key: job_key(kind, id),
        subject: id.0,
        run_at,
    });
}

/// Names the one job of a kind for an alert.
pub(super) fn job_key(kind: &str, id: AlertId) -> String {
    format!("{kind} {id}")
}

/// Asks somebody, once: a job that runs again finds it sent, or sends the same link again.
///
/// # Errors
/// No way works now. It is tried again as long as they can answer; the next in line are asked by the next wave, and with
/// the end of that time the alert fails.
pub(in crate::incidents) async fn send_alert(
    desk: &Desk,
    post: &Post,
    id: AlertId,
) -> Result<(), JobFailure> {
    let Some(alert) = waiting(desk, id).await? else {
        return tell_if_tried(desk, id).await;
    };
    let went = ask(desk, post, &alert).await?;
    let mut txn = desk.db.begin().await?;
    store::hold(&txn, alert.request).await?;
    let told = match went {
        Went::By(channel) => store::sent(&txn, id, channel.into()).await,
        Went::Refused => store::fail(&txn, id).await,
        // It waits to be phoned: making up for it at once would go through the whole register.
        Went::Nowhere => Ok(false),
    };
    if told.map_err(crate::db::StorageError::from)? {
        give_time(&mut txn, desk, &alert).await.map_err(failed)?;
    }
    let after = store::alert(txn.connection(), id).await?;
    if after.is_some_and(|alert| alert.state == AlertState::StoodDown && alert.sent_at.is_some()) {
        plan_stand_down(&mut txn, id);
    }
    let now = txn.now();
    plan_advance(&mut txn, alert.request, now);
    txn.commit().await?;
    Ok(())
}

/// Asks by the next way somebody whom a message did not reach.
///
/// # Errors
/// No way works now.
pub(in crate::incidents) async fn send_again(
    desk: &Desk,
    post: &Post,
    id: AlertId,
) -> Result<(), JobFailure> {
    let found = store::alert(desk.db.reader(), id).await?;
    let now = desk.db.clock().now();
    let is_open = |alert: &Alert| alert.state == AlertState::Sent && now < alert.expires_at;
    let Some(alert) = found.filter(is_open) else {
        return Ok(());
    };
    let went = ask(desk, post, &alert).await?;
    let mut txn = desk.db.begin().await?;
    store::hold(&txn, alert.request).await?;
    let told = match went {
        Went::By(channel) => store::sent_again(&txn, alert.id, channel.into()).await,
        Went::Refused | Went::Nowhere => store::fail(&txn, alert.id).await,
    };
    told.map_err(crate::db::StorageError::from)?;
    let now = txn.now();
    plan_advance(&mut txn, alert.request, now);
    txn.commit().await?;
    Ok(())
}

/// Hands the question over by the first way that works and did not fail before.
async fn ask(desk: &Desk, post: &Post, alert: &Alert) -> Result<Went, JobFailure> {
    let incident = incident(desk, alert).await.map_err(failed)?;
    let is_drill = incident.is_some_and(|incident| incident.is_drill);
    let says = HelpLetter::Asked {
        until: until(alert.expires_at, desk.db.clock().now()),
    };
    let keys = keys(desk, post, alert).await?;
    let outgoing = Outgoing {
        subject: alert.id.0,
        purpose: ALERT,
        apart: 0,
        letter: help_letter(&post.sender, &says, is_drill),
        link: Some(answer_path(&desk.ring, alert.id)?),
        spoken: keys.map(|keys| help_call(&post.sender, &says, is_drill, &keys)),
    };
    out(desk, post, alert, outgoing).await
}

/// Whoever is told only after their wave ended has as long as it would have been.
async fn give_time(txn: &mut Txn, desk: &Desk, alert: &Alert) -> Result<(), RequestError> {
    let request = store::by_id(txn.connection(), alert.request).await?;
    let request = request.ok_or(RequestError::NotFound)?;
    let incident = incidents::by_id(txn.connection(), request.incident).await?;
    let incident = incident.ok_or(RequestError::NotFound)?;
    let needs = store::needs_of(txn.connection(), request.id).await?;
    let need = needs.into_iter().find(|need| need.id == alert.need);
    let need = need.ok_or(RequestError::NotFound)?;
    let rule = WaveRule::of(&desk.waves, incident.phase, need.wanted.first_call);
    let until = rule.ends(txn.now());
    if store::prolong_wave(txn, (need.id, alert.wave), until).await? {
        plan_advance(txn, request.id, until);
    }
    Ok(())
}

/// Tells somebody that they are needed no more.
///
/// # Errors
/// No way works now.
pub(in crate::incidents) async fn send_stand_down(
    desk: &Desk,
    post: &Post,
    id: AlertId,
) -> Result<(), JobFailure> {
    let found = store::alert(desk.db.reader(), id).await?;
    let Some(alert) = found.filter(|alert| alert.state == AlertState::StoodDown) else {
        return Ok(());
    };
    let incident = incident(desk, &alert).await.map_err(failed)?;
    let is_drill = incident.as_ref().is_some_and(|incident| incident.is_drill);
    let says = match incident.and_then(|incident| incident.closed) {
        Some(closed) if closed.reason.ends_help() => HelpLetter::NobodyNeeded,
        Some(_) | None => HelpLetter::StoodDown,
    };
    let outgoing = Outgoing {
        subject: id.0,
        purpose: STAND_DOWN,
        apart: 0,
        letter: help_letter(&post.sender, &says, is_drill),
        link: None,
        spoken: None,
    };
    out(desk, post, &alert, outgoing).await?;
    Ok(())
}

/// The keys that answer in a call, with what they say; none where nobody hears them.
async fn keys(
    desk: &Desk,
    post: &Post,
    alert: &Alert,
) -> Result<Option<Vec<(&'static str, CallAnswer)>>, JobFailure> {
    if !post.hears_keys() {
        return Ok(None);
    }
    let needs = store::needs_of(desk.db.reader(), alert.request).await?;
    let need = needs.into_iter().find(|need| need.id == alert.need);
    let keys = need.map(|need| keys_for(&need.wanted)).unwrap_or_default();
    let said = keys.into_iter().map(|kind| (kind.key(), said(kind)));
    Ok(Some(said.collect()))
}

const fn said(kind: AnswerKind) -> CallAnswer {
    match kind {
        AnswerKind::FirstCall => CallAnswer::FirstCall,
        AnswerKind::Remote => CallAnswer::Remote,
        AnswerKind::OnSite => CallAnswer::OnSite,
        AnswerKind::No => CallAnswer::No,
        AnswerKind::NotTonight => CallAnswer::NotTonight,
    }
}

/// Where the worker was killed between a message and the note that it went, somebody was asked and nobody knows: they are
/// told of the end, too. A try that came back left a note of what it met.
async fn tell_if_tried(desk: &Desk, id: AlertId) -> Result<(), JobFailure> {
    let found = store::alert(desk.db.reader(), id).await?;
    let is_unnoted =
        found.is_some_and(|alert| alert.state == AlertState::StoodDown && alert.sent_at.is_none());
    if !is_unnoted || jobs::tries(&desk.db, &job_key(ALERT, id)).await? <= 1 {
        return Ok(());
    }
    let tried = deliveries_of(&desk.db, &[id.0]).await?;
    let tried = tried.iter().filter(|one| one.purpose == ALERT);
    let noted: Vec<_> = tried.collect();
    if noted.is_empty() || noted.iter().any(|one| one.failure.is_none()) {
        let mut txn = desk.db.begin().await?;
        plan_stand_down(&mut txn, id);
        txn.commit().await?;
    }
    Ok(())
}

async fn waiting(desk: &Desk, id: AlertId) -> Result<Option<Alert>, JobFailure> {
    let found = store::alert(desk.db.reader(), id).await?;
    let now = desk.db.clock().now();
    Ok(found.filter(|alert| alert.state == AlertState::Queued && now < alert.expires_at))
}

async fn incident(desk: &Desk, alert: &Alert) -> Result<Option<Incident>, RequestError> {
    let request = store::by_id(desk.db.reader(), alert.request).await?;
    let request = request.ok_or(RequestError::NotFound)?;
    Ok(incidents::by_id(desk.db.reader(), request.incident).await?)
}

/// Hands it over by the first way that works; none where nobody can be reached.
async fn out(
    desk: &Desk,
    post: &Post,
    alert: &Alert,
    outgoing: Outgoing,
) -> Result<Went, JobFailure> {
    let entry = experts::load(desk.db.reader(), &[alert.expert])
        .await?
        .pop();
    let Some(entry) = entry else {
        return Ok(Went::Refused);
    };
    let ways = experts::ways(&desk.db, &desk.ring, &entry).await?;
    deliver(&desk.db, post, &ways, outgoing).await
}

fn failed(error: RequestError) -> JobFailure {
    match error {
        RequestError::Storage(error) => JobFailure::Retry(error),
        RequestError::NotFound
        | RequestError::Invalid(_)
        | RequestError::Unverified
        | RequestError::Over
        | RequestError::Answered
        | RequestError::Expired
        | RequestError::CannotUndo
        | RequestError::MovedOn
        | RequestError::Reached
        | RequestError::KeyReused
        | RequestError::NotReady => JobFailure::Outside("the register is not ready"),
    }
}
