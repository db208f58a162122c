//! What the thread of a deployment says of it while it runs.

use super::part::By;
use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::incidents::deployments::model::{
    Deployment, DeploymentState, Extension, ExtensionDecision, Part,
};
use crate::incidents::thread::{self, MessageResponse, MessageSide, steps};

/// It began at this instant.
pub(super) async fn started(
    txn: &Txn,
    (deployment, at): (&Deployment, Instant),
    by: By,
) -> Result<(), StorageError> {
    let said = steps::started(by.part.into(), at);
    thread::say(txn, deployment, said).await
}

/// They are called back to this instant.
pub(super) async fn called_back(
    txn: &Txn,
    (deployment, until): (&Deployment, Instant),
    by: By,
) -> Result<(), StorageError> {
    let said = steps::called_back(by.part.into(), until);
    thread::say(txn, deployment, said).await
}

/// It ends so, by a side or by the rules: what was carried out is released, what comes to nothing is taken back.
pub(super) async fn ended(
    txn: &Txn,
    deployment: &Deployment,
    (state, by): (DeploymentState, Actor),
    part: Option<Part>,
) -> Result<(), StorageError> {
    let side = match part {
        Some(part) => MessageSide::from(part),
        None => thread::ended_by(txn, deployment, (state, by)).await?,
    };
    if state == DeploymentState::Ended {
        let said = steps::ended(side, txn.now());
        return thread::say(txn, deployment, said).await;
    }
    thread::take_back(txn, deployment, side).await
}

/// A later end is asked for. Where the house said yes beforehand and there is nobody else to ask, it is said at once.
pub(super) async fn extension_asked(
    txn: &Txn,
    (deployment, extension): (&Deployment, &Extension),
    by: By,
    is_covered: bool,
) -> Result<(), StorageError> {
    let said = steps::extension_asked(by.part.into(), extension.until);
    thread::say(txn, deployment, said).await?;
    if !is_covered || extension.expert_at.is_none() {
        return Ok(());
    }
    let yes = (MessageSide::Employer, MessageResponse::Accept);
    extension_said(txn, (deployment, extension), yes).await
}

/// A side says yes or no to it. Of a no nobody says whose it is: nobody declines before the own employer.
pub(super) async fn extension_answered(
    txn: &Txn,
    (deployment, extension): (&Deployment, &Extension),
    (decision, by): (ExtensionDecision, By),
) -> Result<(), StorageError> {
    let other = if by.part == Part::Expert {
        extension.employer_at
    } else {
        extension.expert_at
    };
    let said = match decision {
        ExtensionDecision::Refuse => (MessageSide::Service, MessageResponse::Decline),
        ExtensionDecision::Agree if other.is_some() => (by.part.into(), MessageResponse::Accept),
        // Were the first yes told, a no after it would name the other side.
        ExtensionDecision::Agree => return Ok(()),
    };
    extension_said(txn, (deployment, extension), said).await
}

/// Nobody answered it in time.
pub(super) async fn extension_lapsed(
    txn: &Txn,
    about: (&Deployment, &Extension),
) -> Result<(), StorageError> {
    let no = (MessageSide::Service, MessageResponse::Decline);
    extension_said(txn, about, no).await
}

async fn extension_said(
    txn: &Txn,
    (deployment, extension): (&Deployment, &Extension),
    (side, response): (MessageSide, MessageResponse),
) -> Result<(), StorageError> {
    let said = steps::extension_answered(side, response, extension.until);
    thread::say(txn, deployment, said).await
}
