//! Queries of consents and restriction.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::row;
use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::expert;
use crate::entity::expert_consent::{Column, Entity};
use crate::experts::consent::ConsentPurpose;
use crate::experts::model::Consent;
use crate::ids::ExpertId;

/// Stores a consent; the id of its row.
pub(in crate::experts) async fn insert_consent(
    txn: &Txn,
    id: ExpertId,
    consent: &Consent,
) -> Result<Uuid, DbErr> {
    let row = row::consent(id, consent, txn.now());
    let id_of_row = row.id;
    row.into_active_model().insert(txn.connection()).await?;
    Ok(id_of_row)
}

/// Takes back what an entry's person agreed to, for one purpose or all.
///
/// # Errors
/// The database failed.
pub async fn withdraw_consents(
    txn: &Txn,
    id: ExpertId,
    purpose: Option<ConsentPurpose>,
) -> Result<(), DbErr> {
    let mut withdrawn = Entity::update_many()
        .col_expr(Column::WithdrawnAt, Expr::value(txn.now()))
        .filter(Column::ExpertId.eq(id))
        .filter(Column::WithdrawnAt.is_null());
    if let Some(purpose) = purpose {
        withdrawn = withdrawn.filter(Column::Purpose.eq(<&str>::from(purpose)));
    }
    withdrawn.exec(txn.connection()).await?;
    Ok(())
}

/// Whose consent it is, if it is the person's last word on its purpose and not taken back.
pub(in crate::experts) async fn expert_of_last_consent<C: ConnectionTrait>(
    db: &C,
    id: Uuid,
) -> Result<Option<ExpertId>, DbErr> {
    let Some(consent) = Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let last = Entity::find()
        .filter(Column::ExpertId.eq(consent.expert_id))
        .filter(Column::Purpose.eq(consent.purpose.as_str()))
        .order_by_desc(Column::GivenAt)
        .order_by_desc(Column::Id)
        .one(db)
        .await?;
    let last = last.filter(|last| last.id == id && last.withdrawn_at.is_none());
    Ok(last.map(|last| last.expert_id))
}

/// Since when an entry is kept but not used.
pub(in crate::experts) async fn restricted_at<C: ConnectionTrait>(
    db: &C,
    id: ExpertId,
) -> Result<Option<Instant>, DbErr> {
    let found = expert::Entity::find_by_id(id).one(db).await?;
    Ok(found.and_then(|row| row.restricted_at))
}

/// Restricts an entry, from now if it is not already, or lifts that.
pub(in crate::experts) async fn set_restricted(
    txn: &Txn,
    id: ExpertId,
    is_restricted: bool,
) -> Result<(), DbErr> {
    let since = is_restricted.then(|| txn.now());
    let mut set = expert::Entity::update_many()
        .col_expr(expert::Column::RestrictedAt, Expr::value(since))
        .filter(expert::Column::Id.eq(id));
    if is_restricted {
        set = set.filter(expert::Column::RestrictedAt.is_null());
    }
    set.exec(txn.connection()).await?;
    Ok(())
}
