//! What vetters note in a case: comments and ticks.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

use crate::db::Txn;
use crate::entity::{vetting_comment, vetting_tick};
use crate::ids::{self, AccountId, VettingCaseId};
use crate::vetting::model::{Comment, Tick};

/// Comments of a case, oldest first.
pub(in crate::vetting) async fn comments<C: ConnectionTrait>(
    db: &C,
    case: VettingCaseId,
) -> Result<Vec<Comment>, DbErr> {
    let rows = vetting_comment::Entity::find()
        .filter(vetting_comment::Column::CaseId.eq(case))
        .order_by_asc(vetting_comment::Column::Id)
        .all(db)
        .await?;
    let comment = |row: vetting_comment::Model| Comment {
        by: row.vetter_id,
        text: row.text,
        at: row.at,
    };
    Ok(rows.into_iter().map(comment).collect())
}

pub(in crate::vetting) async fn comment(
    txn: &Txn,
    case: VettingCaseId,
    by: AccountId,
    text: &str,
) -> Result<(), DbErr> {
    let row = vetting_comment::Model {
        id: ids::ordered(txn.now()),
        case_id: case,
        vetter_id: by,
        at: txn.now(),
        text: text.to_owned(),
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// Ticks of a case.
pub(in crate::vetting) async fn ticks<C: ConnectionTrait>(
    db: &C,
    case: VettingCaseId,
) -> Result<Vec<Tick>, DbErr> {
    let rows = vetting_tick::Entity::find()
        .filter(vetting_tick::Column::CaseId.eq(case))
        .all(db)
        .await?;
    let tick = |row: vetting_tick::Model| Tick {
        item: row.item,
        by: row.vetter_id,
        at: row.at,
    };
    Ok(rows.into_iter().map(tick).collect())
}

/// Sets or takes a tick; who ticked first stays named. `false` when it was so already.
pub(in crate::vetting) async fn set_tick(
    txn: &Txn,
    case: VettingCaseId,
    by: AccountId,
    (item, is_ticked): (&str, bool),
) -> Result<bool, DbErr> {
    if !is_ticked {
        let taken = vetting_tick::Entity::delete_many()
            .filter(vetting_tick::Column::CaseId.eq(case))
            .filter(vetting_tick::Column::Item.eq(item))
            .exec(txn.connection())
            .await?;
        return Ok(taken.rows_affected == 1);
    }
    let row = vetting_tick::Model {
        id: ids::ordered(txn.now()),
        case_id: case,
        vetter_id: by,
        at: txn.now(),
        item: item.to_owned(),
    };
    let set = vetting_tick::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    Ok(set == 1)
}
