//! Revoking a card: at once, and all its codes with it.

use serde_json::json;

use super::model::CardState;
use super::view::covered_card;
use super::{CardError, record, store};
use crate::access::Permit;
use crate::access::action::RevokeEmergencyCard;
use crate::db::Db;
use crate::emergency::coverage::Coverage;
use crate::ids::EmergencyCardId;
use crate::reference::Reference;

/// Revokes a card. Revoked twice it is revoked once.
///
/// # Errors
/// Not the caller's to know of, replaced by another, or storage failed.
pub async fn revoke(
    db: &Db,
    reference: &Reference,
    permit: &Permit<RevokeEmergencyCard>,
    id: EmergencyCardId,
) -> Result<i64, CardError> {
    let mut txn = db.begin().await?;
    let coverage = Coverage::of(txn.connection(), permit, txn.now()).await?;
    let (card, _) = covered_card(txn.connection(), reference, (&coverage, id)).await?;
    if card.state == CardState::Replaced {
        return Err(CardError::Replaced);
    }
    let states = (&[CardState::Issued][..], CardState::Revoked);
    if store::end(&txn, id, states, permit.actor()).await? {
        let details = json!({ "organisation": card.organisation });
        record(
            &mut txn,
            permit.actor(),
            "emergency_card.revoked",
            (id, details),
        );
    }
    Ok(txn.commit().await?.generation)
}
