//! Queries of organisations.

mod names;
mod row;
mod seat;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr,
    EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

pub(super) use names::named;
pub use names::{KnownName, names};
use row::{current, holds, model, row, serves_row, struck_row};
pub(super) use seat::{by_ids, seated_at};

use super::body::{Provider, Served};
use super::model::Organisation;
use crate::access::Scope;
use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::entity::{organisation, serves, struck_period};
use crate::ids::OrganisationId;

/// An organisation with what belongs to it.
#[derive(Clone, Debug)]
pub struct NewRows {
    /// The organisation.
    pub organisation: Organisation,
    /// Whom it serves from the start.
    pub serves: Vec<Served>,
    /// Since when it is struck.
    pub struck_since: Option<Instant>,
}

/// Inserts organisations with everything that belongs to them.
///
/// # Errors
/// A place has its organisation already, or the database failed.
pub async fn insert_all(txn: &Txn, all: Vec<NewRows>) -> Result<(), DbErr> {
    let (mut served, mut struck, mut organisations) = (Vec::new(), Vec::new(), Vec::new());
    for NewRows {
        organisation,
        serves,
        struck_since,
    } in all
    {
        let id = organisation.id;
        served.extend(
            serves
                .iter()
                .map(|served| serves_row(id, served, txn.now()).into_active_model()),
        );
        struck.extend(
            struck_since
                .map(|since| struck_row(id, since, Actor::Service, txn.now()).into_active_model()),
        );
        organisations.push(row(organisation).into_active_model());
    }
    for chunk in organisations.chunks(500) {
        organisation::Entity::insert_many(chunk.to_vec())
            .exec_without_returning(txn.connection())
            .await?;
    }
    for chunk in served.chunks(2_000) {
        serves::Entity::insert_many(chunk.to_vec())
            .exec_without_returning(txn.connection())
            .await?;
    }
    struck_period::Entity::insert_many(struck)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// The organisation, if the scope covers it.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    scope: &Scope,
    id: OrganisationId,
) -> Result<Option<Organisation>, StorageError> {
    if !scope.covers(id) {
        return Ok(None);
    }
    by_id(db, id).await
}

pub(super) async fn by_id<C: ConnectionTrait>(
    db: &C,
    id: OrganisationId,
) -> Result<Option<Organisation>, StorageError> {
    organisation::Entity::find_by_id(id)
        .one(db)
        .await?
        .map(model)
        .transpose()
}

pub(super) async fn find_at_places<C: ConnectionTrait>(
    db: &C,
    places: &[String],
) -> Result<Vec<OrganisationId>, DbErr> {
    let found = organisation::Entity::find()
        .filter(organisation::Column::SeatOf.is_in(places.iter().map(String::as_str)))
        .order_by_asc(organisation::Column::Id)
        .all(db)
        .await?;
    Ok(found.into_iter().map(|row| row.id).collect())
}

/// Lets nobody else change the organisation until this transaction ends.
pub(super) async fn hold(txn: &Txn, id: OrganisationId) -> Result<(), DbErr> {
    use organisation::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// What a list asks for.
#[derive(Debug)]
pub(super) struct Listing {
    pub(super) words: Vec<String>,
    pub(super) kind: Option<String>,
    /// First two digits of the place.
    pub(super) land: Option<String>,
    pub(super) member: Option<bool>,
    pub(super) after: Option<Uuid>,
    pub(super) limit: u64,
    pub(super) now: Instant,
}

/// Organisations the scope covers, in the order they were entered.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    scope: &Scope,
    listing: &Listing,
) -> Result<Vec<Organisation>, StorageError> {
    use organisation::Column;
    let mut condition = Condition::all();
    if !scope.is_everything() {
        condition = condition.add(Column::Id.is_in(scope.organisations().iter().copied()));
    }
    for word in &listing.words {
        // Folded by us when it was stored, so LIKE compares bytes.
        condition = condition.add(Column::NameLookup.contains(word));
    }
    condition = condition.add_option(
        listing
            .kind
            .as_ref()
            .map(|kind| Column::Kind.eq(kind.as_str())),
    );
    condition = condition.add_option(
        listing
            .land
            .as_ref()
            .map(|land| Column::Ags.starts_with(land.as_str())),
    );
    let is_member = || {
        let left = Condition::any()
            .add(Column::MemberUntil.is_null())
            .add(Column::MemberUntil.gt(listing.now));
        Condition::all()
            .add(Column::MemberFrom.is_not_null())
            .add(Column::MemberFrom.lte(listing.now))
            .add(left)
    };
    condition = match listing.member {
        None => condition,
        Some(true) => condition.add(is_member()),
        Some(false) => condition.add(is_member().not()),
    };
    condition = condition.add_option(
        listing
            .after
            .map(|after| Column::Id.gt(OrganisationId(after))),
    );
    let rows = organisation::Entity::find()
        .filter(condition)
        .order_by_asc(Column::Id)
        .limit(listing.limit)
        .all(db)
        .await?;
    rows.into_iter().map(model).collect()
}

