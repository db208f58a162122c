//! Deleting what has been kept long enough.

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter};

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

/// How many entries of the audit record are older than an instant.
pub(in crate::privacy) async fn audit_entries_before(
    db: &Db,
    before: Instant,
) -> Result<u64, DbErr> {
    audit_entry::Entity::find()
        .filter(audit_entry::Column::At.lt(before))
        .count(db.reader())
        .await
}
