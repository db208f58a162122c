//! A committed deployment begins, is called back, ends or is called off. Every step is taken once, from the state it needs.

use serde_json::json;

use super::DeploymentError;
use super::acceptance::of_town;
use super::ending::end_by;
use super::news::{tell_expert, tell_house};
use super::part::{By, acting};
use super::said;
use super::town_news::{remind_at, tell_town_news};
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::accounts::Secret;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Txn};
use crate::experts::{self, Commitment};
use crate::ids::DeploymentId;
use crate::incidents::deployments::model::{
    Act, Deployment, DeploymentState, LONGEST_DAYS, NotNow, Part, REMINDED, Terms,
};
use crate::incidents::deployments::store;
use crate::incidents::requests::{self, Desk};
use crate::input::FieldError;

/// What a side does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::incidents) enum Step {
    /// It began, now or then.
    Start(Option<Instant>),
    /// They are called back to this day.
    CallBack(Instant),
    /// It is over.
    End,
    /// It is called off.
    Cancel,
}

impl Step {
    const fn act(&self) -> Act {
        match self {
            Self::Start(_) => Act::Start,
            Self::CallBack(_) => Act::CallBack,
            Self::End => Act::End,
            Self::Cancel => Act::Cancel,
        }
    }
}

/// Takes a step, for whoever is signed in.
///
/// # Errors
/// Not the caller's to know or to do, it stands otherwise, an instant that cannot be, or storage failed.
pub(in crate::incidents) async fn take_step(
    desk: &Desk,
    permit: &Permit<RunDeployment>,
    (id, step): (DeploymentId, Step),
) -> Result<(Deployment, i64), DeploymentError> {
    let (found, by) = acting(&desk.db, permit, (id, step.act())).await?;
    take(desk, (&found, step), by).await
}

/// The same by the link of the status page, for the town.
///
/// # Errors
/// The link opens none of its incident, else likewise.
pub(in crate::incidents) async fn take_step_by_town(
    desk: &Desk,
    link: &Secret,
    (id, step): (DeploymentId, Step),
) -> Result<(Deployment, i64), DeploymentError> {
    let found = of_town(desk, link, id).await?;
    let by = By {
        part: Part::Town,
        actor: Actor::Service,
    };
    if !by.part.may(step.act()) {
        return Err(DeploymentError::OtherSide);
    }
    take(desk, (&found, step), by).await
}

/// The same for whoever helps, by the link by which they said yes; the caller found the deployment by it.
///
/// # Errors
/// Not theirs to do, else likewise.
pub(in crate::incidents) async fn take_step_as_expert(
    desk: &Desk,
    found: &Deployment,
    step: Step,
) -> Result<(Deployment, i64), DeploymentError> {
    let by = By {
        part: Part::Expert,
        actor: Actor::Service,
    };
    if !by.part.may(step.act()) {
        return Err(DeploymentError::OtherSide);
    }
    take(desk, (found, step), by).await
}

/// Takes a step of whoever may; the caller made sure.
///
/// # Errors
/// It stands otherwise, an instant that cannot be, or storage failed.
async fn take(
    desk: &Desk,
    (found, step): (&Deployment, Step),
    by: By,
) -> Result<(Deployment, i64), DeploymentError> {
    let (mut txn, deployment) = open(desk, found).await?;
    let now = txn.now();
    match step {
        Step::Start(at) => {
            let at = deployment.start(at, now).map_err(refused)?;
            start(&mut txn, (&deployment, at), by).await?;
        }
        Step::CallBack(at) => {
            let until = deployment.call_back(at, now).map_err(refused)?;
            call_back(&mut txn, (&deployment, until), by).await?;
        }
        Step::End if deployment.can_end() => {
            let ended = DeploymentState::Ended;
            end_by(&mut txn, &deployment, (ended, by.actor), Some(by.part)).await?;
        }
        Step::Cancel if deployment.can_be_called_off() => {
            let ended = DeploymentState::Cancelled;
            end_by(&mut txn, &deployment, (ended, by.actor), Some(by.part)).await?;
            requests::close_alert(&txn, deployment.alert).await?;
        }
        Step::End | Step::Cancel => return Err(DeploymentError::NotAsked),
    }
    close(txn, desk, found).await
}

fn refused(no: NotNow) -> DeploymentError {
    match no {
        NotNow::State => DeploymentError::NotAsked,
        NotNow::Instant => {
            let detail = "it cannot be then: between the acceptance and now for a start, between now and the end for a return";
            DeploymentError::Invalid(vec![FieldError::new("/at", "range", detail)])
        }
    }
}

