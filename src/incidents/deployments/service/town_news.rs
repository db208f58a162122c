//! What a town, and the desk, are told of a deployment that runs: that it ends soon, that they are called back, and what
//! became of a longer end.

use web::letters::{HelpLetter, TownNews, help_letter};

use super::asking_town::ways_to_town;
use super::news::plan;
use crate::clock::Instant;
use crate::db::{Job, StorageError, Txn};
use crate::experts::Way;
use crate::ids::DeploymentId;
use crate::incidents::deployments::model::{
    Deployment, DeploymentState, Extension, Outcome, Part, REMINDED,
};
use crate::incidents::deployments::store;
use crate::incidents::model::Incident;
use crate::incidents::requests::Desk;
use crate::incidents::service::link;
use crate::incidents::store as incidents;
use crate::incidents::telling::{Outgoing, deliver};
use crate::jobs::JobFailure;
use crate::notifications::Post;

/// The kind of job that tells a town.
pub(in crate::incidents) const TOWN_NEWS: &str = "help.town_news";
/// The kind of job that reminds it of an end.
pub(in crate::incidents) const ENDS_SOON: &str = "help.ends_soon";

/// What a town is told, as a message says why it is sent.
pub(in crate::incidents) const TOWN_TOLD: [&str; 5] = [
    "help.town_called_off",
    "help.town_called_back",
    "help.town_ended",
    "help.town_extended",
    "help.town_not_extended",
];

/// Plans to tell the town, in the transaction that changed it.
pub(super) fn tell_town_news(txn: &mut Txn, id: DeploymentId) {
    plan(txn, TOWN_NEWS, id);
}

/// Plans to remind it two days before that end.
pub(super) fn remind_at(txn: &mut Txn, id: DeploymentId, until: Instant) {
    txn.enqueue(Job {
        kind: ENDS_SOON,
        key: format!("{ENDS_SOON} {id} {}", until.as_micros()),
        subject: id.0,
        run_at: until.plus_seconds(-REMINDED),
    });
}

/// Tells what is so when it runs; of what the town did itself, nothing.
///
/// # Errors
/// No way works now.
pub(in crate::incidents) async fn send_town_news(
    desk: &Desk,
    post: &Post,
    id: DeploymentId,
) -> Result<(), JobFailure> {
    let db = desk.db.reader();
    let Some(deployment) = store::by_id(db, id).await? else {
        return Ok(());
    };
    let last = store::last_extension(db, id).await?;
    let Some((purpose, news, apart)) = news(&deployment, last) else {
        return Ok(());
    };
    send(desk, post, &deployment, (purpose, news, apart)).await
}

/// Reminds of an end that is two days away and was not moved.
///
/// # Errors
/// No way works now.
pub(in crate::incidents) async fn send_ends_soon(
    desk: &Desk,
    post: &Post,
    id: DeploymentId,
) -> Result<(), JobFailure> {
    let found = store::by_id(desk.db.reader(), id).await?;
    let now = desk.db.clock().now();
    let Some(deployment) = found.filter(|one| one.is_to_be_relieved(now)) else {
        return Ok(());
    };
    if deployment.successor.is_some() {
        return Ok(());
    }
    let apart = micros(deployment.terms.until);
    let said = (ENDS_SOON, TownNews::EndsSoon, apart);
    send(desk, post, &deployment, said).await
}

fn news(
    deployment: &Deployment,
    last: Option<Extension>,
) -> Option<(&'static str, TownNews, u128)> {
    let [called_off, called_back, ended, extended, not_extended] = TOWN_TOLD;
    let by_other_side = matches!(deployment.ended_as, Some(Part::Employer | Part::Expert));
    match deployment.state {
        DeploymentState::Cancelled if by_other_side => Some((called_off, TownNews::CalledOff, 0)),
        DeploymentState::Returning => Some((called_back, TownNews::CalledBack, 0)),
        DeploymentState::Ended if by_other_side => Some((ended, TownNews::Ended, 0)),
        DeploymentState::Accepted | DeploymentState::Active => {
            let extension = last?;
            let (_, outcome) = extension.closed?;
            let apart = extension.id.as_u128();
            Some(match outcome {
                Outcome::Agreed => (extended, TownNews::Extended, apart),
                Outcome::Refused | Outcome::Lapsed => (not_extended, TownNews::NotExtended, apart),
            })
        }
        DeploymentState::Agreed
        | DeploymentState::Released
        | DeploymentState::Cancelled
        | DeploymentState::Ended
        | DeploymentState::Refused
        | DeploymentState::Lapsed
        | DeploymentState::Withdrawn => None,
    }
}

async fn send(
    desk: &Desk,
    post: &Post,
    deployment: &Deployment,
    (purpose, news, apart): (&'static str, TownNews, u128),
) -> Result<(), JobFailure> {
    let Some((incident, ways)) = town(desk, deployment).await? else {
        return Ok(());
    };
    let link = link(&desk.ring, incident.id).map_err(|_| JobFailure::GiveUp("a key is missing"))?;
    let outgoing = Outgoing {
        subject: deployment.id.0,
        purpose,
        apart,
        letter: help_letter(&post.sender, &HelpLetter::TownNews(news), incident.is_drill),
        link: Some(format!("/hilfe/{}", link.reveal())),
        spoken: None,
    };
    deliver(&desk.db, post, &ways, outgoing).await?;
    Ok(())
}

async fn town(
    desk: &Desk,
    deployment: &Deployment,
) -> Result<Option<(Incident, Vec<Way>)>, StorageError> {
    let db = desk.db.reader();
    let Some(incident) = incidents::by_id(db, deployment.incident).await? else {
        return Ok(None);
    };
    let ways = ways_to_town(desk, &incident).await?;
    Ok(ways.map(|ways| (incident, ways)))
}

const fn micros(at: Instant) -> u128 {
    at.as_micros().unsigned_abs() as u128
}
