//! Queries of the audit record.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::db::Db;
use crate::entity::audit_entry::{self, Column};
use crate::entity::commit_head;

const ENTRIES_A_QUERY: u64 = 1_000;

/// An entry as it is stored.
pub(super) type Entry = audit_entry::Model;

/// The end of the chain as of the last commit.
pub(super) struct Head {
    pub(super) seq: i64,
    pub(super) hash: Vec<u8>,
}

pub(super) async fn head(db: &Db) -> Result<Option<Head>, DbErr> {
    let row = commit_head::Entity::find_by_id(1).one(db.reader()).await?;
    Ok(row.map(|row| Head {
        seq: row.audit_seq,
        hash: row.audit_hash,
    }))
}

/// The next entries after a number, up to another, in order.
pub(super) async fn entries_after(db: &Db, seq: i64, last: i64) -> Result<Vec<Entry>, DbErr> {
    audit_entry::Entity::find()
        .filter(Column::Seq.gt(seq))
        .filter(Column::Seq.lte(last))
        .order_by_asc(Column::Seq)
        .limit(ENTRIES_A_QUERY)
        .all(db.reader())
        .await
}
