//! An estimate that is sent answers in the thread of its deployment what help costs.

use super::{CostError, Seen};
use crate::db::Txn;
use crate::incidents::costs::model::SheetState;
use crate::incidents::deployments::{Deployment, Part};
use crate::incidents::thread::{self, MessageSide};

/// Says that it costs something where an estimate goes to the town, in the transaction that sends it; never how much.
pub(super) async fn say_if_estimated(
    txn: &Txn,
    (deployment, seen): (&Deployment, &Seen),
    state: SheetState,
) -> Result<(), CostError> {
    if state != SheetState::Sent {
        return Ok(());
    }
    let side = if seen.takes(&[Part::Employer]) {
        MessageSide::Employer
    } else {
        MessageSide::Coordinator
    };
    thread::quoted(txn, deployment, side).await?;
    Ok(())
}
