//! Queries of texts.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};

use crate::db::{StorageError, Txn};
use crate::entity::kept_text::{Column, Entity, Model};
use crate::reference::texts::{KeptText, TextKind};

/// The last version of a text.
pub(super) async fn last<C: ConnectionTrait>(
    db: &C,
    kind: TextKind,
) -> Result<Option<KeptText>, StorageError> {
    let found = Entity::find()
        .filter(Column::Kind.eq(<&str>::from(kind)))
        .order_by_desc(Column::Version)
        .one(db)
        .await?;
    found.map(|row| read(kind, row)).transpose()
}

/// Whether any version of a text had these words.
pub(super) async fn was_there<C: ConnectionTrait>(db: &C, text: &KeptText) -> Result<bool, DbErr> {
    let same = Entity::find()
        .filter(Column::Kind.eq(<&str>::from(text.kind)))
        .filter(Column::German.eq(text.german.as_str()))
        .filter(Column::English.eq(text.english.as_str()));
    Ok(same.one(db).await?.is_some())
}

/// Adds a version; `false` when there is one with this number.
pub(super) async fn insert(txn: &Txn, text: &KeptText) -> Result<bool, DbErr> {
    let row = Model {
        kind: <&str>::from(text.kind).to_owned(),
        version: text.version,
        since: text.since.to_string(),
        german: text.german.clone(),
        english: text.english.clone(),
        is_shipped: text.is_shipped,
        checked_by: None,
        checked_on: None,
    };
    let mut there = OnConflict::columns([Column::Kind, Column::Version]);
    there.do_nothing();
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

/// Stores who checked a version.
pub(super) async fn set_checked(txn: &Txn, text: &KeptText) -> Result<(), DbErr> {
    let (by, on) = text.checked.clone().unzip();
    Entity::update_many()
        .col_expr(Column::CheckedBy, Expr::value(by))
        .col_expr(
            Column::CheckedOn,
            Expr::value(on.map(|day| day.to_string())),
        )
        .filter(Column::Kind.eq(<&str>::from(text.kind)))
        .filter(Column::Version.eq(text.version))
        .exec(txn.connection())
        .await?;
    Ok(())
}

fn read(kind: TextKind, row: Model) -> Result<KeptText, StorageError> {
    let day = |text: &str| {
        text.parse()
            .map_err(|_| StorageError::Corrupt("texts.since"))
    };
    let on = row.checked_on.as_deref().map(day).transpose()?;
    Ok(KeptText {
        kind,
        version: row.version,
        since: day(&row.since)?,
        german: row.german,
        english: row.english,
        is_shipped: row.is_shipped,
        checked: row.checked_by.zip(on),
    })
}
