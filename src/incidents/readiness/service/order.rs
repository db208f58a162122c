//! What an order says: who is sent to whom, for what, under which terms. Names of people are left to be filled in by hand.

use chrono::NaiveDate;

use super::ReadinessError;
use super::part::Seen;
use crate::access::Permit;
use crate::clock::Instant;
use crate::emergency;
use crate::experts;
use crate::ids::DeploymentId;
use crate::incidents::deployments::{
    self, CostBasis, Deployment, DeploymentState, Introduction, Standing, TakesPart,
};
use crate::incidents::legal;
use crate::incidents::model::Incident;
use crate::incidents::readiness::model::{Part, SheetText};
use crate::incidents::readiness::store;
use crate::incidents::requests;
use crate::incidents::service::Kit;
use crate::incidents::store as incidents;
use crate::matching::NewNeed;
use crate::organisations::{self, Organisation};

/// Days within which the legal basis is settled (trust.md 17).
const UNSETTLED_DAYS: i64 = 3;

/// An order, as far as whoever reads it may know it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Order {
    pub(in crate::incidents) deployment: Deployment,
    /// The incident and its town; nothing before who helps or sends them is committed.
    pub(in crate::incidents) town: Option<(Incident, Organisation)>,
    /// The place of the incident, of which no more than the Kreis is told before.
    pub(in crate::incidents) place: Option<String>,
    /// Who sends them; to the town only once it accepted.
    pub(in crate::incidents) employer: Option<Organisation>,
    /// The public name; none once the entry was erased.
    pub(in crate::incidents) alias: Option<String>,
    pub(in crate::incidents) introduction: Option<Introduction>,
    pub(in crate::incidents) need: Option<NewNeed>,
    /// Which version of the conditions the town and the employer accepted, and on which day.
    pub(in crate::incidents) conditions: Conditions,
    pub(in crate::incidents) cost: Option<CostBasis>,
    /// What it may cost is for the houses, not for whoever helps.
    pub(in crate::incidents) sees_costs: bool,
    /// Who decides on site, by function: from the arrival sheet, which is opened for the town whose it is alone. Others
    /// read it there, on record.
    pub(in crate::incidents) leads: String,
    /// Nobody is bound by it yet.
    pub(in crate::incidents) is_draft: bool,
    /// Until when the legal basis is to be settled.
    pub(in crate::incidents) basis_until: Instant,
    pub(in crate::incidents) is_drill: bool,
}

/// Versions of the conditions with the day they were accepted.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::incidents) struct Conditions {
    pub(in crate::incidents) town: Option<(i32, NaiveDate)>,
    /// What was confirmed at once for the incident, until the town accepts them as all others do.
    pub(in crate::incidents) at_once: Option<(i32, NaiveDate)>,
    pub(in crate::incidents) employer: Option<(i32, NaiveDate)>,
}

/// The order of a deployment, for everybody who takes part.
///
/// # Errors
/// Not the caller's to know, something sealed does not open, or storage failed.
pub(in crate::incidents) async fn order<A: TakesPart>(
    kit: Kit<'_>,
    permit: &Permit<A>,
    id: DeploymentId,
) -> Result<Order, ReadinessError> {
    let found = deployments::by_id(kit.db.reader(), id).await?;
    let deployment = found.ok_or(ReadinessError::NotFound)?;
    let seen = Seen {
        parts: Standing::of(kit.db, permit).await?.parts(&deployment),
        deployment,
    };
    if seen.parts.is_empty() {
        return Err(ReadinessError::NotFound);
    }
    filled(kit, seen).await
}

async fn filled(kit: Kit<'_>, seen: Seen) -> Result<Order, ReadinessError> {
    let (db, now) = (kit.db.reader(), kit.db.clock().now());
    let deployment = &seen.deployment;
    let incident = incidents::by_id(db, deployment.incident).await?;
    let incident = incident.ok_or(ReadinessError::NotFound)?;
    let is_committed = deployment.is_open_in(&incident, now);
    let sides = [deployment.requester, deployment.employer];
    let houses = organisations::by_ids(db, &sides).await?;
    let house = |id| houses.iter().find(|house| house.id == id).cloned();
    let (town, employer) = (house(deployment.requester), house(deployment.employer));
    let knows_town = is_committed || seen.any(Part::knows_the_town);
    let is_of_helpers = seen.any(|part| part != Part::Town);
    let told = deployments::introductions(kit.db, kit.reference, &[deployment]).await?;
    let needs = requests::needs_of(db, deployment.request).await?;
    let need = needs.into_iter().find(|need| need.id == deployment.need);
    let entry = experts::load(db, &[deployment.expert]).await?.pop();
    let leads = if is_committed && seen.any(|part| part == Part::Town) {
        let kept = store::sheet(db, kit.ring, incident.id).await?;
        kept.sheet.text(SheetText::Decides).to_owned()
    } else {
        String::new()
    };
    let at_once = legal::confirmed_version(db, incident.id).await?;
    let at_once = at_once.map(|(version, at)| (version, at.date()));
    let accepted = async |id| emergency::accepted_version(db, id).await;
    let forms = town.as_ref().zip(employer.as_ref());
    let matrix = legal::matrix(kit.db.reader()).await?;
    let begun = deployment.accepted.as_ref();
    let begun = begun.map_or(now, |(at, _)| *at);
    Ok(Order {
        cost: forms.map(|(town, employer)| {
            let forms = (employer.legal_form, town.legal_form);
            CostBasis::of_deployment(&matrix, deployment, forms)
        }),
        conditions: Conditions {
            town: accepted(deployment.requester).await?.filter(|_| knows_town),
            at_once: at_once.filter(|_| knows_town),
            employer: accepted(deployment.employer).await?,
        },
        place: incident.place.clone(),
        is_drill: incident.is_drill,
        town: town
            .filter(|_| knows_town)
            .map(|town| (incident.clone(), town)),
        employer: employer.filter(|_| is_committed || is_of_helpers),
        alias: entry.map(|entry| entry.alias),
        introduction: told.get(&deployment.id).cloned(),
        need: need.map(|need| need.wanted),
        leads,
        is_draft: is_draft(deployment.state),
        sees_costs: seen.any(|part| part != Part::Expert),
        basis_until: begun.plus_days(UNSETTLED_DAYS),
        deployment: seen.deployment,
    })
}

const fn is_draft(state: DeploymentState) -> bool {
    match state {
        DeploymentState::Agreed
        | DeploymentState::Released
        | DeploymentState::Refused
        | DeploymentState::Lapsed
        | DeploymentState::Withdrawn
        | DeploymentState::Cancelled => true,
        DeploymentState::Accepted
        | DeploymentState::Active
        | DeploymentState::Returning
        | DeploymentState::Ended => false,
    }
}
