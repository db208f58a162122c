//! Costs that wait for the other side: told by mail to everybody of it who has an account, without a sum.

use web::letters::{HelpLetter, help_letter};

use crate::access::{self, Role};
use crate::db::{Job, Txn};
use crate::ids::DeploymentId;
use crate::incidents::costs::model::{Reader, Sheet, Stage};
use crate::incidents::costs::store;
use crate::incidents::deployments;
use crate::incidents::requests::Desk;
use crate::incidents::store as incidents;
use crate::incidents::telling::{Outgoing, mail_accounts};
use crate::jobs::JobFailure;
use crate::notifications::Post;

/// The kind of job that tells of an estimate.
pub(in crate::incidents) const ESTIMATE_NEWS: &str = "help.estimate_news";
/// The kind of job that tells of costs.
pub(in crate::incidents) const COSTS_NEWS: &str = "help.costs_news";

const fn kind(stage: Stage) -> &'static str {
    match stage {
        Stage::Estimate => ESTIMATE_NEWS,
        Stage::Actual => COSTS_NEWS,
    }
}

/// Plans to tell of a sheet, in the transaction that adds it.
pub(super) fn tell(txn: &mut Txn, sheet: &Sheet) {
    if sheet.state.reader().is_none() {
        return;
    }
    let (kind, run_at) = (kind(sheet.stage), txn.now());
    txn.enqueue(Job {
        kind,
        key: format!("{kind} {} {}", sheet.deployment, sheet.version),
        subject: sheet.deployment.0,
        run_at,
    });
}

/// Tells whoever the sheet waits for, as it stands when this runs.
///
/// # Errors
/// No way to one of them works now; the others are told.
pub(in crate::incidents) async fn send_costs_news(
    desk: &Desk,
    post: &Post,
    (stage, id): (Stage, DeploymentId),
) -> Result<(), JobFailure> {
    let (db, now) = (desk.db.reader(), desk.db.clock().now());
    let Some(deployment) = deployments::by_id(db, id).await? else {
        return Ok(());
    };
    let Some(incident) = incidents::by_id(db, deployment.incident).await? else {
        return Ok(());
    };
    let Some(sheet) = store::latest(db, &desk.ring, (id, stage)).await? else {
        return Ok(());
    };
    let (role, house, says) = match sheet.state.reader() {
        None => return Ok(()),
        Some(Reader::Town) => (Role::Requester, deployment.requester, HelpLetter::CostsWait),
        Some(Reader::Employer) => (
            Role::MemberManager,
            deployment.employer,
            HelpLetter::CostsAnswered,
        ),
    };
    let told = access::holders(db, (role, Some(house)), now).await?;
    mail_accounts(&desk.db, (&desk.ring, post), told, |account| Outgoing {
        subject: id.0,
        purpose: kind(stage),
        apart: account.0.as_u128() ^ u128::from(sheet.version.unsigned_abs()),
        letter: help_letter(&post.sender, &says, incident.is_drill),
        link: Some(format!("/einsaetze/{id}/kosten")),
        spoken: None,
    })
    .await
}
