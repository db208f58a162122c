//! Somebody wrote: told to the other sides, without what it says.

use web::letters::{HelpLetter, help_letter};

use crate::access::{self, Role};
use crate::db::{Job, StorageError, Txn};
use crate::experts;
use crate::ids::{AccountId, DeploymentId};
use crate::incidents::deployments::{self, Deployment};
use crate::incidents::requests::Desk;
use crate::incidents::store as incidents;
use crate::incidents::telling::{Outgoing, mail_accounts};
use crate::incidents::thread::model::MessageSide;
use crate::incidents::thread::store;
use crate::jobs::JobFailure;
use crate::notifications::Post;

/// The kinds of job that tell the town, the employer and whoever helps.
pub(in crate::incidents) const THREAD_NEWS: [&str; 3] = [
    "help.thread_town",
    "help.thread_employer",
    "help.thread_expert",
];

/// Seconds between two messages to a side: what is written within them is told of together.
const QUIET: i64 = 10 * 60;

/// Sides that are told, in the order of the jobs.
const TOLD: [MessageSide; 3] = [
    MessageSide::Town,
    MessageSide::Employer,
    MessageSide::Expert,
];

/// Plans to tell everybody but the side that wrote, in the transaction in which it did.
pub(super) async fn tell_others(
    txn: &mut Txn,
    (deployment, by): (DeploymentId, MessageSide),
) -> Result<(), StorageError> {
    for (kind, side) in THREAD_NEWS.into_iter().zip(TOLD) {
        if side == by {
            continue;
        }
        if let Some(run_at) = store::tell_at(txn, (deployment, side), QUIET).await? {
            txn.enqueue(Job {
                kind,
                key: format!("{kind} {deployment} {}", run_at.as_micros()),
                subject: deployment.0,
                run_at,
            });
        }
    }
    Ok(())
}

/// Tells one side by mail that somebody wrote, everybody of it who has an account here; the others are phoned.
///
/// # Errors
/// No way to one of them works now; the others are told.
pub(in crate::incidents) async fn send_thread_news(
    desk: &Desk,
    post: &Post,
    (purpose, id): (&'static str, DeploymentId),
) -> Result<(), JobFailure> {
    let (db, now) = (desk.db.reader(), desk.db.clock().now());
    let found = deployments::by_id(db, id).await?;
    let incident = match &found {
        Some(found) => incidents::by_id(db, found.incident).await?,
        None => None,
    };
    let Some((deployment, incident)) = found.zip(incident) else {
        return Ok(());
    };
    if !deployment.is_open_in(&incident, now) {
        return Ok(());
    }
    let mut told = THREAD_NEWS.into_iter().zip(TOLD);
    let Some((purpose, side)) = told.find(|(kind, _)| *kind == purpose) else {
        return Ok(());
    };
    let thread = store::thread(db, id).await?;
    let written = thread.messages().iter().rev();
    let mut written = written.filter(|one| one.verb.is_written() && one.side != side);
    let Some(last) = written.next() else {
        return Ok(());
    };
    let told = accounts_of(desk, &deployment, side).await?;
    mail_accounts(&desk.db, (&desk.ring, post), told, |account| Outgoing {
        subject: id.0,
        purpose,
        apart: account.0.as_u128() ^ last.id.0.as_u128(),
        letter: help_letter(&post.sender, &HelpLetter::MessageCame, incident.is_drill),
        link: Some(format!("/einsaetze/{id}/verlauf")),
        spoken: None,
    })
    .await
}

/// Who reads the thread as a side.
async fn accounts_of(
    desk: &Desk,
    deployment: &Deployment,
    side: MessageSide,
) -> Result<Vec<AccountId>, StorageError> {
    let (db, now) = (desk.db.reader(), desk.db.clock().now());
    let entry = experts::load(db, &[deployment.expert]).await?.pop();
    let own = entry.and_then(|entry| entry.account);
    let house = match side {
        MessageSide::Town => (Role::Requester, deployment.requester),
        MessageSide::Employer => (Role::MemberManager, deployment.employer),
        MessageSide::Expert => return Ok(own.into_iter().collect()),
        MessageSide::Coordinator | MessageSide::Service => return Ok(Vec::new()),
    };
    let mut accounts = access::holders(db, (house.0, Some(house.1)), now).await?;
    // Whoever helps is told once, as that.
    accounts.retain(|account| Some(*account) != own);
    Ok(accounts)
}
