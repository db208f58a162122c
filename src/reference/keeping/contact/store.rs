//! Queries of contacts.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder,
};
use serde_json::json;
use uuid::Uuid;

use super::KeptContact;
use crate::db::{StorageError, Txn};
use crate::entity::land_contact::{ActiveModel, Column, Entity, Model};
use crate::ids;
use crate::reference::LandContact;
use crate::reference::store::{name_of, read};

/// Contacts nobody removed, in the order they were entered.
pub(super) async fn all<C: ConnectionTrait>(db: &C) -> Result<Vec<KeptContact>, StorageError> {
    let rows = Entity::find()
        .filter(Column::RemovedAt.is_null())
        .order_by_asc(Column::Position)
        .all(db)
        .await?;
    rows.iter().map(kept).collect()
}

pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    id: Uuid,
) -> Result<Option<KeptContact>, StorageError> {
    let row = Entity::find_by_id(id)
        .filter(Column::RemovedAt.is_null())
        .one(db)
        .await?;
    row.as_ref().map(kept).transpose()
}

pub(super) async fn insert(txn: &Txn, id: Uuid, contact: LandContact) -> Result<(), DbErr> {
    let last = Entity::find()
        .order_by_desc(Column::Position)
        .one(txn.connection())
        .await?;
    let place = (id, last.map_or(0, |last| last.position + 1));
    let new = ActiveModel {
        edited_at: Set(Some(txn.now())),
        ..row(place, contact).into_active_model()
    };
    new.insert(txn.connection()).await?;
    Ok(())
}

/// Writes a contact over the version it was shown in; `false` when there is another.
pub(super) async fn update(
    txn: &Txn,
    (id, version): (Uuid, i32),
    contact: LandContact,
) -> Result<bool, DbErr> {
    let values = written(contact, version + 1);
    let done = Entity::update_many()
        .set(ActiveModel {
            edited_at: Set(Some(txn.now())),
            ..values
        })
        .filter(Column::Id.eq(id))
        .filter(Column::Version.eq(version))
        .filter(Column::RemovedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(done.rows_affected == 1)
}

pub(super) async fn check(txn: &Txn, id: Uuid) -> Result<bool, DbErr> {
    let done = Entity::update_many()
        .col_expr(Column::LastChecked, Expr::value(txn.now().date()))
        .col_expr(Column::EditedAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::RemovedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(done.rows_affected == 1)
}

pub(super) async fn remove(txn: &Txn, id: Uuid) -> Result<bool, DbErr> {
    let done = Entity::update_many()
        .col_expr(Column::RemovedAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::RemovedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Brings the contacts to a shipped edition; those that people edited, checked or removed stay as they are.
pub(in crate::reference) async fn install(
    txn: &Txn,
    contacts: Vec<LandContact>,
) -> Result<(), DbErr> {
    for (position, contact) in (0..).zip(contacts) {
        let shipped_as = shipped_as(&contact);
        let there = Entity::find()
            .filter(Column::ShippedAs.eq(shipped_as.as_str()))
            .one(txn.connection())
            .await?;
        match there {
            None => {
                let id = ids::ordered(txn.now());
                let new = ActiveModel {
                    shipped_as: Set(Some(shipped_as)),
                    ..row((id, position), contact).into_active_model()
                };
                new.insert(txn.connection()).await?;
            }
            Some(there) if there.edited_at.is_none() && there.removed_at.is_none() => {
                Entity::update_many()
                    .set(written(contact, there.version))
                    .filter(Column::Id.eq(there.id))
                    .exec(txn.connection())
                    .await?;
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// By what a shipped contact is found again, whatever people made of it.
fn shipped_as(contact: &LandContact) -> String {
    let scope = String::from(contact.scope);
    format!("{scope}|{}|{}", name_of(&contact.kind), contact.name)
}

/// What is written of a contact, and nothing else.
fn written(contact: LandContact, version: i32) -> ActiveModel {
    let Model {
        id: _,
        position: _,
        land_ags,
        kind,
        name,
        phone,
        email,
        url,
        address,
        hours,
        note_de,
        source,
        last_checked,
        shipped_as: _,
        edited_at: _,
        removed_at: _,
        version: _,
    } = row((Uuid::nil(), 0), contact);
    ActiveModel {
        land_ags: Set(land_ags),
        kind: Set(kind),
        name: Set(name),
        phone: Set(phone),
        email: Set(email),
        url: Set(url),
        address: Set(address),
        hours: Set(hours),
        note_de: Set(note_de),
        source: Set(source),
        last_checked: Set(last_checked),
        version: Set(version),
        ..<ActiveModel as Default>::default()
    }
}

fn row((id, position): (Uuid, i32), contact: LandContact) -> Model {
    let LandContact {
        scope,
        kind,
        name,
        phone,
        email,
        url,
        address,
        hours,
        note_de,
        source,
        last_checked,
    } = contact;
    Model {
        id,
        position,
        land_ags: scope.into(),
        kind: name_of(&kind),
        name,
        phone,
        email,
        url,
        address,
        hours,
        note_de,
        source,
        last_checked,
        shipped_as: None,
        edited_at: None,
        removed_at: None,
        version: 1,
    }
}

fn kept(row: &Model) -> Result<KeptContact, StorageError> {
    let contact = json!({
        "land_ags": row.land_ags, "kind": row.kind, "name": row.name, "phone": row.phone, "email": row.email, "url": row.url,
        "address": row.address, "hours": row.hours, "note_de": row.note_de, "source": row.source, "last_checked": row.last_checked,
    });
    Ok(KeptContact {
        id: row.id,
        version: row.version,
        contact: read(contact, "land_contacts")?,
    })
}

/// The contacts as everybody sees them.
pub(in crate::reference) async fn shown<C: ConnectionTrait>(
    db: &C,
) -> Result<Vec<LandContact>, StorageError> {
    let kept = all(db).await?;
    Ok(kept.into_iter().map(|kept| kept.contact).collect())
}
