//! Deleting what has been kept long enough.

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::clock::Instant;
use crate::db::{Db, Txn};
use crate::entity::{api_token, audit_entry};

/// Deletes access keys that ended before an instant; how many.
pub(in crate::privacy) async fn forget_ended_tokens(
    txn: &Txn,
    before: Instant,
) -> Result<u64, DbErr> {
    let ended = Condition::any()
        .add(api_token::Column::RevokedAt.lt(before))
        .add(api_token::Column::ExpiresAt.lt(before));
    let result = api_token::Entity::delete_many()
        .filter(ended)
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected)
}

/// When the oldest entry of the audit record was written.
pub(in crate::privacy) async fn oldest_audit_entry(db: &Db) -> Result<Option<Instant>, DbErr> {
    let oldest = audit_entry::Entity::find()
        .order_by_asc(audit_entry::Column::Seq)
        .one(db.reader())
        .await?;
    Ok(oldest.map(|entry| entry.at))
}
