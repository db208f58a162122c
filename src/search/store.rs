//! The change feed, read in order.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::clock::Instant;
use crate::db::{Change, StorageError};
use crate::entity::{change, expert};
use crate::ids::ExpertId;

/// Changes read at once.
const CHANGES_A_QUERY: u64 = 5_000;

/// A stretch of the feed.
#[derive(Debug)]
pub(super) struct Stretch {
    /// What changed.
    pub(super) changes: Vec<Change>,
    /// Number and time of its last change.
    pub(super) last: (i64, Instant),
}

/// The next changes after a position; `None` when there are none.
pub(super) async fn changes_after<C: ConnectionTrait>(
    db: &C,
    position: i64,
) -> Result<Option<Stretch>, StorageError> {
    let rows = change::Entity::find()
        .filter(change::Column::Seq.gt(position))
        .order_by_asc(change::Column::Seq)
        .limit(CHANGES_A_QUERY)
        .all(db)
        .await?;
    let Some(last) = rows.last().map(|row| (row.seq, row.at)) else {
        return Ok(None);
    };
    let changes = rows.into_iter().map(|row| {
        let kind = row
            .kind
            .parse()
            .map_err(|_| StorageError::Corrupt("changes.kind"))?;
        Ok(Change {
            kind,
            subject: row.subject,
        })
    });
    Ok(Some(Stretch {
        changes: changes.collect::<Result<_, StorageError>>()?,
        last,
    }))
}

/// When a change was made; the epoch if there is no such change.
pub(super) async fn made_at<C: ConnectionTrait>(db: &C, seq: i64) -> Result<Instant, DbErr> {
    let row = change::Entity::find_by_id(seq).one(db).await?;
    Ok(row.map_or(Instant::from_micros(0), |row| row.at))
}

/// Ids of all entries.
pub(super) async fn all_ids<C: ConnectionTrait>(db: &C) -> Result<Vec<ExpertId>, DbErr> {
    expert::Entity::find()
        .select_only()
        .column(expert::Column::Id)
        .order_by_asc(expert::Column::Id)
        .into_tuple()
        .all(db)
        .await
}
