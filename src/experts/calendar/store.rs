//! Queries of calendars.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::calendar_feed::{Column, Entity, Model};
use crate::ids::AccountId;

/// Since when somebody has a calendar to subscribe to.
pub(super) async fn since<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<Option<Instant>, DbErr> {
    let found = Entity::find_by_id(account).one(db).await?;
    Ok(found.map(|row| row.made_at))
}

/// Whose calendar has this hash, and its language.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    hash: &[u8],
) -> Result<Option<(AccountId, String)>, DbErr> {
    let found = Entity::find().filter(Column::TokenHash.eq(hash));
    let found = found.one(db).await?;
    Ok(found.map(|row| (row.account_id, row.language)))
}

/// Makes a calendar in place of the one there was; of two at the same moment the later one stays.
pub(super) async fn replace(
    txn: &Txn,
    account: AccountId,
    (hash, language): (Vec<u8>, &str),
) -> Result<(), DbErr> {
    let row = Model {
        account_id: account,
        token_hash: hash,
        language: language.to_owned(),
        made_at: txn.now(),
    };
    let all_else = [Column::TokenHash, Column::Language, Column::MadeAt];
    Entity::insert(row.into_active_model())
        .on_conflict(
            OnConflict::column(Column::AccountId)
                .update_columns(all_else)
                .to_owned(),
        )
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// Takes a calendar away; `false` when there was none.
pub(super) async fn remove(txn: &Txn, account: AccountId) -> Result<bool, DbErr> {
    let removed = Entity::delete_by_id(account).exec(txn.connection()).await?;
    Ok(removed.rows_affected == 1)
}
