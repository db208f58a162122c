//! What the pages of a deployment say of its costs without showing them.

use super::basis::borne_by;
use super::sheets::costs;
use super::{CostError, Seen};
use crate::incidents::costs::model::{Amount, Reader, SheetState, Stage};
use crate::incidents::costs::store;
use crate::incidents::deployments::{Deployment, Part};
use crate::incidents::service::Kit;

/// What the town was told it may cost, and whether it said yes to that. Nothing of what it declined, and where nothing is
/// paid.
///
/// # Errors
/// Something sealed does not open, or storage failed.
pub(in crate::incidents) async fn estimated(
    kit: Kit<'_>,
    deployment: &Deployment,
) -> Result<Option<(Amount, bool)>, CostError> {
    let db = kit.db.reader();
    let borne = match borne_by(db, deployment).await {
        Err(CostError::Free | CostError::NotFound) => return Ok(None),
        borne => borne?,
    };
    let of = (deployment.id, Stage::Estimate);
    let told = store::latest_shown(db, kit.ring, of).await?;
    let told = told.filter(|sheet| sheet.state != SheetState::Declined);
    Ok(told.map(|sheet| {
        let is_agreed = sheet.state == SheetState::Agreed;
        (sheet.costs.totals(borne.is_amtshilfe).claimed, is_agreed)
    }))
}

/// Which sheets wait for the word of the town, for it and for the desk.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn waiting_for_town(
    kit: Kit<'_>,
    seen: &Seen,
) -> Result<Vec<Stage>, CostError> {
    if !seen.takes(&[Part::Town, Part::Coordinator]) {
        return Ok(Vec::new());
    }
    let found = match costs(kit, seen).await {
        Ok(found) => found,
        Err(CostError::Free | CostError::NotFound) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let sheets = found.estimate.iter().chain(&found.actual);
    let waiting = sheets.filter(|sheet| sheet.state.reader() == Some(Reader::Town));
    Ok(waiting.map(|sheet| sheet.stage).collect())
}
