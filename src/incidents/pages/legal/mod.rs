//! On which legal basis help stands: of a deployment, and conditions confirmed at once.

mod basis;
mod by_link;
mod conditions;

use axum::Router;
use axum::routing::get;
use web::Language;
use web::pages::{BasisLine, ConditionsStand, ConfirmedAtOnce, DeploymentBasis};

use crate::access::Permit;
use crate::access::action::SetDeploymentBasis;
use crate::app::AppState;
use crate::clock::Instant;
use crate::incidents::deployments::Deployment;
use crate::incidents::legal::{Conditions, ConfirmedBy, Confirmer, may_set, settle_by};
use crate::pages::{Told, day, moment};

/// Routes of these pages.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/einsaetze/{deployment_id}/rechtsgrundlage",
            get(basis::show).post(basis::save),
        )
        .route(
            "/vorfaelle/{incident_id}/sofortvereinbarung",
            get(conditions::show).post(conditions::confirm),
        )
        .route(
            "/hilfe/{link}/sofortvereinbarung",
            get(by_link::show).post(by_link::confirm),
        )
}

/// On which basis a deployment stands, in a line; nothing where none is asked for.
pub(in crate::incidents::pages) fn line(
    deployment: &Deployment,
    (now, language): (Instant, Language),
) -> Option<BasisLine> {
    if let Some(chosen) = &deployment.basis {
        return Some(BasisLine::Chosen(chosen.basis.words(), chosen.form.words()));
    }
    let by = settle_by(deployment)?;
    let until = moment(by, now, language);
    Some(if now < by {
        BasisLine::Open { until }
    } else {
        BasisLine::Late { until }
    })
}

/// The same for a viewer, with whether they may choose it.
pub(in crate::incidents::pages) fn basis_of(
    deployment: &Deployment,
    permit: Option<&Permit<SetDeploymentBasis>>,
    at: (Instant, Language),
) -> Option<DeploymentBasis> {
    let line = line(deployment, at)?;
    Some(DeploymentBasis {
        line,
        may_set: permit.is_some_and(|permit| may_set(permit, deployment)),
    })
}

/// What the conditions rest on; who confirmed them only where that may be read.
pub(in crate::incidents::pages) fn conditions_stand(
    conditions: &Conditions,
    is_named: bool,
    (told, language): (Told, Language),
) -> ConditionsStand {
    let at = |instant| told.moment(instant, language);
    let who = |confirmer: &Confirmer| format!("{}, {}", confirmer.name, confirmer.function);
    let accepted = conditions.accepted;
    let confirmed = conditions.immediate.as_ref();
    ConditionsStand {
        accepted: accepted.map(|(version, on)| (version, day(on, language))),
        confirmed: confirmed.map(|one| ConfirmedAtOnce {
            version: one.version,
            at: at(one.at),
            who: one.confirmer.as_ref().filter(|_| is_named).map(who),
            is_by_phone: one.said_by == ConfirmedBy::Desk,
        }),
        ratify_by: conditions.ratify_by().map(at),
    }
}
