//! The employer's key: asked of each manager by a link of their own.

use uuid::Uuid;
use web::letters::{HelpLetter, help_letter};

use super::DeploymentError;
use super::ending::end;
use super::proposing::{record, release_now};
use crate::access::action::ReleaseDeployment;
use crate::access::{self, Permit, Role};
use crate::accounts::{self, Secret, link_token};
use crate::db::{Actor, Job, StorageError, Txn};
use crate::experts::{self, Way};
use crate::ids::{AccountId, DeploymentId};
use crate::incidents::deadline::until;
use crate::incidents::deployments::model::{Deployment, DeploymentState, ReleaseDecision};
use crate::incidents::deployments::store::{self, ReleaseAsk};
use crate::incidents::requests::{self, Desk};
use crate::incidents::store as incidents;
use crate::incidents::telling::{Outgoing, Went, deliver, ring_account};
use crate::input::FieldError;
use crate::jobs::JobFailure;
use crate::notifications::Post;
use crate::sealing::Keyring;

/// The kind of job that asks a manager.
pub(in crate::incidents) const RELEASE_ASKED: &str = "help.release";

/// The kind of job that rings a manager who is asked.
pub(in crate::incidents) const RELEASE_RUNG: &str = "help.release_ring";

/// What the link of the question is made for.
const LINK: &str = "release";

/// Asks all managers of the employer, deputies too: whoever answers first decides.
pub(super) async fn ask_managers(
    txn: &mut Txn,
    desk: &Desk,
    deployment: &Deployment,
) -> Result<(), StorageError> {
    let now = txn.now();
    let house = (Role::MemberManager, Some(deployment.employer));
    let mut managers = access::holders(txn.connection(), house, now).await?;
    let own = own_account(txn, deployment).await?;
    managers.retain(|account| Some(*account) != own);
    for account in managers {
        let id = Uuid::new_v4();
        let token = link_token(&desk.ring, LINK, id)?;
        let ask = ReleaseAsk {
            id,
            deployment: deployment.id,
            account,
        };
        store::insert_ask(txn, ask, token.hash()).await?;
        for kind in [RELEASE_ASKED, RELEASE_RUNG] {
            txn.enqueue(Job {
                kind,
                key: format!("{kind} {id}"),
                subject: id,
                run_at: now,
            });
        }
    }
    Ok(())
}

/// Where a manager is asked, and sees what became of it.
pub(super) fn release_path(ring: &Keyring, ask: Uuid) -> Result<String, StorageError> {
    let link = link_token(ring, LINK, ask)?;
    Ok(format!("/freigabe/{}", link.reveal()))
}

/// Sends the question to one manager; of one that is decided, nothing.
///
/// # Errors
/// No way works now.
pub(in crate::incidents) async fn send_release_ask(
    desk: &Desk,
    post: &Post,
    id: Uuid,
) -> Result<(), JobFailure> {
    let Some(open) = open_ask(desk, id).await? else {
        return Ok(());
    };
    let OpenAsk {
        account,
        deployment,
        is_drill,
    } = open;
    let address = accounts::address_of(&desk.db, &desk.ring, account).await?;
    if address.is_empty() {
        return Ok(());
    }
    let says = HelpLetter::ReleaseAsked {
        until: until(deployment.due_at, desk.db.clock().now()),
    };
    let outgoing = Outgoing {
        subject: id,
        purpose: RELEASE_ASKED,
        apart: 0,
        letter: help_letter(&post.sender, &says, is_drill),
        link: Some(release_path(&desk.ring, id)?),
        spoken: None,
    };
    let went = deliver(&desk.db, post, &[Way::Mail(address)], outgoing).await?;
    if let Went::By(_) = went {
        let txn = desk.db.begin().await?;
        store::ask_sent(&txn, id)
            .await
            .map_err(StorageError::from)?;
        txn.commit().await?;
    }
    Ok(())
}

/// Rings a manager who stated a telephone, beside the mail with the link; of what is decided, nobody.
///
/// # Errors
/// The gateway may ring later, or storage failed.
pub(in crate::incidents) async fn ring_release_ask(
    desk: &Desk,
    post: &Post,
    id: Uuid,
) -> Result<(), JobFailure> {
    let Some(open) = open_ask(desk, id).await? else {
        return Ok(());
    };
    let says = HelpLetter::ReleaseWaits {
        until: until(open.deployment.due_at, desk.db.clock().now()),
    };
    let outgoing = Outgoing {
        subject: id,
        purpose: RELEASE_RUNG,
        apart: 0,
        letter: help_letter(&post.sender, &says, open.is_drill),
        link: None,
        spoken: None,
    };
    ring_account(&desk.db, (&desk.ring, post), open.account, outgoing).await
}

/// A question that is still to be decided, and whom it is put to.
struct OpenAsk {
    account: AccountId,
    deployment: Deployment,
    is_drill: bool,
}

async fn open_ask(desk: &Desk, id: Uuid) -> Result<Option<OpenAsk>, JobFailure> {
    let db = desk.db.reader();
    let found = store::ask(db, id).await.map_err(StorageError::from)?;
    let Some(ask) = found else {
        return Ok(None);
    };
    let deployment = store::by_id(db, ask.deployment).await?;
    let Some(deployment) = deployment.filter(|one| one.state == DeploymentState::Agreed) else {
        return Ok(None);
    };
    let incident = incidents::by_id(db, deployment.incident).await?;
    Ok(Some(OpenAsk {
        account: ask.account,
        is_drill: incident.is_some_and(|incident| incident.is_drill),
        deployment,
    }))
}

