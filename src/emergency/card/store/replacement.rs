//! Replacements: one person asks, another confirms.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::access::action::ReplaceEmergencyCard;
use crate::access::{Action, scope_of};
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::emergency::card::model::{Card, Replacement};
use crate::entity::card_replacement;
use crate::ids::{AccountId, EmergencyCardId};

/// What was asked for about these cards; an open question counts as long as whoever asked still has the right.
pub(in crate::emergency::card) async fn replacements<C: ConnectionTrait>(
    db: &C,
    cards: &[Card],
    now: Instant,
) -> Result<HashMap<EmergencyCardId, Replacement>, StorageError> {
    let rows = card_replacement::Entity::find()
        .filter(card_replacement::Column::CardId.is_in(cards.iter().map(|card| card.id)))
        .all(db)
        .await?;
    let mut replacements = HashMap::new();
    for row in rows {
        let replacement = Replacement {
            asked_by: row.asked_by,
            asked_at: row.asked_at,
            expires_at: row.expires_at,
            is_confirmed: row.confirmed_at.is_some(),
        };
        let whose = (row.asked_by, ReplaceEmergencyCard::RIGHT);
        if !replacement.is_open(now) || scope_of(db, whose, now).await?.is_some() {
            replacements.insert(row.card_id, replacement);
        }
    }
    Ok(replacements)
}

/// Who asked last for another card in the place of this one.
pub(in crate::emergency::card) async fn asked_by(
    txn: &Txn,
    card: EmergencyCardId,
) -> Result<Option<AccountId>, DbErr> {
    let row = card_replacement::Entity::find_by_id(card);
    let row = row.one(txn.connection()).await?;
    Ok(row.map(|row| row.asked_by))
}

/// Takes a question back that nobody confirmed.
pub(in crate::emergency::card) async fn withdraw(
    txn: &Txn,
    card: EmergencyCardId,
) -> Result<(), DbErr> {
    use card_replacement::{Column, Entity};
    Entity::delete_many()
        .filter(Column::CardId.eq(card))
        .filter(Column::ConfirmedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Notes that somebody asks; `false` when a question is open already.
pub(in crate::emergency::card) async fn ask(
    txn: &Txn,
    card: EmergencyCardId,
    by: AccountId,
    expires_at: Instant,
) -> Result<bool, DbErr> {
    use card_replacement::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        card_id: Set(card),
        asked_by: Set(by),
        asked_at: Set(txn.now()),
        expires_at: Set(expires_at),
        confirmed_by: Set(None),
        confirmed_at: Set(None),
    };
    let exists = OnConflict::column(Column::CardId).do_nothing().to_owned();
    let inserted = Entity::insert(row)
        .on_conflict(exists)
        .exec_without_returning(txn.connection())
        .await?;
    if inserted == 1 {
        return Ok(true);
    }
    let result = Entity::update_many()
        .col_expr(Column::AskedBy, Expr::value(by))
        .col_expr(Column::AskedAt, Expr::value(txn.now()))
        .col_expr(Column::ExpiresAt, Expr::value(expires_at))
        .filter(Column::CardId.eq(card))
        .filter(Column::ConfirmedAt.is_null())
        .filter(Column::ExpiresAt.lte(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Confirms what somebody else asked for; `false` when nothing is open, or the same person asked.
pub(in crate::emergency::card) async fn confirm(
    txn: &Txn,
    card: EmergencyCardId,
    by: AccountId,
) -> Result<bool, DbErr> {
    use card_replacement::{Column, Entity};
    let result = Entity::update_many()
        .col_expr(Column::ConfirmedBy, Expr::value(by))
        .col_expr(Column::ConfirmedAt, Expr::value(txn.now()))
        .filter(Column::CardId.eq(card))
        .filter(Column::AskedBy.ne(by))
        .filter(Column::ConfirmedAt.is_null())
        .filter(Column::ExpiresAt.gt(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
