//! The deployments of a house, on its page of releases.

use web::Language;
use web::pages::{HouseDeployments, HouseInsurance, RunningDeployment, WaitingRelease};
use web::parts::Link;

use super::words::{district_of, is_drill, kind, stand, task_of};
use crate::access::Permit;
use crate::access::action::ReleaseDeployment;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::Problem;
use crate::ids::OrganisationId;
use crate::incidents::deployments::{self, Brief, CostBasis, Deployment, DeploymentState};
use crate::incidents::legal;
use crate::matching::NewNeed;
use crate::organisations::{self, Organisation};
use crate::pages::moment;

/// What waits for the word of a house, the most urgent first, and what it released that is not over.
///
/// # Errors
/// Not the caller's house, or storage failed.
pub async fn house_deployments(
    app: &AppState,
    permit: &Permit<ReleaseDeployment>,
    (house, language): (OrganisationId, Language),
) -> Result<HouseDeployments, Problem> {
    let found = deployments::of_house(&app.db, permit, house).await?;
    let briefs = deployments::briefs(&app.db, found).await?;
    let (mut waiting, running): (Vec<_>, Vec<_>) = briefs
        .into_iter()
        .partition(|brief| brief.deployment.state == DeploymentState::Agreed);
    waiting.sort_by_key(|brief| brief.deployment.due_at);
    let at = (app.db.clock().now(), language);
    let own = organisations::by_id(app.db.reader(), house).await?;
    let towns: Vec<_> = waiting.iter().map(|one| one.deployment.requester).collect();
    let towns = organisations::by_ids(app.db.reader(), &towns).await?;
    let matrix = legal::matrix(app.db.reader()).await?;
    let cost = |one: &Deployment| {
        let town = towns.iter().find(|town| town.id == one.requester)?;
        let forms = (own.as_ref()?.legal_form, town.legal_form);
        Some(CostBasis::of_deployment(&matrix, one, forms).words())
    };
    let waiting = waiting.iter().map(|brief| WaitingRelease {
        cost: cost(&brief.deployment),
        ..asked(app, brief, at)
    });
    let running = running.iter().map(|brief| released(app, brief, at));
    Ok(HouseDeployments {
        waiting: waiting.collect(),
        running: running.collect(),
        insured: insured(own),
    })
}

/// What a house says of insurance.
pub(in crate::incidents::pages) fn insured(house: Option<Organisation>) -> HouseInsurance {
    house.map_or_else(HouseInsurance::default, |house| HouseInsurance {
        accident: house.accident_insurer,
        liability: house.liability_insurer,
    })
}

fn entry(brief: &Brief) -> Option<Link> {
    let label = brief.alias.clone()?;
    let href = format!("/eintraege/{}", brief.deployment.expert);
    Some(Link { label, href })
}

fn asked(app: &AppState, brief: &Brief, (now, language): (Instant, Language)) -> WaitingRelease {
    let deployment = &brief.deployment;
    let moment = |instant| moment(instant, now, language);
    let may_be_remote = |need: &NewNeed| deployment.may_be_remote(need.mode);
    WaitingRelease {
        id: deployment.id.to_string(),
        alias: entry(brief),
        task: task_of(brief, language),
        district: district_of(&app.reference, brief),
        kind: kind(deployment),
        from: moment(deployment.terms.from),
        until: moment(deployment.terms.until),
        due: moment(deployment.due_at),
        cost: None,
        can_be_remote: brief.need.as_ref().is_some_and(may_be_remote),
        is_drill: is_drill(brief),
    }
}

fn released(
    app: &AppState,
    brief: &Brief,
    (now, language): (Instant, Language),
) -> RunningDeployment {
    let deployment = &brief.deployment;
    let moment = |instant| moment(instant, now, language);
    RunningDeployment {
        alias: entry(brief),
        task: task_of(brief, language),
        district: district_of(&app.reference, brief),
        from: moment(deployment.terms.from),
        until: moment(deployment.terms.until),
        stand: stand(deployment, (now, language)),
    }
}