/// What a manager is asked by their link.
///
/// # Errors
/// The link asks nothing, whoever it was made for is no manager any more, or storage failed.
pub(super) async fn release_asked(
    desk: &Desk,
    link: &Secret,
) -> Result<Deployment, DeploymentError> {
    Ok(of_link(desk, link).await?.0)
}

/// The deployment a link asks about, and who was asked: still a manager of the house.
async fn of_link(desk: &Desk, link: &Secret) -> Result<(Deployment, Actor), DeploymentError> {
    let db = desk.db.reader();
    let ask = store::ask_of_token(db, &link.hash()).await?;
    let ask = ask.ok_or(DeploymentError::NotFound)?;
    let deployment = store::by_id(db, ask.deployment).await?;
    let deployment = deployment.ok_or(DeploymentError::NotFound)?;
    let house = (Role::MemberManager, Some(deployment.employer));
    let managers = access::holders(db, house, desk.db.clock().now()).await?;
    if !managers.contains(&ask.account) {
        return Err(DeploymentError::NotFound);
    }
    Ok((deployment, Actor::Account(ask.account)))
}

/// The employer decides by a link.
///
/// # Errors
/// The link asks nothing, decided before, not to be decided so, or storage failed.
pub(in crate::incidents) async fn decide_by_link(
    desk: &Desk,
    link: &Secret,
    decision: ReleaseDecision,
) -> Result<(Deployment, i64), DeploymentError> {
    let (found, actor) = of_link(desk, link).await?;
    decide(desk, (&found, decision), actor).await
}

/// The employer decides, signed in.
///
/// # Errors
/// Not the caller's to know, decided before, not to be decided so, or storage failed.
pub(in crate::incidents) async fn decide_release(
    desk: &Desk,
    permit: &Permit<ReleaseDeployment>,
    (id, decision): (DeploymentId, ReleaseDecision),
) -> Result<(Deployment, i64), DeploymentError> {
    let found = store::by_id(desk.db.reader(), id).await?;
    let found = found.filter(|found| permit.scope().covers(found.employer));
    let found = found.ok_or(DeploymentError::NotFound)?;
    decide(desk, (&found, decision), permit.actor()).await
}

async fn decide(
    desk: &Desk,
    (found, decision): (&Deployment, ReleaseDecision),
    actor: Actor,
) -> Result<(Deployment, i64), DeploymentError> {
    let mut txn = desk.db.begin().await?;
    let request = requests::hold(&txn, found.request).await?;
    let request = request.ok_or(DeploymentError::NotFound)?;
    let deployment = store::by_id(txn.connection(), found.id).await?;
    let deployment = deployment.ok_or(DeploymentError::NotFound)?;
    let is_late = deployment.due_at <= txn.now() || request.stood_down.is_some();
    if deployment.state != DeploymentState::Agreed || is_late {
        return Err(DeploymentError::NotAsked);
    }
    let own = own_account(&txn, &deployment).await?;
    if own.is_some_and(|own| actor == Actor::Account(own)) {
        return Err(DeploymentError::OwnKey);
    }
    if decision == ReleaseDecision::Refuse {
        end(&mut txn, &deployment, (DeploymentState::Refused, actor)).await?;
        requests::close_alert(&txn, deployment.alert).await?;
    } else {
        let is_on_site = is_on_site(&txn, &deployment, decision).await?;
        let incident = incidents::by_id(txn.connection(), deployment.incident).await?;
        let incident = incident.ok_or(DeploymentError::NotFound)?;
        let by = actor.to_string();
        record(&mut txn, actor, "deployment.release_decided", &deployment);
        let what = (&request, &incident, &deployment);
        release_now(&mut txn, desk, what, (&by, is_on_site)).await?;
    }
    requests::settle(&mut txn, desk, found.request).await?;
    let now = txn.now();
    requests::plan_advance(&mut txn, found.request, now);
    let generation = txn.commit().await?.generation;
    let decided = store::by_id(desk.db.reader(), found.id).await?;
    Ok((decided.ok_or(DeploymentError::NotFound)?, generation))
}

/// The account of whoever helps: two keys are two people's.
async fn own_account(
    txn: &Txn,
    deployment: &Deployment,
) -> Result<Option<AccountId>, StorageError> {
    let entry = experts::load(txn.connection(), &[deployment.expert]).await?;
    Ok(entry.into_iter().find_map(|entry| entry.account))
}

/// Where the work is done after the decision; from afar only where the need allows it.
async fn is_on_site(
    txn: &Txn,
    deployment: &Deployment,
    decision: ReleaseDecision,
) -> Result<bool, DeploymentError> {
    let is_remote_only = decision == ReleaseDecision::RemoteOnly;
    if !deployment.terms.is_on_site || !is_remote_only {
        return Ok(deployment.terms.is_on_site);
    }
    let needs = requests::needs_of(txn.connection(), deployment.request).await?;
    let need = needs.iter().find(|need| need.id == deployment.need);
    let need = need.ok_or(DeploymentError::NotFound)?;
    if deployment.may_be_remote(need.wanted.mode) {
        return Ok(false);
    }
    let detail = "this is needed at the place: release it or refuse it";
    let error = FieldError::new("/decision", "mode", detail);
    Err(DeploymentError::Invalid(vec![error]))
}
