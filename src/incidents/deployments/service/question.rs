//! What an employer is asked, as the page of their link shows it.

use super::DeploymentError;
use super::release::release_asked;
use crate::accounts::Secret;
use crate::experts;
use crate::incidents::deployments::introduction::CostBasis;
use crate::incidents::deployments::model::Deployment;
use crate::incidents::legal;
use crate::incidents::model::Incident;
use crate::incidents::requests::{self, Desk, Need};
use crate::incidents::store as incidents;
use crate::organisations::{self, Organisation, OrganisationKind};

/// A deployment a manager decides about, or did.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Question {
    pub(in crate::incidents) deployment: Deployment,
    pub(in crate::incidents) need: Need,
    pub(in crate::incidents) incident: Incident,
    /// Public name of who wants to help.
    pub(in crate::incidents) alias: String,
    /// What kind of organisation asks; not which.
    pub(in crate::incidents) asker: Option<OrganisationKind>,
    /// On which basis it is paid.
    pub(in crate::incidents) cost: Option<CostBasis>,
    /// Who is asked.
    pub(in crate::incidents) employer: Option<Organisation>,
}

impl Question {
    /// Whether it is to be decided and can be done from afar instead.
    pub(in crate::incidents) fn may_be_remote(&self) -> bool {
        self.deployment.may_be_remote(self.need.wanted.mode)
    }
}

/// What a manager is asked by their link.
///
/// # Errors
/// The link asks nothing, whoever it was made for is no manager any more, or storage failed.
pub(in crate::incidents) async fn release_question(
    desk: &Desk,
    link: &Secret,
) -> Result<Question, DeploymentError> {
    let deployment = release_asked(desk, link).await?;
    let db = desk.db.reader();
    let needs = requests::needs_of(db, deployment.request).await?;
    let need = needs.into_iter().find(|need| need.id == deployment.need);
    let incident = incidents::by_id(db, deployment.incident).await?;
    let entry = experts::load(db, &[deployment.expert]).await?.pop();
    let requester = organisations::by_id(db, deployment.requester).await?;
    let employer = organisations::by_id(db, deployment.employer).await?;
    let matrix = legal::matrix(desk.db.reader()).await?;
    let cost = employer.as_ref().zip(requester.as_ref());
    let cost = cost.map(|(from, to)| {
        let forms = (from.legal_form, to.legal_form);
        CostBasis::of_deployment(&matrix, &deployment, forms)
    });
    Ok(Question {
        cost,
        need: need.ok_or(DeploymentError::NotFound)?,
        incident: incident.ok_or(DeploymentError::NotFound)?,
        alias: entry.map(|entry| entry.alias).unwrap_or_default(),
        asker: requester.map(|requester| requester.kind),
        employer,
        deployment,
    })
}
