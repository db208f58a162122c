//! Requests for offers of incidents that were kept long enough.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use strum::VariantArray;

use super::row::name;
use crate::db::Txn;
use crate::entity::offer_request::{Column, Entity};
use crate::ids::IncidentId;
use crate::incidents::borrowing::model::OfferRequestState;

/// Deletes those of an incident.
///
/// # Errors
/// The database failed.
pub(in crate::incidents) async fn forget_borrowing(
    txn: &Txn,
    incident: IncidentId,
) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Deletes those of which nothing came, and blanks what was said about the others: of an order no more is kept.
///
/// # Errors
/// The database failed.
pub(in crate::incidents) async fn blank_borrowing(
    txn: &Txn,
    incident: IncidentId,
) -> Result<(), DbErr> {
    let unmet = OfferRequestState::VARIANTS.iter().copied();
    let unmet = unmet.filter(|state| !state.was_promised()).map(name);
    Entity::delete_many()
        .filter(Column::IncidentId.eq(incident))
        .filter(Column::State.is_in(unmet))
        .exec(txn.connection())
        .await?;
    Entity::update_many()
        .col_expr(Column::Message, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(Column::Answer, Expr::value(Option::<Vec<u8>>::None))
        .filter(Column::IncidentId.eq(incident))
        .exec(txn.connection())
        .await?;
    Ok(())
}
