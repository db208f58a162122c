//! A longer end: asked of whoever helps and of their house, and told once it is agreed.

use web::letters::{ExtensionNews, HelpLetter, help_letter};

use super::news::plan;
use crate::access::{self, Role};
use crate::db::{StorageError, Txn};
use crate::experts;
use crate::ids::DeploymentId;
use crate::incidents::deployments::model::{Deployment, Extension, Outcome};
use crate::incidents::deployments::store;
use crate::incidents::requests::{Desk, answer_path};
use crate::incidents::store as incidents;
use crate::incidents::telling::{Outgoing, deliver, mail_accounts};
use crate::jobs::JobFailure;
use crate::notifications::Post;

/// The kind of job that tells whoever helps of a longer end.
pub(in crate::incidents) const EXTENSION_NEWS: &str = "help.extension";
/// What they are told once one was agreed, as a message says why it is sent.
pub(in crate::incidents) const EXTENDED: &str = "help.extended";
/// The kind of job that asks their house for one.
pub(in crate::incidents) const HOUSE_EXTENSION: &str = "help.house_extension";

/// Plans to tell whoever helps that they are asked to stay, or that they do.
pub(super) fn tell_extension(txn: &mut Txn, id: DeploymentId) {
    plan(txn, EXTENSION_NEWS, id);
}

/// Plans to ask their house for longer.
pub(super) fn tell_house_extension(txn: &mut Txn, id: DeploymentId) {
    plan(txn, HOUSE_EXTENSION, id);
}

/// Asks whoever helps to stay, or tells them that it was agreed.
///
/// # Errors
/// No way works now.
pub(in crate::incidents) async fn send_extension_news(
    desk: &Desk,
    post: &Post,
    id: DeploymentId,
) -> Result<(), JobFailure> {
    let Some((deployment, extension, is_drill)) = longer(desk, id).await? else {
        return Ok(());
    };
    let (purpose, news) = match extension.closed {
        None if extension.expert_at.is_none() => (EXTENSION_NEWS, ExtensionNews::Asked),
        Some((_, Outcome::Agreed)) => (EXTENDED, ExtensionNews::Agreed),
        None | Some((_, Outcome::Refused | Outcome::Lapsed)) => return Ok(()),
    };
    let entry = experts::load(desk.db.reader(), &[deployment.expert]).await?;
    let Some(entry) = entry.into_iter().next() else {
        return Ok(());
    };
    let ways = experts::ways(&desk.db, &desk.ring, &entry).await?;
    let outgoing = Outgoing {
        subject: id.0,
        purpose,
        apart: extension.id.as_u128(),
        letter: help_letter(&post.sender, &HelpLetter::Extension(news), is_drill),
        link: Some(answer_path(&desk.ring, deployment.alert)?),
        spoken: None,
    };
    deliver(&desk.db, post, &ways, outgoing).await?;
    Ok(())
}

/// Asks the managers of a house to release somebody for longer.
///
/// # Errors
/// No way to one of them works now; the others are asked.
pub(in crate::incidents) async fn send_house_extension(
    desk: &Desk,
    post: &Post,
    id: DeploymentId,
) -> Result<(), JobFailure> {
    let Some((deployment, extension, is_drill)) = longer(desk, id).await? else {
        return Ok(());
    };
    if !extension.is_open() || extension.employer_at.is_some() {
        return Ok(());
    }
    let (db, now) = (desk.db.reader(), desk.db.clock().now());
    let house = (Role::MemberManager, Some(deployment.employer));
    let managers = access::holders(db, house, now).await?;
    let says = HelpLetter::Extension(ExtensionNews::HouseAsked);
    mail_accounts(&desk.db, (&desk.ring, post), managers, |account| Outgoing {
        subject: id.0,
        purpose: HOUSE_EXTENSION,
        apart: account.0.as_u128() ^ extension.id.as_u128(),
        letter: help_letter(&post.sender, &says, is_drill),
        link: Some(format!("/einsaetze/{id}")),
        spoken: None,
    })
    .await
}

/// A committed deployment with the longer end that was asked for last.
async fn longer(
    desk: &Desk,
    id: DeploymentId,
) -> Result<Option<(Deployment, Extension, bool)>, StorageError> {
    let db = desk.db.reader();
    let found = store::by_id(db, id).await?;
    let Some(deployment) = found.filter(|one| one.state.is_committed()) else {
        return Ok(None);
    };
    let Some(extension) = store::last_extension(db, id).await? else {
        return Ok(None);
    };
    let incident = incidents::by_id(db, deployment.incident).await?;
    let is_drill = incident.is_some_and(|incident| incident.is_drill);
    Ok(Some((deployment, extension, is_drill)))
}
