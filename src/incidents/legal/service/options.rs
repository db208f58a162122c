//! What can be chosen for a deployment, and what was.

use sea_orm::ConnectionTrait;

use super::LegalError;
use crate::access::Permit;
use crate::access::action::ReadDeployments;
use crate::db::StorageError;
use crate::ids::DeploymentId;
use crate::incidents::deployments::{self, Deployment};
use crate::incidents::legal::model::{
    CostKind, LegalBasis, Matrix, PersonnelForm, Urgency, needs_basis,
};
use crate::incidents::legal::service::rules;
use crate::incidents::legal::store;
use crate::incidents::requests::Desk;
use crate::organisations::{self, LegalForm};

/// What can be chosen for a deployment, and what was.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Options {
    pub(in crate::incidents) deployment: Deployment,
    /// Bases between its sides, the preferred first, with what is paid and by which forms people are sent.
    pub(in crate::incidents) allowed: Vec<(LegalBasis, CostKind, Vec<PersonnelForm>)>,
    /// Why it could not wait: for the sides and the desk alone.
    pub(in crate::incidents) urgency: Option<Urgency>,
}

/// The legal forms of who sends and who is helped; none once a side is gone.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn sides<C: ConnectionTrait>(
    db: &C,
    deployment: &Deployment,
) -> Result<Option<(LegalForm, LegalForm)>, StorageError> {
    let both = [deployment.employer, deployment.requester];
    let houses = organisations::by_ids(db, &both).await?;
    let form = |id| {
        let house = houses.iter().find(|house| house.id == id);
        house.map(|house| house.legal_form)
    };
    Ok(form(deployment.employer).zip(form(deployment.requester)))
}

/// What can be chosen for a deployment the caller has to do with. Before somebody is committed nothing can: the legal form
/// of the other side would say too much of it.
///
/// # Errors
/// Not the caller's to know, it does not open, or storage failed.
pub(in crate::incidents) async fn options(
    desk: &Desk,
    permit: &Permit<ReadDeployments>,
    id: DeploymentId,
) -> Result<Options, LegalError> {
    let deployment = deployments::show(&desk.db, permit, id).await?;
    if !needs_basis(&deployment) {
        return Ok(Options {
            deployment,
            allowed: Vec::new(),
            urgency: None,
        });
    }
    let matrix = rules::matrix(desk.db.reader()).await?;
    let forms = sides(desk.db.reader(), &deployment).await?;
    let forms = forms.ok_or(LegalError::NotFound)?;
    let scope = permit.scope();
    let is_side = scope.covers(deployment.employer) || scope.covers(deployment.requester);
    let urgency = if is_side {
        store::urgency(desk.db.reader(), &desk.ring, id).await?
    } else {
        None
    };
    Ok(Options {
        allowed: offered(&matrix, forms),
        urgency,
        deployment,
    })
}

fn offered(
    matrix: &Matrix,
    (sender, receiver): (LegalForm, LegalForm),
) -> Vec<(LegalBasis, CostKind, Vec<PersonnelForm>)> {
    let allowed = matrix.allowed(sender, receiver).into_iter();
    allowed
        .map(|basis| (basis, basis.cost(sender, receiver), matrix.forms(basis)))
        .collect()
}
