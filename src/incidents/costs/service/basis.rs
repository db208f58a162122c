//! Which kind of costs a deployment bears.

use sea_orm::ConnectionTrait;

use super::CostError;
use crate::incidents::costs::model::CostKind;
use crate::incidents::deployments::{CostBasis, Deployment};
use crate::incidents::legal;
use crate::organisations;

/// Which kind of costs a deployment bears: by its legal basis, as long as none is stated by the legal forms of both
/// sides. Between bodies of one house nothing is paid (§ 8 Abs. 1 Satz 3 VwVfG).
///
/// # Errors
/// It costs nothing, a side is gone, or storage failed.
pub(super) async fn kind_of<C: ConnectionTrait>(
    db: &C,
    deployment: &Deployment,
) -> Result<CostKind, CostError> {
    if deployment.employer == deployment.requester {
        return Err(CostError::Free);
    }
    let sides = [deployment.employer, deployment.requester];
    let houses = organisations::by_ids(db, &sides).await?;
    let form = |id| {
        let mut houses = houses.iter();
        let house = houses.find(|house| house.id == id);
        house.map(|house| house.legal_form)
    };
    let (sender, receiver) = (form(deployment.employer), form(deployment.requester));
    let forms = sender.zip(receiver).ok_or(CostError::NotFound)?;
    let matrix = legal::matrix(db).await?;
    match CostBasis::of_deployment(&matrix, deployment, forms) {
        CostBasis::Free => Err(CostError::Free),
        CostBasis::ExtraCosts => Ok(CostKind::Reimbursement),
        CostBasis::AgreedRate => Ok(CostKind::Fee),
    }
}
