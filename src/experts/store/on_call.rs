//! Queries of on-call duty.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use super::row::new_id;
use crate::db::Txn;
use crate::entity::expert_on_call::{Column, Entity, Model};
use crate::experts::duty::OnCall;
use crate::ids::{AccountId, ExpertId};

/// Replaces the on-call duty of an entry.
pub(in crate::experts) async fn replace_on_call(
    txn: &Txn,
    id: ExpertId,
    (periods, by): (&[OnCall], AccountId),
) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::ExpertId.eq(id))
        .exec(txn.connection())
        .await?;
    let row = |period: &OnCall| {
        let row = Model {
            id: new_id(txn.now()),
            expert_id: id,
            from_at: period.from,
            until_at: period.until,
            planned_by: by,
            planned_at: txn.now(),
        };
        row.into_active_model()
    };
    Entity::insert_many(periods.iter().map(row))
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}
