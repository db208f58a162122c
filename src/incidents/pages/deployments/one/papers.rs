//! What is written about a deployment, for who may read it.

use web::Language;
use web::pages::{
    ArrivalSheetPage, CostStage, CostsPage, HandOverPage, LegalBasisPage, OrderPage, ReadinessView,
    ThreadPage, TimesPage,
};
use web::parts::Link;

use crate::app::AppState;
use crate::http::Problem;
use crate::incidents::api::kit;
use crate::incidents::costs::{self, Seen, Stage};
use crate::incidents::deployments::{Deployment, DeploymentState, Part};
use crate::incidents::pages::readiness::section;
use crate::incidents::pages::review;
use crate::incidents::readiness;

/// Papers that are written once it is over.
const WRITTEN_LAST: [&str; 3] = ["/zeiten", "/kosten", "/rueckblick"];

/// Links to the papers of a deployment, whose sides see each other now or not, that one of these sides may read.
pub(super) fn papers(
    deployment: &Deployment,
    parts: &[Part],
    (is_open, language): (bool, Language),
) -> Vec<Link> {
    let path = format!("/einsaetze/{}", deployment.id);
    let knows_the_town = knows_the_town(parts, is_open);
    let hands_over = parts.iter().any(|part| part.hands_over());
    let links = [
        (true, OrderPage::title(language), format!("{path}/auftrag")),
        (
            knows_the_town,
            ArrivalSheetPage::title(language),
            format!("/vorfaelle/{}/einsatzmappe", deployment.incident),
        ),
        (
            knows_the_town && hands_over,
            HandOverPage::title(language),
            format!("{path}/uebergabe"),
        ),
        (true, ThreadPage::title(language), format!("{path}/verlauf")),
        (
            settles_the_basis(deployment, parts),
            LegalBasisPage::title(language),
            format!("{path}/rechtsgrundlage"),
        ),
        (
            settles_the_basis(deployment, parts),
            CostsPage::title(language),
            format!("{path}/kosten"),
        ),
        (
            deployment.state.was_begun() && !deployment.terms.is_first_call,
            TimesPage::title(language),
            format!("{path}/zeiten"),
        ),
    ];
    let links = links.into_iter().filter(|(is_shown, ..)| *is_shown);
    let links = links.map(|(_, label, href)| Link { label, href });
    let looked_back = (deployment.state == DeploymentState::Ended)
        .then(|| review::papers(deployment, parts, language));
    links.chain(looked_back.into_iter().flatten()).collect()
}

/// What is settled before the first touch, for who knows of the town, and whether somebody goes without a word.
pub(super) async fn settled(
    app: &AppState,
    (deployment, parts): (&Deployment, &[Part]),
    (is_open, language): (bool, Language),
) -> Result<(Option<ReadinessView>, bool), Problem> {
    if !knows_the_town(parts, is_open) {
        return Ok((None, false));
    }
    let is_over = matches!(
        deployment.state,
        DeploymentState::Ended | DeploymentState::Cancelled
    );
    // Nobody ticks anything once it is over.
    let settled = if is_over {
        None
    } else {
        Some(section(app, (deployment, true), language).await?)
    };
    let is_theirs = parts.iter().any(|part| part.hands_over());
    let lacks = is_theirs && readiness::lacks_hand_over(&app.db, deployment).await?;
    Ok((settled, lacks))
}

/// Of papers those that are written next once it ended, and the others.
pub(super) fn next(state: DeploymentState, papers: Vec<Link>) -> (Vec<Link>, Vec<Link>) {
    if state != DeploymentState::Ended {
        return (Vec::new(), papers);
    }
    let is_next = |paper: &Link| WRITTEN_LAST.iter().any(|end| paper.href.ends_with(end));
    papers.into_iter().partition(is_next)
}

/// What of the costs waits for the town, for it and for the desk.
pub(super) async fn waiting(
    app: &AppState,
    (deployment, parts): (&Deployment, &[Part]),
) -> Result<Option<CostStage>, Problem> {
    let seen = Seen {
        deployment: deployment.clone(),
        parts: parts.to_vec(),
    };
    let stage = costs::waiting_for_town(kit(app), &seen).await?;
    Ok(stage.map(|stage| match stage {
        Stage::Estimate => CostStage::Estimate,
        Stage::Actual => CostStage::Actual,
    }))
}

/// The two who agree on the basis, and the desk, once all are committed.
fn settles_the_basis(deployment: &Deployment, parts: &[Part]) -> bool {
    let may = |part: &Part| match part {
        Part::Town | Part::Employer | Part::Coordinator => true,
        Part::Expert => false,
    };
    deployment.state.fills_a_place() && !deployment.terms.is_first_call && parts.iter().any(may)
}

/// Who helps and who sends them learn of it once all are committed.
fn knows_the_town(parts: &[Part], is_open: bool) -> bool {
    is_open || parts.iter().any(|part| part.knows_the_town())
}
