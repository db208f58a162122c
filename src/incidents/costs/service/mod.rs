//! Use cases of costs and times.

mod basis;
mod forgetting;
mod hours;
mod pointing;
mod proposing;
mod quoting;
mod sheets;
mod steps;
mod telling;
mod times;

use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::db::{Db, StorageError};
use crate::http::Problem;
use crate::ids::DeploymentId;
use crate::incidents::deployments::{Deployment, DeploymentError, Part, taking_part};
use crate::input::FieldError;

pub(in crate::incidents) use forgetting::forget_settled;
pub(in crate::incidents) use hours::{HouseTotals, hours_of_all, hours_of_house};
pub(in crate::incidents) use pointing::{estimated, waiting_for_town};
pub(in crate::incidents) use sheets::{
    NewSheet, costs, is_writable, is_writer, sheet, sheet_to_write, write,
};
pub(in crate::incidents) use steps::{advance, open_steps};
pub(in crate::incidents) use telling::{COSTS_NEWS, ESTIMATE_NEWS, send_costs_news};
pub(in crate::incidents) use times::{
    TimeSheet, Times, add_time, change_time, confirm_times, remove_time, times,
};

/// Why costs or times were not shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum CostError {
    /// There are none, or the caller may not know of them.
    #[error("there is no such sheet")]
    NotFound,
    /// Somebody else of the same deployment does this.
    #[error("this is for another side of the deployment")]
    NotYours,
    /// Whoever wrote it does not decide about it.
    #[error("whoever wrote this does not decide about it")]
    OwnWord,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// A first talk, or help within one house.
    #[error("this costs nothing")]
    Free,
    /// The deployment does not stand so that this is to be done.
    #[error("the deployment does not stand like this")]
    NotYet,
    /// The sheet does not stand so that this is to be done.
    #[error("the sheet does not stand like this")]
    NotNow,
    /// The deployment bears the other kind of costs now: the sheet is written anew.
    #[error("the sheet is of the other kind of costs")]
    OtherKind,
    /// The costs are accepted, or the time to change this is over.
    #[error("this changes no more")]
    Fixed,
    /// The incident was forgotten: no note can be kept.
    #[error("no note can be kept any more")]
    Forgotten,
    /// Another version was read.
    #[error("another version was read")]
    Version(Problem),
    /// The deployment is not to be had.
    #[error(transparent)]
    Deployment(#[from] DeploymentError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for CostError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// A deployment, and what the caller is to it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Seen {
    pub(in crate::incidents) deployment: Deployment,
    pub(in crate::incidents) parts: Vec<Part>,
}

impl Seen {
    /// Whether the caller takes one of these parts.
    pub(in crate::incidents) fn takes(&self, parts: &[Part]) -> bool {
        self.parts.iter().any(|part| parts.contains(part))
    }

    fn must_take(&self, parts: &[Part]) -> Result<(), CostError> {
        if self.takes(parts) {
            Ok(())
        } else {
            Err(CostError::NotYours)
        }
    }
}

/// A deployment the caller takes part in.
///
/// # Errors
/// Not the caller's to know, or storage failed.
pub(in crate::incidents) async fn seen(
    db: &Db,
    permit: &Permit<RunDeployment>,
    id: DeploymentId,
) -> Result<Seen, CostError> {
    let (deployment, parts) = taking_part(db, permit, id).await?;
    Ok(Seen { deployment, parts })
}
