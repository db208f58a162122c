//! Reminders: of a basis that is still open, and of conditions that were confirmed at once and not accepted since.

use web::letters::{HelpLetter, Letter, help_letter};

use super::conditions::conditions_of;
use crate::access::{self, Role};
use crate::db::{Job, Txn};
use crate::ids::{DeploymentId, IncidentId};
use crate::incidents::deployments::{self, Deployment, ways_to_town};
use crate::incidents::legal::model::{reminder_number, reminders, settle_by};
use crate::incidents::model::Incident;
use crate::incidents::requests::Desk;
use crate::incidents::store as incidents;
use crate::incidents::telling::{Outgoing, deliver, mail_accounts};
use crate::jobs::JobFailure;
use crate::notifications::Post;

/// The kind of job that reminds both sides of a basis that is open.
pub(in crate::incidents) const BASIS_OPEN: &str = "help.basis_open";
/// The kind of job that reminds a town of conditions it confirmed at once.
pub(in crate::incidents) const CONDITIONS_OPEN: &str = "help.conditions_open";

/// Where a town accepts the conditions: with its card.
const ACCEPTED_WITH: &str = "/notfallkarten/ausstellen";

/// Plans the reminders of a deployment, in the transaction that accepts it. A job asks what is so when it runs.
pub(in crate::incidents) fn plan_reminders(txn: &mut Txn, deployment: &Deployment) {
    if deployment.terms.is_first_call {
        return;
    }
    for run_at in reminders(txn.now()) {
        txn.enqueue(Job {
            kind: BASIS_OPEN,
            key: format!("{BASIS_OPEN} {} {}", deployment.id, run_at.as_micros()),
            subject: deployment.id.0,
            run_at,
        });
    }
}

/// Tells both sides, as long as the basis is open.
///
/// # Errors
/// No way to one of them works now; the others are told.
pub(in crate::incidents) async fn send_basis_open(
    desk: &Desk,
    post: &Post,
    id: DeploymentId,
) -> Result<(), JobFailure> {
    let (db, now) = (desk.db.reader(), desk.db.clock().now());
    let found = deployments::by_id(db, id).await?;
    let open = found.filter(|found| settle_by(found).is_some());
    let Some(deployment) = open else {
        return Ok(());
    };
    let accepted = deployment.accepted.as_ref().map_or(now, |(at, _)| *at);
    let Some(incident) = incidents::by_id(db, deployment.incident).await? else {
        return Ok(());
    };
    let number = reminder_number(accepted, now);
    let says = || help_letter(&post.sender, &HelpLetter::BasisOpen, incident.is_drill);
    let message = |letter: Letter, to: u128| Outgoing {
        subject: id.0,
        purpose: BASIS_OPEN,
        apart: to.wrapping_add(number),
        letter,
        link: Some(format!("/einsaetze/{id}/rechtsgrundlage")),
        spoken: None,
    };
    let town = tell_town(desk, post, (&incident, message(says(), 0))).await;
    let managers = (Role::MemberManager, Some(deployment.employer));
    let managers = access::holders(db, managers, now).await?;
    let house = mail_accounts(&desk.db, (&desk.ring, post), managers, |account| {
        message(says(), account.0.as_u128())
    });
    town.and(house.await)
}

/// Tells the town, as long as it did not accept the conditions as all others do.
///
/// # Errors
/// No way works now.
pub(in crate::incidents) async fn send_conditions_open(
    desk: &Desk,
    post: &Post,
    id: IncidentId,
) -> Result<(), JobFailure> {
    let Some(incident) = incidents::by_id(desk.db.reader(), id).await? else {
        return Ok(());
    };
    let conditions = conditions_of((&desk.db, &desk.ring), &incident).await?;
    if conditions.ratify_by().is_none() {
        return Ok(());
    }
    let outgoing = Outgoing {
        subject: id.0,
        purpose: CONDITIONS_OPEN,
        apart: 0,
        letter: help_letter(&post.sender, &HelpLetter::ConditionsOpen, incident.is_drill),
        link: Some(ACCEPTED_WITH.to_owned()),
        spoken: None,
    };
    tell_town(desk, post, (&incident, outgoing)).await
}

/// By the ways it asked for help; nothing once these were forgotten.
async fn tell_town(
    desk: &Desk,
    post: &Post,
    (incident, outgoing): (&Incident, Outgoing),
) -> Result<(), JobFailure> {
    let Some(ways) = ways_to_town(desk, incident).await? else {
        return Ok(());
    };
    deliver(&desk.db, post, &ways, outgoing).await?;
    Ok(())
}