/// The transaction in which a deployment changes, with the deployment as it is then.
pub(super) async fn open(
    desk: &Desk,
    found: &Deployment,
) -> Result<(Txn, Deployment), DeploymentError> {
    let txn = desk.db.begin().await?;
    let held = requests::hold(&txn, found.request).await?;
    held.ok_or(DeploymentError::NotFound)?;
    let deployment = store::by_id(txn.connection(), found.id).await?;
    let deployment = deployment.ok_or(DeploymentError::NotFound)?;
    Ok((txn, deployment))
}

/// What follows for the request, and the deployment as it is afterwards.
pub(super) async fn close(
    mut txn: Txn,
    desk: &Desk,
    found: &Deployment,
) -> Result<(Deployment, i64), DeploymentError> {
    requests::settle(&mut txn, desk, found.request).await?;
    let now = txn.now();
    requests::plan_advance(&mut txn, found.request, now);
    let generation = txn.commit().await?.generation;
    let changed = store::by_id(desk.db.reader(), found.id).await?;
    Ok((changed.ok_or(DeploymentError::NotFound)?, generation))
}

async fn start(
    txn: &mut Txn,
    (deployment, at): (&Deployment, Instant),
    by: By,
) -> Result<(), DeploymentError> {
    let terms = deployment.begun_at(at);
    if !store::begin(txn, deployment, (at, by.actor), terms).await? {
        return Err(DeploymentError::NotAsked);
    }
    if terms != deployment.terms {
        begin_earlier(txn, (deployment, terms)).await?;
    }
    said::started(txn, (deployment, at), by).await?;
    note(txn, ("deployment.started", deployment), by);
    Ok(())
}

/// It began before it was to: they are booked from then on, and days of rest count from then on.
async fn begin_earlier(
    txn: &mut Txn,
    (deployment, terms): (&Deployment, Terms),
) -> Result<(), DeploymentError> {
    let begun = Commitment {
        from: terms.from,
        until: terms.until,
    };
    let booked = (deployment.id.0, begun);
    let booked = experts::commit_earlier(txn, deployment.expert, booked).await?;
    booked.map_err(DeploymentError::Booked)?;
    // A later end that was asked for may be too late now.
    let last = store::last_extension(txn.connection(), deployment.id).await?;
    let latest = terms.from.plus_days(LONGEST_DAYS);
    if let Some(last) = last.filter(|last| last.is_open() && last.until > latest) {
        super::extending::give_up(txn, deployment.id).await?;
        said::extension_lapsed(txn, (deployment, &last)).await?;
        tell_town_news(txn, deployment.id);
    }
    if terms.until != deployment.terms.until {
        plan_reminder(txn, deployment, terms.until);
    }
    Ok(())
}

async fn call_back(
    txn: &mut Txn,
    (deployment, until): (&Deployment, Instant),
    by: By,
) -> Result<(), DeploymentError> {
    if !store::bring_back(txn, deployment, (until, Some(by.part))).await? {
        return Err(DeploymentError::NotAsked);
    }
    let moved = (deployment.id.0, until);
    experts::recommit(txn, deployment.expert, moved).await?;
    super::extending::give_up(txn, deployment.id).await?;
    said::called_back(txn, (deployment, until), by).await?;
    note(txn, ("deployment.called_back", deployment), by);
    tell_expert(txn, deployment.id);
    tell_house(txn, deployment.id);
    tell_town_news(txn, deployment.id);
    Ok(())
}

/// Records a step with the side that took it.
pub(super) fn note(txn: &mut Txn, (action, deployment): (&'static str, &Deployment), by: By) {
    let part: &str = by.part.into();
    txn.audit(AuditEntry {
        actor: by.actor,
        action,
        subject: deployment.id.to_string(),
        details: json!({ "as": part }),
    });
}

/// Time ends what nobody ended.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn run_out(
    txn: &mut Txn,
    deployment: &Deployment,
) -> Result<(), crate::db::StorageError> {
    let ended = (DeploymentState::Ended, Actor::Service);
    end_by(txn, deployment, ended, None).await?;
    Ok(())
}

/// Plans to ask the town how it goes on, two days before a deployment ends; of one that is shorter it knows.
pub(super) fn plan_reminder(txn: &mut Txn, deployment: &Deployment, until: Instant) {
    let is_ahead = txn.now() < until.plus_seconds(-REMINDED);
    if is_ahead && !deployment.terms.is_first_call {
        remind_at(txn, deployment.id, until);
    }
}
