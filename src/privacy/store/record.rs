//! What the audit record says of a person.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use crate::clock::Instant;
use crate::entity::audit_entry::{Column, Entity};

/// An entry of the record, as far as a person may read it.
pub(in crate::privacy) struct Recorded {
    pub(in crate::privacy) seq: i64,
    pub(in crate::privacy) at: Instant,
    pub(in crate::privacy) actor: String,
    pub(in crate::privacy) action: String,
    pub(in crate::privacy) subject: String,
}

/// Entries by or about one of these ids, oldest first.
pub(in crate::privacy) async fn concerning<C: ConnectionTrait>(
    db: &C,
    ids: &[String],
) -> Result<Vec<Recorded>, DbErr> {
    let either = Condition::any()
        .add(Column::Actor.is_in(ids))
        .add(Column::Subject.is_in(ids));
    let rows = Entity::find()
        .filter(either)
        .order_by_asc(Column::Seq)
        .all(db)
        .await?;
    let recorded = rows.into_iter().map(|row| Recorded {
        seq: row.seq,
        at: row.at,
        actor: row.actor,
        action: row.action,
        subject: row.subject,
    });
    Ok(recorded.collect())
}
