//! Queries of emergency contacts.

use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

use super::model::Sealed;
use crate::db::{Actor, StorageError, Txn};
use crate::entity::emergency_contact::{Column, Entity, Model};
use crate::ids::{self, EmergencyContactId, OrganisationId};
use crate::sealed::{forget, open, seal};
use crate::sealing::{Keyring, Place};

/// A contact as it is stored.
pub(super) type StoredContact = Model;

fn place(id: EmergencyContactId) -> Place {
    Place {
        table: "emergency_contacts",
        column: "sealed",
        id: id.0,
    }
}

/// The contacts that hold, in the order they are to be called.
pub(super) async fn of<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
) -> Result<Vec<StoredContact>, DbErr> {
    Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::UntilAt.is_null())
        .order_by_asc(Column::Position)
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

pub(super) async fn open_contact<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    stored: &StoredContact,
) -> Result<Option<Sealed>, StorageError> {
    open(db, ring, (place(stored.id), stored.sealed.as_slice())).await
}

pub(super) async fn insert(
    txn: &Txn,
    ring: &Keyring,
    (organisation, position, actor): (OrganisationId, i32, Actor),
    contact: &Sealed,
) -> Result<EmergencyContactId, StorageError> {
    let id = EmergencyContactId(ids::ordered(txn.now()));
    let row = Model {
        id,
        organisation_id: organisation,
        position,
        sealed: seal(txn, ring, place(id), contact).await?,
        checked_on: txn.now().date().to_string(),
        from_at: txn.now(),
        until_at: None,
        entered_by: actor.to_string(),
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(id)
}

/// Ends a contact and forgets the key of its name and number; `false` when it has ended already.
pub(super) async fn end(txn: &Txn, id: EmergencyContactId) -> Result<bool, StorageError> {
    let result = Entity::update_many()
        .col_expr(Column::UntilAt, Expr::value(txn.now()))
        .col_expr(Column::Sealed, Expr::value(Vec::<u8>::new()))
        .filter(Column::Id.eq(id))
        .filter(Column::UntilAt.is_null())
        .exec(txn.connection())
        .await?;
    forget(txn, id.0).await?;
    Ok(result.rows_affected == 1)
}

pub(super) async fn set_checked(
    txn: &Txn,
    id: EmergencyContactId,
    day: NaiveDate,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::CheckedOn, Expr::value(day.to_string()))
        .filter(Column::Id.eq(id))
        .filter(Column::UntilAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}

pub(super) async fn set_position(
    txn: &Txn,
    id: EmergencyContactId,
    position: i32,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Position, Expr::value(position))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}
