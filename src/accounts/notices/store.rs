//! Queries of choices and of what waits.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};

use super::{AccountNotice, Delivery};
use crate::db::{StorageError, Txn};
use crate::entity::{gathered_notice, notice_choice};
use crate::ids::AccountId;

/// How an account is told of a kind of message.
pub(super) async fn delivery<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
    notice: AccountNotice,
) -> Result<Delivery, StorageError> {
    let key = (account, <&str>::from(notice).to_owned());
    let found = notice_choice::Entity::find_by_id(key).one(db).await?;
    let chosen = found.map(|row| read(&row.delivery)).transpose()?;
    Ok(chosen.unwrap_or_else(|| notice.usually()))
}

/// What an account chose.
pub(super) async fn choices<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<HashMap<AccountNotice, Delivery>, StorageError> {
    let rows = notice_choice::Entity::find()
        .filter(notice_choice::Column::AccountId.eq(account))
        .all(db)
        .await?;
    let chosen = rows.into_iter().map(|row| {
        let notice = kind(&row.kind)?;
        Ok((notice, read(&row.delivery)?))
    });
    chosen.collect()
}

/// Keeps a choice in place of the one there was.
pub(super) async fn choose(
    txn: &Txn,
    account: AccountId,
    (notice, delivery): (AccountNotice, Delivery),
) -> Result<(), DbErr> {
    use notice_choice::{Column, Entity, Model};
    let row = Model {
        account_id: account,
        kind: <&str>::from(notice).to_owned(),
        delivery: <&str>::from(delivery).to_owned(),
    };
    let mut again = OnConflict::columns([Column::AccountId, Column::Kind]);
    again.update_column(Column::Delivery);
    Entity::insert(row.into_active_model())
        .on_conflict(again)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// Lets a message wait.
pub(super) async fn gather(
    txn: &Txn,
    account: AccountId,
    notice: AccountNotice,
) -> Result<(), DbErr> {
    use gathered_notice::{Column, Entity, Model};
    let row = Model {
        account_id: account,
        kind: <&str>::from(notice).to_owned(),
        times: 1,
        last_at: txn.now(),
    };
    let mut again = OnConflict::columns([Column::AccountId, Column::Kind]);
    again.update_column(Column::LastAt);
    again.value(Column::Times, Expr::col((Entity, Column::Times)).add(1));
    Entity::insert(row.into_active_model())
        .on_conflict(again)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// What waits for an account, and how often it came, the latest last.
pub(super) async fn gathered<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<Vec<(AccountNotice, i32)>, StorageError> {
    use gathered_notice::{Column, Entity};
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account))
        .order_by_asc(Column::LastAt)
        .order_by_asc(Column::Kind)
        .all(db)
        .await?;
    let waiting = rows
        .into_iter()
        .map(|row| Ok((kind(&row.kind)?, row.times)));
    waiting.collect()
}

/// Takes away what was told; what came since stays: whether there is some.
pub(super) async fn drop_told(
    txn: &Txn,
    account: AccountId,
    told: &[(AccountNotice, i32)],
) -> Result<bool, DbErr> {
    use gathered_notice::{Column, Entity};
    for (notice, times) in told {
        Entity::update_many()
            .col_expr(Column::Times, Expr::col(Column::Times).sub(*times))
            .filter(Column::AccountId.eq(account))
            .filter(Column::Kind.eq(<&str>::from(*notice)))
            .exec(txn.connection())
            .await?;
    }
    Entity::delete_many()
        .filter(Column::AccountId.eq(account))
        .filter(Column::Times.lte(0))
        .exec(txn.connection())
        .await?;
    let left = Entity::find().filter(Column::AccountId.eq(account));
    Ok(left.one(txn.connection()).await?.is_some())
}

/// Takes away what waits of a kind nobody wants to be told of any more.
pub(super) async fn drop_waiting(
    txn: &Txn,
    account: AccountId,
    notice: AccountNotice,
) -> Result<(), DbErr> {
    let key = (account, <&str>::from(notice).to_owned());
    gathered_notice::Entity::delete_by_id(key)
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Forgets what waited for a week: its mail could not be sent, which admins saw.
pub(in crate::accounts) async fn forget_old(txn: &Txn) -> Result<(), DbErr> {
    use gathered_notice::{Column, Entity};
    Entity::delete_many()
        .filter(Column::LastAt.lt(txn.now().plus_days(-7)))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn kind(stored: &str) -> Result<AccountNotice, StorageError> {
    stored
        .parse()
        .map_err(|_| StorageError::Corrupt("notice_choices.kind"))
}

fn read(stored: &str) -> Result<Delivery, StorageError> {
    stored
        .parse()
        .map_err(|_| StorageError::Corrupt("notice_choices.delivery"))
}
