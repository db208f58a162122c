//! Queries of needs and of what coordinators chose for them.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};

use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::entity::need::{Column, Entity, Model};
use crate::entity::need_choice;
use crate::ids::{self, NeedId, RequestId};
use crate::incidents::requests::model::{Chosen, Need};
use crate::matching::NewNeed;

/// Adds the needs of a new request, in their order.
pub(in crate::incidents) async fn insert_needs(
    txn: &Txn,
    request: RequestId,
    needs: &[NewNeed],
) -> Result<(), StorageError> {
    let mut rows = Vec::with_capacity(needs.len());
    for (position, wanted) in (0..).zip(needs) {
        let wanted =
            serde_json::to_string(wanted).map_err(|_| StorageError::Corrupt("needs.wanted"))?;
        let row = Model {
            id: NeedId(ids::ordered(txn.now())),
            request_id: request,
            position,
            wanted,
            wave: 0,
            wave_until: None,
            exhausted_at: None,
        };
        rows.push(row.into_active_model());
    }
    Entity::insert_many(rows)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// Needs of a request, in their order.
pub(in crate::incidents) async fn needs_of<C: ConnectionTrait>(
    db: &C,
    request: RequestId,
) -> Result<Vec<Need>, StorageError> {
    let rows = Entity::find()
        .filter(Column::RequestId.eq(request))
        .order_by_asc(Column::Position)
        .all(db)
        .await?;
    rows.iter().map(need).collect()
}

fn need(row: &Model) -> Result<Need, StorageError> {
    let corrupt = |column| move |_| StorageError::Corrupt(column);
    Ok(Need {
        id: row.id,
        wanted: serde_json::from_str(&row.wanted)
            .map_err(|_| StorageError::Corrupt("needs.wanted"))?,
        wave: u16::try_from(row.wave).map_err(corrupt("needs.wave"))?,
        wave_until: row.wave_until,
        exhausted_at: row.exhausted_at,
    })
}

/// Says which wave runs until when, and since when nobody else fits.
pub(in crate::incidents) async fn start_wave(
    txn: &Txn,
    id: NeedId,
    (wave, until): (u16, Instant),
    exhausted_at: Option<Instant>,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Wave, Expr::value(i32::from(wave)))
        .col_expr(Column::WaveUntil, Expr::value(until))
        .col_expr(Column::ExhaustedAt, Expr::value(exhausted_at))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// A wave whose messages went out late ends later; `false` when it still runs, or another one does.
pub(in crate::incidents) async fn prolong_wave(
    txn: &Txn,
    (id, wave): (NeedId, u16),
    until: Instant,
) -> Result<bool, DbErr> {
    let prolonged = Entity::update_many()
        .col_expr(Column::WaveUntil, Expr::value(until))
        .filter(Column::Id.eq(id))
        .filter(Column::Wave.eq(i32::from(wave)))
        .filter(Column::WaveUntil.lte(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(prolonged.rows_affected == 1)
}

/// Lets the wave that runs end now, of one need or of all; how many did.
pub(in crate::incidents) async fn wave_ends_now(
    txn: &Txn,
    request: RequestId,
    only: Option<NeedId>,
) -> Result<u64, DbErr> {
    let mut ended = Entity::update_many()
        .col_expr(Column::WaveUntil, Expr::value(Option::<Instant>::None))
        .filter(Column::RequestId.eq(request))
        .filter(Column::WaveUntil.is_not_null());
    if let Some(need) = only {
        ended = ended.filter(Column::Id.eq(need));
    }
    let result = ended.exec(txn.connection()).await?;
    Ok(result.rows_affected)
}

/// Whom coordinators picked or skipped, by need; those chosen first come first.
pub(in crate::incidents) async fn choices_of<C: ConnectionTrait>(
    db: &C,
    needs: &[NeedId],
) -> Result<HashMap<NeedId, Vec<Chosen>>, StorageError> {
    let rows = need_choice::Entity::find()
        .filter(need_choice::Column::NeedId.is_in(needs.iter().copied()))
        .order_by_asc(need_choice::Column::Id)
        .all(db)
        .await?;
    let mut chosen: HashMap<NeedId, Vec<Chosen>> = HashMap::new();
    for row in rows {
        let choice = row.choice.parse();
        let choice = choice.map_err(|_| StorageError::Corrupt("need_choices.choice"))?;
        let list = chosen.entry(row.need_id).or_default();
        list.push((row.expert_id, choice));
    }
    Ok(chosen)
}

/// Picks or skips somebody for a need, instead of what was chosen before.
pub(in crate::incidents) async fn choose(
    txn: &Txn,
    need: NeedId,
    (expert, choice): Chosen,
    by: Actor,
) -> Result<(), DbErr> {
    use need_choice::Column;
    let row = need_choice::Model {
        id: ids::ordered(txn.now()),
        need_id: need,
        expert_id: expert,
        choice: <&str>::from(choice).to_owned(),
        chosen_by: by.to_string(),
        chosen_at: txn.now(),
    };
    let known = OnConflict::columns([Column::NeedId, Column::ExpertId])
        .update_columns([Column::Choice, Column::ChosenBy, Column::ChosenAt])
        .to_owned();
    need_choice::Entity::insert(row.into_active_model())
        .on_conflict(known)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}
