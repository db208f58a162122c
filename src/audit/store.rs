//! Queries of the audit record.

use sea_orm::sea_query::{Expr, ExprTrait, Func, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::AuditQuery;
use super::checkpoint::Checkpoint;
use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::entity::audit_entry::{self, Column};
use crate::entity::{audit_checkpoint, audit_refusal, commit_head};
use crate::sealing::PublicKey;

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
        // Compared as text, not as a pattern, and not as a range: how texts are ordered is the database's choice.
        Some(area) if area.ends_with('.') => {
            let length = i32::try_from(area.chars().count()).unwrap_or(i32::MAX);
            let beginning = Func::cust("substr").args([
                Expr::col(Column::Action),
                Expr::value(1),
                Expr::value(length),
            ]);
            found = found.filter(Expr::expr(beginning).eq(area));
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

/// All checkpoints, oldest first.
pub(super) async fn checkpoints(db: &Db) -> Result<Vec<Checkpoint>, StorageError> {
    let rows = audit_checkpoint::Entity::find()
        .order_by_asc(audit_checkpoint::Column::Seq)
        .order_by_asc(audit_checkpoint::Column::RingVersion)
        .all(db.reader())
        .await?;
    rows.into_iter().map(checkpoint).collect()
}

/// The last checkpoint of a key.
pub(super) async fn last_checkpoint(
    db: &Db,
    key: &PublicKey,
) -> Result<Option<Checkpoint>, StorageError> {
    let row = audit_checkpoint::Entity::find()
        .filter(audit_checkpoint::Column::PublicKey.eq(key.to_string()))
        .order_by_desc(audit_checkpoint::Column::Seq)
        .one(db.reader())
        .await?;
    row.map(checkpoint).transpose()
}

fn checkpoint(row: audit_checkpoint::Model) -> Result<Checkpoint, StorageError> {
    let key = row.public_key.parse();
    Ok(Checkpoint {
        seq: row.seq,
        at: row.at,
        hash: row.hash,
        public_key: key.map_err(|_| StorageError::Corrupt("audit_checkpoints.public_key"))?,
        signature: row.signature,
    })
}

/// Keeps a checkpoint; another node may have signed the same head.
pub(super) async fn insert_checkpoint(
    txn: &Txn,
    ring_version: i32,
    checkpoint: &Checkpoint,
) -> Result<(), DbErr> {
    use audit_checkpoint::{Column, Entity, Model};
    let Checkpoint {
        seq,
        at,
        hash,
        public_key,
        signature,
    } = checkpoint.clone();
    let taken = Entity::find_by_id((seq, ring_version));
    if taken.one(txn.connection()).await?.is_some() {
        return Ok(());
    }
    let row = Model {
        seq,
        ring_version,
        at,
        hash,
        public_key: public_key.to_string(),
        signature,
    };
    Entity::insert(row.into_active_model())
        .on_conflict(
            OnConflict::columns([Column::Seq, Column::RingVersion])
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// Adds one to the refusals of a minute: the same two statements whoever it is.
pub(super) async fn count_refusal(
    txn: &Txn,
    (action, subject): (&'static str, String),
    minute_at: Instant,
) -> Result<(), DbErr> {
    use audit_refusal::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        action: Set(action.to_owned()),
        subject: Set(subject.clone()),
        minute_at: Set(minute_at),
        count: Set(0),
    };
    let exists = OnConflict::columns([Column::Action, Column::Subject, Column::MinuteAt])
        .do_nothing()
        .to_owned();
    Entity::insert(row)
        .on_conflict(exists)
        .exec_without_returning(txn.connection())
        .await?;
    Entity::update_many()
        .col_expr(Column::Count, Expr::col(Column::Count).add(1))
        .filter(Column::Action.eq(action))
        .filter(Column::Subject.eq(subject))
        .filter(Column::MinuteAt.eq(minute_at))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Refusals of minutes that began at this instant or before.
pub(super) async fn refusals_before(
    txn: &Txn,
    begun: Instant,
) -> Result<Vec<audit_refusal::Model>, DbErr> {
    audit_refusal::Entity::find()
        .filter(audit_refusal::Column::MinuteAt.lte(begun))
        .order_by_asc(audit_refusal::Column::MinuteAt)
        .order_by_asc(audit_refusal::Column::Subject)
        .limit(ENTRIES_A_QUERY)
        .all(txn.connection())
        .await
}

/// Takes counted refusals out, unless their number has changed.
pub(super) async fn take_refusals(
    txn: &Txn,
    counted: &audit_refusal::Model,
) -> Result<bool, DbErr> {
    use audit_refusal::{Column, Entity};
    let result = Entity::delete_many()
        .filter(Column::Action.eq(counted.action.as_str()))
        .filter(Column::Subject.eq(counted.subject.as_str()))
        .filter(Column::MinuteAt.eq(counted.minute_at))
        .filter(Column::Count.eq(counted.count))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
