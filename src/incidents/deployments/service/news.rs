//! What became of a yes: told to whoever said it, and to their house.

use web::letters::{HelpLetter, HelpNews, help_letter};

use super::release::release_path;
use crate::access::{self, Role};
use crate::db::{Actor, Job, StorageError, Txn};
use crate::experts;
use crate::ids::{AccountId, DeploymentId};
use crate::incidents::deployments::model::{Deployment, News, Part};
use crate::incidents::deployments::store;
use crate::incidents::requests::{Desk, answer_path};
use crate::incidents::store as incidents;
use crate::incidents::telling::{Outgoing, deliver, mail_account};
use crate::jobs::JobFailure;
use crate::notifications::Post;

/// The kind of job that tells whoever said yes.
pub(in crate::incidents) const EXPERT_NEWS: &str = "help.news";
/// What whoever said yes is told, as a message says why it is sent.
pub(in crate::incidents) const EXPERT_TOLD: [&str; 5] = [
    "help.accepted",
    "help.not_needed",
    "help.called_off",
    "help.called_back",
    "help.ended",
];
/// The kind of job that tells their house.
pub(in crate::incidents) const HOUSE_NEWS: &str = "help.house_news";

/// Where a house sees what its people help with.
const HOUSE_PAGE: &str = "/organisation/freigaben";

/// Plans to tell whoever said yes, in the transaction that changed it.
pub(super) fn tell_expert(txn: &mut Txn, id: DeploymentId) {
    plan(txn, EXPERT_NEWS, id);
}

/// The same for their house.
pub(super) fn tell_house(txn: &mut Txn, id: DeploymentId) {
    plan(txn, HOUSE_NEWS, id);
}

/// A job says what is so when it runs: what is told was so, and is told once.
pub(super) fn plan(txn: &mut Txn, kind: &'static str, id: DeploymentId) {
    let run_at = txn.now();
    txn.enqueue(Job {
        kind,
        key: format!("{kind} {id} {}", run_at.as_micros()),
        subject: id.0,
        run_at,
    });
}

/// What there is to tell of a deployment.
struct Told {
    deployment: Deployment,
    news: News,
    is_drill: bool,
}

impl Told {
    /// Whether whoever said yes brought it about: they know.
    fn is_by_expert(&self) -> bool {
        self.deployment.ended_as == Some(Part::Expert)
    }

    /// Whether the house called them back. Of what it ended otherwise, the managers who did not are told.
    fn is_called_by_house(&self) -> bool {
        self.news == News::CalledBack && self.deployment.ended_as == Some(Part::Employer)
    }
}

async fn told(desk: &Desk, id: DeploymentId) -> Result<Option<Told>, StorageError> {
    let db = desk.db.reader();
    let Some(deployment) = store::by_id(db, id).await? else {
        return Ok(None);
    };
    let Some(news) = deployment.news(desk.db.clock().now()) else {
        return Ok(None);
    };
    let incident = incidents::by_id(db, deployment.incident).await?;
    Ok(Some(Told {
        is_drill: incident.is_some_and(|incident| incident.is_drill),
        deployment,
        news,
    }))
}

/// Tells whoever said yes what became of it, with the link by which they said it.
///
/// # Errors
/// No way works now.
pub(in crate::incidents) async fn send_expert_news(
    desk: &Desk,
    post: &Post,
    id: DeploymentId,
) -> Result<(), JobFailure> {
    let told = told(desk, id).await?;
    let Some(told) = told.filter(|told| !told.is_by_expert()) else {
        return Ok(());
    };
    let expert = told.deployment.expert;
    let entry = experts::load(desk.db.reader(), &[expert]).await?.pop();
    let Some(entry) = entry else {
        return Ok(());
    };
    let ways = experts::ways(&desk.db, &desk.ring, &entry).await?;
    let [accepted, not_needed, called_off, called_back, ended] = EXPERT_TOLD;
    let (purpose, news) = match told.news {
        News::Accepted => (accepted, HelpNews::Accepted),
        News::NotNeeded => (not_needed, HelpNews::NotNeeded),
        News::CalledOff => (called_off, HelpNews::CalledOff),
        News::CalledBack => (called_back, HelpNews::CalledBack),
        News::Over => (ended, HelpNews::Over),
    };
    let says = HelpLetter::News(news);
    let outgoing = Outgoing {
        subject: id.0,
        purpose,
        apart: 0,
        letter: help_letter(&post.sender, &says, told.is_drill),
        link: Some(answer_path(&desk.ring, told.deployment.alert)?),
        spoken: None,
    };
    deliver(&desk.db, post, &ways, outgoing).await?;
    Ok(())
}

/// Tells the managers who were asked, and of what was committed all of the house; not whoever ended it.
///
/// # Errors
/// No way to one of them works now; the others are told.
pub(in crate::incidents) async fn send_house_news(
    desk: &Desk,
    post: &Post,
    id: DeploymentId,
) -> Result<(), JobFailure> {
    let told = told(desk, id).await?;
    let Some(told) = told.filter(|told| !told.is_called_by_house()) else {
        return Ok(());
    };
    let (db, now) = (desk.db.reader(), desk.db.clock().now());
    let asked = incidents::managers_asked(db, id).await;
    let asked = asked.map_err(StorageError::from)?;
    let house = (Role::MemberManager, Some(told.deployment.employer));
    let ended_by = told.deployment.ended.as_ref().map(|(_, by)| by.as_str());
    let mut outcome = Ok(());
    for account in access::holders(db, house, now).await? {
        let ask = asked.iter().find(|(asked, _)| *asked == account);
        let has_to_do = ask.is_some() || told.deployment.accepted.is_some();
        let is_own = ended_by == Some(Actor::Account(account).to_string().as_str());
        if !has_to_do || is_own {
            continue;
        }
        // Once it is over nothing is left to release, and times and costs are written on its page.
        let link = match ask {
            _ if told.news == News::Over => format!("/einsaetze/{id}"),
            Some((_, ask)) => release_path(&desk.ring, *ask)?,
            None => HOUSE_PAGE.to_owned(),
        };
        let sent = tell_manager(desk, post, (&told, account, link)).await;
        outcome = outcome.and(sent);
    }
    outcome
}

async fn tell_manager(
    desk: &Desk,
    post: &Post,
    (told, account, link): (&Told, AccountId, String),
) -> Result<(), JobFailure> {
    let (purpose, news) = match told.news {
        News::Accepted => ("help.house_accepted", HelpNews::Accepted),
        News::NotNeeded => ("help.house_not_needed", HelpNews::NotNeeded),
        News::CalledOff => ("help.house_called_off", HelpNews::CalledOff),
        News::CalledBack => ("help.house_called_back", HelpNews::CalledBack),
        News::Over => ("help.house_ended", HelpNews::Over),
    };
    let says = HelpLetter::HouseNews(news);
    let outgoing = Outgoing {
        subject: told.deployment.id.0,
        purpose,
        apart: account.0.as_u128(),
        letter: help_letter(&post.sender, &says, told.is_drill),
        link: Some(link),
        spoken: None,
    };
    mail_account(&desk.db, (&desk.ring, post), account, outgoing).await
}
