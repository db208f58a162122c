//! Which kind of costs a deployment bears.

use sea_orm::ConnectionTrait;

use super::CostError;
use crate::incidents::costs::model::{Borne, CostKind};
use crate::incidents::deployments::{CostBasis, Deployment};
use crate::incidents::legal::{self, LegalBasis};

/// What a deployment bears: by its legal basis, as long as none is stated by the legal forms of both
/// sides. Between bodies of one house nothing is paid (§ 8 Abs. 1 Satz 3 `VwVfG`).
///
/// # Errors
/// It costs nothing, a side is gone, or storage failed.
pub(super) async fn borne_by<C: ConnectionTrait>(
    db: &C,
    deployment: &Deployment,
) -> Result<Borne, CostError> {
    if deployment.employer == deployment.requester {
        return Err(CostError::Free);
    }
    let forms = legal::sides(db, deployment).await?;
    let forms = forms.ok_or(CostError::NotFound)?;
    let matrix = legal::matrix(db).await?;
    let kind = match CostBasis::of_deployment(&matrix, deployment, forms) {
        CostBasis::Free => return Err(CostError::Free),
        CostBasis::ExtraCosts => CostKind::Reimbursement,
        CostBasis::AgreedRate => CostKind::Fee,
    };
    let chosen = deployment.basis.as_ref().map(|chosen| chosen.basis);
    let first = matrix.allowed(forms.0, forms.1).first().copied();
    Ok(Borne {
        kind,
        is_amtshilfe: chosen.or(first) == Some(LegalBasis::Amtshilfe),
    })
}
