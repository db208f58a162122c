//! The words of town and employer, each said once.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use web::Notice;

use crate::access::Permit;
use crate::access::action::{AcceptDeployment, ReleaseDeployment};
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::deployments::{
    self, AcceptanceDecision, Deployment, DeploymentError, ReleaseDecision,
};
use crate::incidents::pages::requests::{lead, right};
use crate::incidents::requests::desk;

#[derive(Deserialize)]
pub(super) struct DecisionFields {
    #[serde(default)]
    antwort: String,
}

/// The town's word, or what it said to a coordinator.
pub(super) async fn acceptance(
    permit: Permit<AcceptDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(form): FormBody<DecisionFields>,
) -> Result<Response, Problem> {
    let found = deployments::show(&app.db, &right(&permit)?, id).await?;
    let decision = form.antwort.parse::<AcceptanceDecision>();
    let decision = decision.map_err(|_| Problem::invalid("say accept or refuse"))?;
    let decided = deployments::decide_acceptance(&desk(&app), &permit, (id, decision)).await;
    let notice = match decision {
        AcceptanceDecision::Accept => Notice::DeploymentAccepted,
        AcceptanceDecision::Refuse => Notice::DeploymentRefused,
    };
    after(&format!("/ersuchen/{}", found.request), decided, notice)
}

/// The employer's word.
pub(super) async fn release(
    permit: Permit<ReleaseDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(form): FormBody<DecisionFields>,
) -> Result<Response, Problem> {
    let decision = form.antwort.parse::<ReleaseDecision>();
    let decision = decision.map_err(|_| Problem::invalid("say release, remote_only or refuse"))?;
    let decided = deployments::decide_release(&desk(&app), &permit, (id, decision)).await;
    let notice = match decision {
        ReleaseDecision::Release | ReleaseDecision::RemoteOnly => Notice::DeploymentReleased,
        ReleaseDecision::Refuse => Notice::ReleaseRefused,
    };
    after("/organisation/freigaben", decided, notice)
}

/// Back on a page, with what was decided, or why it could not be.
fn after(
    path: &str,
    decided: Result<(Deployment, i64), DeploymentError>,
    notice: Notice,
) -> Result<Response, Problem> {
    let notice = match decided {
        Ok(_) => notice,
        Err(DeploymentError::NotAsked | DeploymentError::NotCommitted) => Notice::RequestMovedOn,
        Err(DeploymentError::OwnKey) => Notice::OwnRelease,
        Err(DeploymentError::Booked(_)) => Notice::PersonBooked,
        Err(DeploymentError::Invalid(_)) => Notice::OnSiteOnly,
        Err(
            error @ (DeploymentError::NotFound
            | DeploymentError::OtherSide
            | DeploymentError::NotAgreed(_)
            | DeploymentError::WrongCode(_)
            | DeploymentError::Locked
            | DeploymentError::Storage(_)),
        ) => return Err(error.into()),
    };
    Ok(lead(path, notice))
}
