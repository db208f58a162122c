//! Queries of the audit record.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::AuditQuery;
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

/// Entries that fit a query: newest first, or oldest first after a number.
pub(super) async fn find(db: &Db, query: &AuditQuery, limit: u64) -> Result<Vec<Entry>, DbErr> {
    let AuditQuery {
        actor,
        subject,
        action,
        from,
        until,
        before,
        after,
    } = query;
    let mut found = audit_entry::Entity::find();
    if let Some(actor) = actor {
        found = found.filter(Column::Actor.eq(actor.as_str()));
    }
    if let Some(subject) = subject {
        found = found.filter(Column::Subject.eq(subject.as_str()));
    }
    match action.as_deref() {
        // A range instead of LIKE: what was typed is no pattern. `/` is the character after `.`.
        Some(area) if area.ends_with('.') => {
            let end = format!("{}/", &area[..area.len() - 1]);
            found = found
                .filter(Column::Action.gte(area))
                .filter(Column::Action.lt(end));
        }
        Some(action) => found = found.filter(Column::Action.eq(action)),
        None => {}
    }
    if let Some(from) = from {
        found = found.filter(Column::At.gte(*from));
    }
    if let Some(until) = until {
        found = found.filter(Column::At.lt(*until));
    }
    if let Some(before) = before {
        found = found.filter(Column::Seq.lt(*before));
    }
    found = match after {
        Some(after) => found
            .filter(Column::Seq.gt(*after))
            .order_by_asc(Column::Seq),
        None => found.order_by_desc(Column::Seq),
    };
    found.limit(limit).all(db.reader()).await
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
