//! The next wave, and all that time brings: run as a job, any number of times.

use std::collections::HashSet;

use serde_json::json;

use super::pick::{Choosable, Field, field};
use super::send::plan_alert;
use super::turn::Turn;
use super::{Desk, RequestError, settle};
use crate::accounts::link_token;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Job, StorageError, Txn};
use crate::experts;
use crate::ids::{AlertId, ExpertId, NeedId, RequestId};
use crate::incidents::model::IncidentState;
use crate::incidents::requests::model::{
    Alert, AlertState, HOME_WAVE, Need, Reckoned, RequestState, Situation, Step, WaveRule,
};
use crate::incidents::requests::store;
use crate::incidents::store as incidents;
use crate::reference::Phase;
use crate::sealing::Keyring;

/// The kind of job.
pub(in crate::incidents) const ADVANCE: &str = "help.advance";

/// What the link of an alert is made for.
const LINK: &str = "alert answer";

/// Where somebody answers an alert, and sees what became of it.
pub(in crate::incidents) fn answer_path(
    ring: &Keyring,
    id: AlertId,
) -> Result<String, StorageError> {
    let link = link_token(ring, LINK, id.0)?;
    Ok(format!("/a/{}", link.reveal()))
}

/// Plans to look at a request; for the same instant it is the same job.
pub(in crate::incidents) fn plan(txn: &mut Txn, id: RequestId, run_at: Instant) {
    txn.enqueue(Job {
        kind: ADVANCE,
        key: format!("{ADVANCE} {id} {}", run_at.as_micros()),
        subject: id.0,
        run_at,
    });
}

/// Does all that is due of a request, and asks the next people.
///
/// # Errors
/// The register cannot be searched yet, or storage failed.
pub(in crate::incidents) async fn advance(desk: &Desk, id: RequestId) -> Result<(), RequestError> {
    // Whoever may be asked is looked up before the transaction: that takes a moment.
    let field = field(desk, id).await;
    let mut txn = desk.db.begin().await?;
    if store::hold(&txn, id).await?.is_none() {
        return Ok(());
    }
    let situation = settle(&mut txn, desk, id).await?;
    let incident = incidents::by_id(txn.connection(), situation.request.incident).await?;
    let is_open = incident
        .as_ref()
        .is_some_and(|incident| incident.state() == IncidentState::Verified);
    let is_asking = situation.request.state() == RequestState::Alerting
        && situation.request.paused_at.is_none()
        && txn.now() < situation.request.until()
        && is_open;
    if let (true, Some(incident), Ok(field)) = (is_asking, incident, &field) {
        let mut taken = gone(&txn, field, &situation).await?;
        for need in &situation.needs {
            let of = (&situation, need, incident.phase);
            ask(&mut txn, desk, (of, field), &mut taken).await?;
        }
    }
    txn.commit().await?;
    // Deadlines are kept also while nobody can be looked up.
    field.map(|_| ())
}

/// Whoever was erased since they were looked up: they are not asked.
async fn gone(
    txn: &Txn,
    field: &Field,
    situation: &Situation,
) -> Result<HashSet<ExpertId>, RequestError> {
    let lists = situation.needs.iter().map(|need| field.list(need));
    let all: HashSet<ExpertId> = lists.flatten().map(|one| one.expert).collect();
    let ids: Vec<ExpertId> = all.iter().copied().collect();
    let kept = experts::kept_among(txn.connection(), &ids).await?;
    Ok(&all - &kept)
}

/// Asks the next people for a need, if it is time to.
async fn ask(
    txn: &mut Txn,
    desk: &Desk,
    ((situation, need, phase), field): ((&Situation, &Need, Phase), &Field),
    taken: &mut HashSet<ExpertId>,
) -> Result<(), RequestError> {
    let (id, now) = (situation.request.id, txn.now());
    let rule = WaveRule::of(&desk.waves, phase, need.wanted.first_call);
    let turn = Turn::of(&rule, (situation, need), (field, taken), now);
    let looks_again = |until| rule.looks_again(until, (situation.request.begun_at, now));
    let (count, wave, until, reckoned) = match turn.step {
        Step::Enough => return Ok(()),
        Step::Wait(until) => {
            plan(txn, id, looks_again(until));
            return Ok(());
        }
        Step::Alert {
            count,
            wave,
            until,
            reckoned,
        } => (count, wave, until, reckoned),
    };
    let asking = (id, need.id);
    let by = (HOME_WAVE, rule.home_answered_by(now));
    let own = (&turn.at_home[..], u16::MAX);
    let at_home = ask_each(txn, desk, (asking, by), own, taken).await?;
    let by = (wave, rule.answered_by(now));
    let others = (&turn.others[..], count);
    let others = ask_each(txn, desk, (asking, by), others, taken).await?;
    let (asked, left) = (at_home + others, count - others);
    let exhausted_at = (left > 0).then(|| need.exhausted_at.unwrap_or(now));
    // A wave that finds nobody is none; it is tried again when it would have ended.
    let wave = if asked == 0 { need.wave } else { wave };
    if Some(until) != need.wave_until || asked > 0 || need.exhausted_at != exhausted_at {
        store::start_wave(txn, need.id, (wave, until), exhausted_at).await?;
    }
    if asked > 0 {
        record(txn, (need.id, wave), (asked, reckoned));
    }
    plan(txn, id, looks_again(until));
    Ok(())
}

/// Asks so many of these people at most who are not asked already; how many were asked.
async fn ask_each(
    txn: &mut Txn,
    desk: &Desk,
    ((request, need), (wave, expires_at)): ((RequestId, NeedId), (u16, Instant)),
    (people, count): (&[&Choosable], u16),
    taken: &mut HashSet<ExpertId>,
) -> Result<u16, RequestError> {
    let mut asked = 0;
    for expert in people.iter().map(|one| one.expert) {
        if asked == count {
            break;
        }
        let alert = Alert {
            id: AlertId(uuid::Uuid::new_v4()),
            request,
            need,
            expert,
            wave,
            state: AlertState::Queued,
            channel: None,
            made_at: txn.now(),
            expires_at,
            sent_at: None,
            seen_at: None,
            answer: None,
            answer_from: None,
            closed_at: None,
        };
        let link = link_token(&desk.ring, LINK, alert.id.0)?;
        if store::insert_alert(txn, &alert, link.hash()).await? {
            plan_alert(txn, alert.id);
            plan(txn, request, expires_at);
            taken.insert(expert);
            asked += 1;
        }
    }
    Ok(asked)
}

fn record(txn: &mut Txn, (need, wave): (NeedId, u16), (asked, reckoned): (u16, Reckoned)) {
    let Reckoned {
        rule,
        open,
        target,
        expected,
        incident,
    } = reckoned;
    txn.audit(AuditEntry {
        actor: Actor::Service,
        action: "need.wave_sent",
        subject: need.to_string(),
        details: json!({
            "wave": wave,
            "asked": asked,
            "rule": rule,
            "open": open,
            "target": target,
            "expected": expected,
            "incident": incident,
        }),
    });
}
