//! Costs, times and hours over HTTP.

mod hours;
mod sheets;
mod times;

use utoipa_axum::router::OpenApiRouter;

use super::service::CostError;
use crate::app::AppState;
use crate::http::Problem;

/// Routes of this concern.
pub(in crate::incidents) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(sheets::routes())
        .merge(times::routes())
        .merge(hours::routes())
}

impl From<CostError> for Problem {
    fn from(error: CostError) -> Self {
        match error {
            CostError::NotFound => Self::not_found("there is no such sheet"),
            CostError::NotYours => Self::forbidden("this is for another side of the deployment"),
            CostError::OwnWord => {
                Self::conflict("you wrote this yourself: somebody else decides about it")
            }
            CostError::Invalid(errors) => Self::fields(errors),
            CostError::Free => Self::not_found("this costs nothing: there is no sheet"),
            CostError::NotYet => Self::conflict("the deployment does not stand like this"),
            CostError::NotNow => Self::conflict("the sheet does not stand like this"),
            CostError::OtherKind => Self::conflict(
                "the legal basis changed: this is of the other kind of costs, and is to be written anew",
            ),
            CostError::Fixed => Self::conflict("this changes no more"),
            CostError::Forgotten => {
                Self::conflict("the incident was forgotten: no note can be kept any more")
            }
            CostError::Version(problem) => problem,
            CostError::Deployment(error) => error.into(),
            CostError::Storage(error) => error.into(),
        }
    }
}
