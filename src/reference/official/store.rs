//! Queries of places, their administrations and files that wait.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::plan::Installed;
use super::settle::Settled;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::{administration, reference_edition, region_import};
use crate::reference::edition::PlacesEdition;
use crate::reference::{NamedAdministration, store};

/// Lets nobody else change places until this transaction ends.
pub(super) async fn hold(txn: &Txn) -> Result<(), DbErr> {
    use reference_edition::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::Edition, Expr::col(Column::Edition))
        .filter(Column::Part.eq(PlacesEdition::SHIPPED))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// All places there are, and what they are called.
pub(super) async fn installed<C: ConnectionTrait>(
    db: &C,
) -> Result<(PlacesEdition, Installed), StorageError> {
    let edition = store::places_edition(db).await?;
    let installed = Installed {
        state: edition.state(),
        postcodes: store::postcodes(db).await?,
        administrations: administrations(db).await?,
        regions: store::regions(db).await?,
    };
    Ok((edition, installed))
}

/// What is known of shared administrations, those out of use too.
pub(in crate::reference) async fn administrations<C: ConnectionTrait>(
    db: &C,
) -> Result<Vec<NamedAdministration>, StorageError> {
    let rows = administration::Entity::find().all(db).await?;
    let named = rows.into_iter().map(|row| {
        let administration::Model {
            key,
            name,
            form,
            successor,
        } = row;
        let successor = successor.map(|home| home.parse()).transpose();
        Ok(NamedAdministration {
            key: key
                .try_into()
                .map_err(|_| StorageError::Corrupt("administrations.key"))?,
            name,
            form: form
                .parse()
                .map_err(|_| StorageError::Corrupt("administrations.form"))?,
            successor: successor.map_err(|_| StorageError::Corrupt("administrations.successor"))?,
        })
    });
    named.collect()
}

/// Writes what changes.
pub(super) async fn save(txn: &Txn, settled: Settled) -> Result<(), DbErr> {
    let Settled {
        regions,
        postcodes,
        administrations,
        is_same_day: _,
    } = settled;
    store::save_regions(txn, regions).await?;
    store::save_postcodes(txn, postcodes).await?;
    let rows = administrations
        .into_iter()
        .map(|named| administration::Model {
            key: named.key.to_string(),
            name: named.name,
            form: named.form.label().to_owned(),
            successor: named.successor.map(|home| home.as_str().to_owned()),
        });
    store::upsert::<administration::Entity>(txn, rows.collect()).await
}

/// A file that waits.
pub(super) struct Waiting {
    pub(super) file: Vec<u8>,
    pub(super) expires_at: Instant,
}

pub(super) async fn insert_file(
    txn: &Txn,
    id: Uuid,
    (file, expires_at): (Vec<u8>, Instant),
) -> Result<(), DbErr> {
    let row = region_import::Model {
        id,
        file,
        created_at: txn.now(),
        expires_at,
    };
    region_import::Entity::insert(row.into_active_model())
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// A file that waits, unless its time is over.
pub(super) async fn file<C: ConnectionTrait>(
    db: &C,
    (id, now): (Uuid, Instant),
) -> Result<Option<Waiting>, DbErr> {
    let row = region_import::Entity::find_by_id(id)
        .filter(region_import::Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    Ok(row.map(|row| Waiting {
        file: row.file,
        expires_at: row.expires_at,
    }))
}

pub(super) async fn delete_file(txn: &Txn, id: Uuid) -> Result<u64, DbErr> {
    let done = region_import::Entity::delete_by_id(id)
        .exec(txn.connection())
        .await?;
    Ok(done.rows_affected)
}

pub(super) async fn delete_expired(txn: &Txn) -> Result<(), DbErr> {
    region_import::Entity::delete_many()
        .filter(region_import::Column::ExpiresAt.lte(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(())
}
