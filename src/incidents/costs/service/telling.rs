//! Costs that wait for the other side: told by mail to everybody of it who has an account, without a sum.

use web::letters::{HelpLetter, help_letter};

use crate::access::{self, Role};
use crate::db::{Actor, Job, Txn};
use crate::ids::DeploymentId;
use crate::incidents::costs::model::{Reader, Sheet, Stage};
use crate::incidents::costs::store;
use crate::incidents::deployments;
use crate::incidents::requests::Desk;
use crate::incidents::store as incidents;
use crate::incidents::telling::{Outgoing, mail_account};
use crate::jobs::JobFailure;
use crate::notifications::Post;

/// The kinds of job that tell of the estimate and of the costs.
pub(in crate::incidents) const COSTS_NEWS: [&str; 2] = ["help.estimate_news", "help.costs_news"];

/// What they tell of, in their order.
const TOLD: [Stage; 2] = [Stage::Estimate, Stage::Actual];

/// Plans to tell of a sheet, in the transaction that adds it.
pub(super) fn tell(txn: &mut Txn, sheet: &Sheet) {
    if sheet.state.reader().is_none() {
        return;
    }
    let mut kinds = COSTS_NEWS.into_iter().zip(TOLD);
    let Some((kind, _)) = kinds.find(|(_, stage)| *stage == sheet.stage) else {
        return;
    };
    let run_at = txn.now();
    txn.enqueue(Job {
        kind,
        key: format!("{kind} {} {}", sheet.deployment, sheet.version),
        subject: sheet.deployment.0,
        run_at,
    });
}

/// Tells whoever the sheet waits for, as it stands when this runs; nobody who brought that about.
///
/// # Errors
/// No way to one of them works now; the others are told.
pub(in crate::incidents) async fn send_costs_news(
    desk: &Desk,
    post: &Post,
    (purpose, id): (&'static str, DeploymentId),
) -> Result<(), JobFailure> {
    let (db, now) = (desk.db.reader(), desk.db.clock().now());
    let mut told = COSTS_NEWS.into_iter().zip(TOLD);
    let Some((_, stage)) = told.find(|(kind, _)| *kind == purpose) else {
        return Ok(());
    };
    let Some(deployment) = deployments::by_id(db, id).await? else {
        return Ok(());
    };
    let Some(incident) = incidents::by_id(db, deployment.incident).await? else {
        return Ok(());
    };
    let Some(sheet) = store::latest(db, &desk.ring, (id, stage)).await? else {
        return Ok(());
    };
    let (house, says) = match sheet.state.reader() {
        None => return Ok(()),
        Some(Reader::Town) => (
            (Role::Requester, deployment.requester),
            HelpLetter::CostsWait,
        ),
        Some(Reader::Employer) => (
            (Role::MemberManager, deployment.employer),
            HelpLetter::CostsAnswered,
        ),
    };
    let mut outcome = Ok(());
    for account in access::holders(db, (house.0, Some(house.1)), now).await? {
        if Actor::Account(account).to_string() == sheet.by {
            continue;
        }
        let outgoing = Outgoing {
            subject: id.0,
            purpose,
            apart: account.0.as_u128() ^ u128::from(sheet.version.unsigned_abs()),
            letter: help_letter(&post.sender, &says, incident.is_drill),
            link: Some(format!("/einsaetze/{id}/kosten")),
            spoken: None,
        };
        let sent = mail_account(&desk.db, (&desk.ring, post), account, outgoing).await;
        outcome = outcome.and(sent.map(|_| ()));
    }
    outcome
}
