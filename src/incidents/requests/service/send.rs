//! Messages to those who are asked. They say that somebody is needed, and nothing of whom or what.

use web::letters::{HelpLetter, help_letter};

use super::advance::LINK;
use super::{Desk, RequestError};
use crate::accounts::link_token;
use crate::db::{Job, Txn};
use crate::experts;
use crate::ids::AlertId;
use crate::incidents::requests::model::{Alert, AlertState};
use crate::incidents::requests::store;
use crate::incidents::store as incidents;
use crate::incidents::telling::{Outgoing, Went, deliver};
use crate::jobs::JobFailure;
use crate::notifications::Post;

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
        key: format!("{kind} {id}"),
        subject: id.0,
        run_at,
    });
}

/// Asks somebody, once: a job that runs again finds it sent, or sends the same link again.
///
/// # Errors
/// No way works now; with the last try the alert fails and the next in line is asked.
pub(in crate::incidents) async fn send_alert(
    desk: &Desk,
    post: &Post,
    id: AlertId,
) -> Result<(), JobFailure> {
    let Some(alert) = waiting(desk, id).await? else {
        return Ok(());
    };
    let link = link_token(&desk.ring, LINK, id.0).map_err(crate::db::StorageError::from)?;
    let is_drill = is_drill(desk, &alert).await.map_err(failed)?;
    let says = HelpLetter::Asked {
        until: alert.expires_at.time_of_day(),
    };
    let outgoing = Outgoing {
        subject: id.0,
        purpose: ALERT,
        letter: help_letter(&post.sender, &says, is_drill),
        link: Some(format!("/a/{}", link.reveal())),
    };
    let went = out(desk, post, &alert, outgoing).await?;
    let mut txn = desk.db.begin().await?;
    let told = match went {
        Went::By(channel) => store::sent(&txn, id, channel.into()).await,
        Went::Refused => store::fail(&txn, id).await,
        // It waits to be phoned: making up for it at once would go through the whole register.
        Went::Nowhere => Ok(false),
    };
    told.map_err(crate::db::StorageError::from)?;
    let after = store::alert(txn.connection(), id).await?;
    if after.is_some_and(|alert| alert.state == AlertState::StoodDown && alert.sent_at.is_some()) {
        plan_stand_down(&mut txn, id);
    }
    let now = txn.now();
    super::plan_advance(&mut txn, alert.request, now);
    txn.commit().await?;
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
    let is_drill = is_drill(desk, &alert).await.map_err(failed)?;
    let outgoing = Outgoing {
        subject: id.0,
        purpose: STAND_DOWN,
        letter: help_letter(&post.sender, &HelpLetter::StoodDown, is_drill),
        link: None,
    };
    out(desk, post, &alert, outgoing).await?;
    Ok(())
}

async fn waiting(desk: &Desk, id: AlertId) -> Result<Option<Alert>, JobFailure> {
    let found = store::alert(desk.db.reader(), id).await?;
    let now = desk.db.clock().now();
    Ok(found.filter(|alert| alert.state == AlertState::Queued && now < alert.expires_at))
}

async fn is_drill(desk: &Desk, alert: &Alert) -> Result<bool, RequestError> {
    let request = store::by_id(desk.db.reader(), alert.request).await?;
    let request = request.ok_or(RequestError::NotFound)?;
    let incident = incidents::by_id(desk.db.reader(), request.incident).await?;
    Ok(incident.is_some_and(|incident| incident.is_drill))
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
        | RequestError::KeyReused
        | RequestError::NotReady => JobFailure::Outside("the register is not ready"),
    }
}
