//! What the pages of a deployment say of its costs without showing them.

use super::basis::borne_by;
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

/// Which sheet waits for the word of the town, for it and for the desk: none that is being written anew, and no estimate
/// once the town was told what it cost.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn waiting_for_town(
    kit: Kit<'_>,
    seen: &Seen,
) -> Result<Option<Stage>, CostError> {
    if !seen.takes(&[Part::Town, Part::Coordinator]) {
        return Ok(None);
    }
    let (db, id) = (kit.db.reader(), seen.deployment.id);
    match borne_by(db, &seen.deployment).await {
        Err(CostError::Free | CostError::NotFound) => return Ok(None),
        borne => borne?,
    };
    let told = store::latest_shown(db, kit.ring, (id, Stage::Actual)).await?;
    let stage = told.map_or(Stage::Estimate, |sheet| sheet.stage);
    let newest = store::latest(db, kit.ring, (id, stage)).await?;
    let reader = newest.and_then(|sheet| sheet.state.reader());
    Ok((reader == Some(Reader::Town)).then_some(stage))
}
