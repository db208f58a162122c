//! Queries of redemptions.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::model::Notice;
use super::service::Redemption;
use crate::db::Txn;
use crate::entity::{code_redemption, emergency_card, emergency_code};
use crate::ids::{OrganisationId, RedemptionId};

/// A code that exists, with its card.
#[derive(Clone, Debug)]
pub(super) struct KnownCode {
    pub(super) id: uuid::Uuid,
    pub(super) card: crate::ids::EmergencyCardId,
    pub(super) organisation: OrganisationId,
    pub(super) is_used: bool,
    pub(super) card_state: String,
}

pub(super) async fn find(txn: &Txn, hash: &[u8]) -> Result<Option<KnownCode>, DbErr> {
    let found = emergency_code::Entity::find()
        .filter(emergency_code::Column::CodeHash.eq(hash))
        .one(txn.connection())
        .await?;
    let Some(code) = found else { return Ok(None) };
    let card = emergency_card::Entity::find_by_id(code.card_id)
        .one(txn.connection())
        .await?;
    Ok(card.map(|card| KnownCode {
        id: code.id,
        card: card.id,
        organisation: card.organisation_id,
        is_used: code.used_at.is_some(),
        card_state: card.state,
    }))
}

/// Uses a code; `false` when somebody else was faster, or its card has ended meanwhile.
pub(super) async fn use_up(txn: &Txn, code: uuid::Uuid) -> Result<bool, DbErr> {
    use emergency_code::{Column, Entity};
    let result = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(code))
        .filter(Column::UsedAt.is_null())
        .filter(Column::VoidAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

pub(super) async fn insert(
    txn: &Txn,
    code: &KnownCode,
    redemption: &Redemption,
) -> Result<(), DbErr> {
    let row = code_redemption::Model {
        id: redemption.id,
        code_id: code.id,
        card_id: code.card,
        organisation_id: redemption.organisation,
        place: redemption.place.clone(),
        redeemed_at: redemption.redeemed_at,
        notice: None,
        noticed_at: None,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// A redemption as it is stored.
pub(super) type StoredRedemption = code_redemption::Model;

pub(super) async fn by_id<C: ConnectionTrait>(
    db: &C,
    id: RedemptionId,
) -> Result<Option<StoredRedemption>, DbErr> {
    code_redemption::Entity::find_by_id(id).one(db).await
}

/// The last redemptions of an administration.
pub(super) async fn last_of<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
    limit: u64,
) -> Result<Vec<StoredRedemption>, DbErr> {
    code_redemption::Entity::find()
        .filter(code_redemption::Column::OrganisationId.eq(organisation))
        .order_by_desc(code_redemption::Column::RedeemedAt)
        .limit(limit)
        .all(db)
        .await
}

/// Notes what came of telling those concerned; `false` when it is noted already. Of what failed, something may come later.
pub(super) async fn note(txn: &Txn, id: RedemptionId, notice: Notice) -> Result<bool, DbErr> {
    use code_redemption::{Column, Entity};
    let (notice, failed): (&str, &str) = (notice.into(), Notice::Failed.into());
    let is_new = Column::Notice.eq(failed).and(Column::Notice.ne(notice));
    let result = Entity::update_many()
        .col_expr(Column::Notice, Expr::value(notice))
        .col_expr(Column::NoticedAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::Notice.is_null().or(is_new))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
