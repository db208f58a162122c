//! The emergency code that is sent along.

use super::report::{Kit, Report};
use super::sender::Way;
use crate::attempts::Counted;
use crate::db::{StorageError, Txn};
use crate::emergency::{self, Claim, Redemption};
use crate::incidents::model::CodeOutcome;

/// A code on its way to be looked at.
pub(super) enum Tried {
    NotGiven,
    NotChecked,
    Counted(Claim, Counted),
}

impl Tried {
    pub(super) async fn give_back(self, txn: &Txn) -> Result<(), StorageError> {
        match self {
            Self::Counted(_, counted) => counted.give_back(txn).await,
            Self::NotGiven | Self::NotChecked => Ok(()),
        }
    }
}

/// Counts the code before it is looked at. Without a place of the list nobody can tell whose it is.
pub(super) async fn try_code(
    kit: Kit<'_>,
    report: &Report,
    way: &Way,
) -> Result<Tried, StorageError> {
    let Some(code) = report.code.clone() else {
        return Ok(Tried::NotGiven);
    };
    let Some(seat) = report.seat.clone() else {
        return Ok(Tried::NotChecked);
    };
    let from = (seat.place.as_str(), way.subscriber());
    Ok(
        match emergency::count_redemption(kit.db, kit.ring, from).await? {
            Ok(counted) => Tried::Counted(Claim { seat, code }, counted),
            Err(_) => Tried::NotChecked,
        },
    )
}

/// Uses up the code, and says what became of it.
pub(super) async fn redeem(
    txn: &mut Txn,
    kit: Kit<'_>,
    tried: Tried,
) -> Result<(CodeOutcome, Option<Redemption>), StorageError> {
    let (claim, counted) = match tried {
        Tried::NotGiven => return Ok((CodeOutcome::NotGiven, None)),
        Tried::NotChecked => return Ok((CodeOutcome::NotChecked, None)),
        Tried::Counted(claim, counted) => (claim, counted),
    };
    let parts = (kit.reference, kit.ring);
    let redeemed = emergency::redeem(txn, parts, (&claim, counted)).await?;
    Ok(match redeemed {
        Ok(redemption) => (CodeOutcome::Accepted, Some(redemption)),
        Err(_) => (CodeOutcome::Refused, None),
    })
}