/// Places these providers serve now.
pub(super) async fn served_by<C: ConnectionTrait>(
    db: &C,
    ids: &[OrganisationId],
    now: Instant,
) -> Result<Vec<(OrganisationId, Served)>, DbErr> {
    let rows = serves::Entity::find()
        .filter(serves::Column::ProviderId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    Ok(current(rows, now))
}

/// Who serves any of these places now.
pub(super) async fn providers_of<C: ConnectionTrait>(
    db: &C,
    places: &[String],
    now: Instant,
) -> Result<Vec<Provider>, DbErr> {
    let rows = serves::Entity::find()
        .filter(serves::Column::Ags.is_in(places.iter().map(String::as_str)))
        .all(db)
        .await?;
    let ids = current(rows, now).into_iter().map(|(provider, _)| provider);
    let providers = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(ids))
        .order_by_asc(organisation::Column::Id)
        .all(db)
        .await?;
    Ok(providers
        .into_iter()
        .map(|row| Provider {
            id: row.id,
            name: row.name,
        })
        .collect())
}

/// Since when each of these is struck, those that are.
pub(super) async fn struck<C: ConnectionTrait>(
    db: &C,
    ids: &[OrganisationId],
) -> Result<Vec<(OrganisationId, Instant)>, DbErr> {
    let rows = struck_period::Entity::find()
        .filter(struck_period::Column::OrganisationId.is_in(ids.iter().copied()))
        .filter(struck_period::Column::UntilAt.is_null())
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.organisation_id, row.from_at))
        .collect())
}

pub(super) async fn all<C: ConnectionTrait>(db: &C) -> Result<Vec<Organisation>, StorageError> {
    organisation::Entity::find()
        .all(db)
        .await?
        .into_iter()
        .map(model)
        .collect()
}

pub(super) async fn all_served<C: ConnectionTrait>(
    db: &C,
    now: Instant,
) -> Result<Vec<(OrganisationId, Served)>, DbErr> {
    Ok(current(serves::Entity::find().all(db).await?, now))
}

pub(super) async fn all_struck<C: ConnectionTrait>(
    db: &C,
) -> Result<Vec<(OrganisationId, Instant)>, DbErr> {
    let rows = struck_period::Entity::find()
        .filter(struck_period::Column::UntilAt.is_null())
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.organisation_id, row.from_at))
        .collect())
}

/// Saves a changed row if nobody else did since it was read.
pub(super) async fn update(txn: &Txn, changed: Organisation) -> Result<bool, DbErr> {
    let (id, version) = (changed.id, changed.version);
    let mut row = row(changed).into_active_model().reset_all();
    row.version = Set(version + 1);
    let result = organisation::Entity::update_many()
        .set(row)
        .filter(organisation::Column::Id.eq(id))
        .filter(organisation::Column::Version.eq(version))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Ends what is no longer served and begins what is new.
pub(super) async fn replace_served(
    txn: &Txn,
    id: OrganisationId,
    wanted: &[Served],
) -> Result<(), DbErr> {
    let rows = serves::Entity::find()
        .filter(serves::Column::ProviderId.eq(id))
        .all(txn.connection())
        .await?;
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|row| holds(row, txn.now()))
        .collect();
    let same =
        |row: &serves::Model, served: &Served| row.ags == served.ags && row.whole == served.whole;
    let ended = rows
        .iter()
        .filter(|row| !wanted.iter().any(|served| same(row, served)))
        .map(|row| row.id);
    serves::Entity::update_many()
        .col_expr(serves::Column::UntilAt, Expr::value(txn.now()))
        .filter(serves::Column::Id.is_in(ended))
        .exec(txn.connection())
        .await?;
    let begun = wanted
        .iter()
        .filter(|served| !rows.iter().any(|row| same(row, served)));
    let begun: Vec<_> = begun
        .map(|served| serves_row(id, served, txn.now()).into_active_model())
        .collect();
    serves::Entity::insert_many(begun)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

pub(super) async fn insert_struck(
    txn: &Txn,
    id: OrganisationId,
    since: Instant,
    by: Actor,
) -> Result<(), DbErr> {
    struck_row(id, since, by, txn.now())
        .into_active_model()
        .insert(txn.connection())
        .await?;
    Ok(())
}

pub(super) async fn end_struck(txn: &Txn, id: OrganisationId) -> Result<(), DbErr> {
    struck_period::Entity::update_many()
        .col_expr(struck_period::Column::UntilAt, Expr::value(txn.now()))
        .filter(struck_period::Column::OrganisationId.eq(id))
        .filter(struck_period::Column::UntilAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}
