//! An estimate that is sent answers in the thread of its deployment what help costs.

use super::sheets::writers;
use super::{CostError, Seen};
use crate::db::Txn;
use crate::incidents::costs::model::{SheetState, Stage};
use crate::incidents::deployments::Deployment;
use crate::incidents::thread;

/// Says that it costs something where an estimate goes to the town, in the transaction that sends it; never how much.
pub(super) async fn say_if_estimated(
    txn: &Txn,
    (deployment, seen): (&Deployment, &Seen),
    state: SheetState,
) -> Result<(), CostError> {
    if state != SheetState::Sent {
        return Ok(());
    }
    let mut writers = writers(Stage::Estimate).iter();
    let writer = writers.find(|part| seen.takes(&[**part]));
    let writer = writer.ok_or(CostError::NotYours)?;
    thread::quoted(txn, deployment, (*writer).into()).await?;
    Ok(())
}
