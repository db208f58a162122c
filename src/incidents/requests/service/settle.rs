//! What follows from a change, in its transaction: late answers and keys, places for yes, stand-downs, filled.

use serde_json::json;

use super::advance::plan;
use super::send::plan_stand_down;
use super::{Desk, RequestError};
use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::ids::RequestId;
use crate::incidents::deployments::{self, Deployment, DeploymentState};
use crate::incidents::requests::model::{Alert, Due, Need, Situation, Yes, terms};
use crate::incidents::requests::store;
use crate::incidents::store as incidents;

/// A request with all that belongs to it.
pub(in crate::incidents) async fn load<C: sea_orm::ConnectionTrait>(
    db: &C,
    id: RequestId,
) -> Result<Option<Situation>, StorageError> {
    let Some(request) = store::by_id(db, id).await? else {
        return Ok(None);
    };
    Ok(Some(Situation {
        request,
        needs: store::needs_of(db, id).await?,
        alerts: store::alerts_of(db, id).await?,
        deployments: deployments::of_request(db, id).await?,
    }))
}

/// Does all that is due of a request the transaction holds, and plans when to look again.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn settle(
    txn: &mut Txn,
    desk: &Desk,
    id: RequestId,
) -> Result<Situation, RequestError> {
    loop {
        let situation = load(txn.connection(), id).await?;
        let situation = situation.ok_or(RequestError::NotFound)?;
        let Some(due) = situation.due(txn.now()) else {
            if let Some(at) = situation.next_deadline(txn.now()) {
                plan(txn, id, at);
            }
            return Ok(situation);
        };
        follow(txn, desk, (&situation, due)).await?;
    }
}

async fn follow(
    txn: &mut Txn,
    desk: &Desk,
    (situation, due): (&Situation, Due),
) -> Result<(), RequestError> {
    let id = situation.request.id;
    match due {
        Due::Expire(alert) if alert.sent_at.is_none() => {
            store::fail(txn, alert.id).await?;
            record(txn, "alert.failed", alert.id.to_string());
        }
        Due::Expire(alert) => {
            store::expire(txn, alert.id).await?;
            record(txn, "alert.expired", alert.id.to_string());
        }
        Due::Lapse(deployment) => lapse(txn, &deployment).await?,
        Due::RunOut(deployment) => deployments::run_out(txn, &deployment).await?,
        Due::StandDown(alert) => stand_down(txn, &alert).await?,
        Due::Fill => {
            let now = txn.now();
            store::fill(txn, id, Some(now)).await?;
            record(txn, "help_request.filled", id.to_string());
        }
        Due::Reopen => {
            store::fill(txn, id, None).await?;
            record(txn, "help_request.reopened", id.to_string());
            let now = txn.now();
            plan(txn, id, now);
        }
        Due::Propose(alert, need) => {
            let need = situation.needs.iter().find(|known| known.id == need);
            let need = need.ok_or(StorageError::Corrupt("alerts.need_id"))?;
            propose(txn, desk, (situation, need, &alert)).await?;
        }
    }
    Ok(())
}

async fn lapse(txn: &mut Txn, deployment: &Deployment) -> Result<(), RequestError> {
    let ended = (DeploymentState::Lapsed, Actor::Service);
    deployments::end(txn, deployment, ended).await?;
    store::close(txn, deployment.alert).await?;
    Ok(())
}

pub(super) async fn stand_down(txn: &mut Txn, alert: &Alert) -> Result<(), RequestError> {
    if store::stand_down_alert(txn, alert.id).await? {
        record(txn, "alert.stood_down", alert.id.to_string());
        if alert.is_known() {
            plan_stand_down(txn, alert.id);
        }
    }
    Ok(())
}

/// A yes gets a place: its terms are those of now, for somebody in reserve may have waited.
async fn propose(
    txn: &mut Txn,
    desk: &Desk,
    (situation, need, alert): (&Situation, &Need, &Alert),
) -> Result<(), RequestError> {
    let request = &situation.request;
    let incident = incidents::by_id(txn.connection(), request.incident).await?;
    let incident = incident.ok_or(RequestError::NotFound)?;
    let Some((kind, _)) = alert.answer else {
        return Err(StorageError::Corrupt("alerts.answer").into());
    };
    let yes = Yes {
        kind,
        from: alert.answer_from,
        is_rested: true,
    };
    match terms((&need.wanted, request.from, request.days), yes, txn.now()) {
        Ok(terms) => {
            let what = (request, &incident, need.id, alert);
            deployments::propose(txn, desk, (what, terms)).await
        }
        // The need is over before it could begin.
        Err(_) => stand_down(txn, alert).await,
    }
}

pub(super) fn record(txn: &mut Txn, action: &'static str, subject: String) {
    txn.audit(AuditEntry {
        actor: Actor::Service,
        action,
        subject,
        details: json!({}),
    });
}
