//! On-call duty: the employer plans it, and nobody else (trust, 16).

use serde_json::json;

use super::{ExpertError, Saved, record};
use crate::access::Permit;
use crate::access::action::PlanOnCall;
use crate::db::Db;
use crate::experts::duty::{OnCall, check};
use crate::experts::store;
use crate::ids::ExpertId;

/// Changes the on-call duty of an entry, from what is still ahead of it; nothing when the change is refused.
///
/// # Errors
/// Not the employer's, periods that cannot be, or storage failed.
pub async fn plan_on_call<E>(
    db: &Db,
    permit: &Permit<PlanOnCall>,
    id: ExpertId,
    change: impl FnOnce(&mut Vec<OnCall>) -> Result<(), E>,
) -> Result<Result<Saved, E>, ExpertError> {
    let mut txn = db.begin().await?;
    store::hold(&txn, id).await?;
    let entry = store::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(ExpertError::NotFound)?;
    let now = txn.now();
    let ahead = entry.on_call.iter().filter(|period| period.until > now);
    let mut periods: Vec<OnCall> = ahead.copied().collect();
    if let Err(refused) = change(&mut periods) {
        return Ok(Err(refused));
    }
    let errors = check(&periods, now);
    if !errors.is_empty() {
        return Err(ExpertError::Invalid(errors));
    }
    let by = permit.caller().account;
    store::touch(&txn, &entry, entry.headcount).await?;
    store::replace_on_call(&txn, id, (&periods, by)).await?;
    let details = json!({ "periods": periods.len() });
    record(
        &mut txn,
        permit.actor(),
        "expert.on_call_planned",
        id,
        details,
    );
    Ok(Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    }))
}
