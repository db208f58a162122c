//! Queries of rotations and data keys.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::model::{Rotation, oldest_that_holds};
use crate::db::Txn;
use crate::entity::{data_key, key_rotation};
use crate::ids::AccountId;
use crate::sealing::WrappedKey;

/// The rotation that makes a version.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    version: i32,
) -> Result<Option<Rotation>, DbErr> {
    let row = key_rotation::Entity::find_by_id(version).one(db).await?;
    Ok(row.as_ref().map(rotation))
}

/// The one that was begun and is not finished.
pub(super) async fn unfinished<C: ConnectionTrait>(db: &C) -> Result<Option<Rotation>, DbErr> {
    let row = key_rotation::Entity::find()
        .filter(key_rotation::Column::BegunAt.is_not_null())
        .filter(key_rotation::Column::FinishedAt.is_null())
        .one(db)
        .await?;
    Ok(row.as_ref().map(rotation))
}

/// The last one that was finished.
pub(super) async fn last_finished<C: ConnectionTrait>(db: &C) -> Result<Option<Rotation>, DbErr> {
    let row = key_rotation::Entity::find()
        .filter(key_rotation::Column::FinishedAt.is_not_null())
        .order_by_desc(key_rotation::Column::Version)
        .one(db)
        .await?;
    Ok(row.as_ref().map(rotation))
}

fn rotation(row: &key_rotation::Model) -> Rotation {
    let key_rotation::Model {
        version,
        announced_by,
        announced_at,
        confirmed_by,
        confirmed_at: _,
        begun_at,
        is_vouched_for,
        finished_at,
    } = *row;
    Rotation {
        version,
        announced_by,
        announced_at,
        confirmed_by,
        begun_at,
        is_vouched_for,
        finished_at,
    }
}

/// Announces a rotation, in the place of one that was not begun in time; `false` when somebody else was faster.
pub(super) async fn announce(txn: &Txn, version: i32, by: AccountId) -> Result<bool, DbErr> {
    use key_rotation::{Column, Entity, Model};
    Entity::delete_many()
        .filter(Column::Version.eq(version))
        .filter(Column::BegunAt.is_null())
        .filter(Column::AnnouncedAt.lte(oldest_that_holds(txn.now())))
        .exec(txn.connection())
        .await?;
    let row = Model {
        version,
        announced_by: by,
        announced_at: txn.now(),
        confirmed_by: None,
        confirmed_at: None,
        begun_at: None,
        is_vouched_for: false,
        finished_at: None,
    };
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::column(Column::Version).do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

/// Takes an announcement away that was not begun.
pub(super) async fn discard(txn: &Txn, version: i32) -> Result<(), DbErr> {
    use key_rotation::{Column, Entity};
    Entity::delete_many()
        .filter(Column::Version.eq(version))
        .filter(Column::BegunAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Confirms what somebody else announced; `false` when there is nothing to confirm.
pub(super) async fn confirm(txn: &Txn, version: i32, by: AccountId) -> Result<bool, DbErr> {
    use key_rotation::{Column, Entity};
    let result = Entity::update_many()
        .col_expr(Column::ConfirmedBy, Expr::value(by))
        .col_expr(Column::ConfirmedAt, Expr::value(txn.now()))
        .filter(Column::Version.eq(version))
        .filter(Column::ConfirmedBy.is_null())
        .filter(Column::BegunAt.is_null())
        .filter(Column::AnnouncedBy.ne(by))
        .filter(Column::AnnouncedAt.gt(oldest_that_holds(txn.now())))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Begins what was confirmed; `false` when it may not be begun.
pub(super) async fn begin(txn: &Txn, version: i32) -> Result<bool, DbErr> {
    use key_rotation::{Column, Entity};
    let result = Entity::update_many()
        .col_expr(Column::BegunAt, Expr::value(txn.now()))
        .filter(Column::Version.eq(version))
        .filter(Column::ConfirmedBy.is_not_null())
        .filter(Column::BegunAt.is_null())
        .filter(Column::AnnouncedAt.gt(oldest_that_holds(txn.now())))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

pub(super) async fn set_vouched_for(txn: &Txn, version: i32) -> Result<(), DbErr> {
    key_rotation::Entity::update_many()
        .col_expr(key_rotation::Column::IsVouchedFor, Expr::value(true))
        .filter(key_rotation::Column::Version.eq(version))
        .exec(txn.connection())
        .await?;
    Ok(())
}

pub(super) async fn finish(txn: &Txn, version: i32) -> Result<bool, DbErr> {
    use key_rotation::{Column, Entity};
    let result = Entity::update_many()
        .col_expr(Column::FinishedAt, Expr::value(txn.now()))
        .filter(Column::Version.eq(version))
        .filter(Column::FinishedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// How many data keys are wrapped under each version.
pub(super) async fn data_keys_by_version<C: ConnectionTrait>(
    db: &C,
) -> Result<Vec<(i32, i64)>, DbErr> {
    data_key::Entity::find()
        .select_only()
        .column(data_key::Column::RingVersion)
        .column_as(data_key::Column::Id.count(), "data_keys")
        .group_by(data_key::Column::RingVersion)
        .order_by_asc(data_key::Column::RingVersion)
        .into_tuple()
        .all(db)
        .await
}

/// A data key that is wrapped under this version, and whose it is.
pub(super) async fn any_under<C: ConnectionTrait>(
    db: &C,
    version: i32,
) -> Result<Option<(Uuid, WrappedKey)>, DbErr> {
    let row = data_key::Entity::find()
        .filter(data_key::Column::RingVersion.eq(version))
        .one(db)
        .await?;
    Ok(row.map(|row| {
        let bytes = row.wrapped;
        let wrapped = WrappedKey {
            ring_version: row.ring_version,
            bytes,
        };
        (row.id, wrapped)
    }))
}

/// How many data keys are wrapped under an older version than this.
pub(super) async fn older_data_keys<C: ConnectionTrait>(
    db: &C,
    version: i32,
) -> Result<u64, DbErr> {
    data_key::Entity::find()
        .filter(data_key::Column::RingVersion.lt(version))
        .count(db)
        .await
}

/// The next data keys under an older version, in the order of their owners.
pub(super) async fn next_older(
    txn: &Txn,
    version: i32,
    (after, limit): (Uuid, u64),
) -> Result<Vec<(Uuid, WrappedKey)>, DbErr> {
    let rows = data_key::Entity::find()
        .filter(data_key::Column::RingVersion.lt(version))
        .filter(data_key::Column::Id.gt(after))
        .order_by_asc(data_key::Column::Id)
        .limit(limit)
        .all(txn.connection())
        .await?;
    let wrapped = rows.into_iter().map(|row| {
        let data_key::Model {
            id,
            ring_version,
            wrapped: bytes,
        } = row;
        (
            id,
            WrappedKey {
                ring_version,
                bytes,
            },
        )
    });
    Ok(wrapped.collect())
}

/// Puts a data key in its new wrapping; one that was erased meanwhile stays erased.
pub(super) async fn rewrap(
    txn: &Txn,
    owner: Uuid,
    (before, after): (&WrappedKey, WrappedKey),
) -> Result<bool, DbErr> {
    let result = data_key::Entity::update_many()
        .col_expr(
            data_key::Column::RingVersion,
            Expr::value(after.ring_version),
        )
        .col_expr(data_key::Column::Wrapped, Expr::value(after.bytes))
        .filter(data_key::Column::Id.eq(owner))
        .filter(data_key::Column::RingVersion.eq(before.ring_version))
        .filter(data_key::Column::Wrapped.eq(before.bytes.as_slice()))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
