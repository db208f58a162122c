//! Queries of offers.

mod row;

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
};

use self::row::{offer, row};
use super::model::{Offer, OfferState, Provider};
use crate::access::Scope;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::offer::{ActiveModel, Column, Entity};
use crate::entity::{organisation, struck_period};
use crate::ids::{OfferId, OrganisationId};
use crate::organisations;

/// Keeps new offers.
///
/// # Errors
/// The database failed.
pub async fn insert_all(txn: &Txn, offers: Vec<Offer>) -> Result<(), StorageError> {
    let rows = offers.into_iter().map(row);
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    Entity::insert_many(rows.into_iter().map(IntoActiveModel::into_active_model))
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// An offer the scope covers.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    scope: &Scope,
    id: OfferId,
) -> Result<Option<Offer>, StorageError> {
    let found = by_id(db, id).await?;
    Ok(found.filter(|offer| scope.covers(offer.organisation)))
}

/// An offer, whoever may know of it.
pub(super) async fn by_id<C: ConnectionTrait>(
    db: &C,
    id: OfferId,
) -> Result<Option<Offer>, StorageError> {
    let row = Entity::find_by_id(id).one(db).await?;
    row.map(offer).transpose()
}

/// Offers with these ids.
pub(super) async fn by_ids<C: ConnectionTrait>(
    db: &C,
    ids: &[OfferId],
) -> Result<Vec<Offer>, StorageError> {
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    rows.into_iter().map(offer).collect()
}

/// Keeps others from changing an offer until the transaction ends.
pub(super) async fn hold(txn: &Txn, id: OfferId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// All that stand, newest first; whether their houses give anything is asked apart.
pub(super) async fn published<C: ConnectionTrait>(
    db: &C,
    now: Instant,
) -> Result<Vec<Offer>, StorageError> {
    let rows = Entity::find()
        .filter(Column::State.eq(<&str>::from(OfferState::Published)))
        .filter(Column::ExpiresAt.gt(now))
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(offer).collect()
}

/// All offers of the houses a scope names, newest first.
pub(super) async fn of<C: ConnectionTrait>(
    db: &C,
    scope: &Scope,
) -> Result<Vec<Offer>, StorageError> {
    let rows = Entity::find()
        .filter(Column::OrganisationId.is_in(scope.organisations().iter().copied()))
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(offer).collect()
}

/// How many offers of a house are not withdrawn.
pub(super) async fn count(txn: &Txn, organisation: OrganisationId) -> Result<u64, DbErr> {
    Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::State.ne(<&str>::from(OfferState::Withdrawn)))
        .count(txn.connection())
        .await
}

/// How many offers of a house there are, those withdrawn with them.
pub(super) async fn count_ever(txn: &Txn, organisation: OrganisationId) -> Result<u64, DbErr> {
    Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .count(txn.connection())
        .await
}

/// What counts of these houses now.
pub(super) async fn providers<C: ConnectionTrait>(
    db: &C,
    ids: &HashSet<OrganisationId>,
    now: Instant,
) -> Result<HashMap<OrganisationId, Provider>, StorageError> {
    let struck = struck_period::Entity::find()
        .filter(struck_period::Column::OrganisationId.is_in(ids.iter().copied()))
        .filter(struck_period::Column::UntilAt.is_null())
        .all(db)
        .await?;
    let struck: HashSet<_> = struck.iter().map(|row| row.organisation_id).collect();
    let rows = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let provider = |row: organisation::Model| {
        let kind = row.kind.parse();
        let provider = Provider {
            name: row.name,
            kind: kind.map_err(|_| StorageError::Corrupt("organisations.kind"))?,
            place: row.ags,
            is_member: organisations::is_within(row.member_from, row.member_until, now),
            is_struck: struck.contains(&row.id),
        };
        Ok((row.id, provider))
    };
    rows.into_iter().map(provider).collect()
}

/// Saves a changed offer if nobody else did since it was read.
pub(super) async fn update(txn: &Txn, changed: Offer) -> Result<bool, StorageError> {
    let (id, version) = (changed.id, changed.version);
    let mut row: ActiveModel = row(changed)?.into_active_model().reset_all();
    row.version = Set(version + 1);
    let result = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(id))
        .filter(Column::Version.eq(version))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
