//! Queries of terms.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder,
};
use serde_json::Value;

use super::book::KeptTerm;
use crate::db::{StorageError, Txn};
use crate::entity::taxonomy_term::{ActiveModel, Column, Entity, Model};
use crate::entity::{reference_edition, taxonomy_synonym};
use crate::reference::Text;
use crate::reference::store::{synonym_rows, synonyms};

/// Lets nobody else change terms until this transaction ends: what one changes another may refer to.
pub(super) async fn hold(txn: &Txn) -> Result<(), DbErr> {
    use reference_edition::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::Edition, Expr::col(Column::Edition))
        .filter(Column::Part.eq("taxonomy"))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// All terms there ever were, in order.
pub(super) async fn all<C: ConnectionTrait>(db: &C) -> Result<Vec<KeptTerm>, StorageError> {
    let mut synonyms = synonyms(db).await?;
    let rows = Entity::find()
        .order_by_asc(Column::Position)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let term = |row: Model| {
        Ok(KeptTerm {
            axis: row
                .axis
                .parse()
                .map_err(|_| StorageError::Corrupt("taxonomy_terms.axis"))?,
            position: row.position,
            parent: row.parent,
            label: Text {
                de: row.label_de,
                en: row.label_en,
            },
            synonyms: synonyms.remove(&row.id).unwrap_or_default(),
            attributes: serde_json::from_str(&row.attributes)
                .map_err(|_| StorageError::Corrupt("taxonomy_terms.attributes"))?,
            merged_into: row.merged_into,
            is_retired: row.retired_at.is_some(),
            version: row.version,
            id: row.id,
        })
    };
    rows.into_iter().map(term).collect()
}

/// Writes a term over the version it was loaded in, or as a new one; `false` when there is another version.
pub(super) async fn save(txn: &Txn, term: &KeptTerm) -> Result<bool, DbErr> {
    let there = Entity::find_by_id(term.id.clone())
        .one(txn.connection())
        .await?;
    let row = Model {
        id: term.id.clone(),
        position: term.position,
        axis: <&str>::from(term.axis).to_owned(),
        parent: term.parent.clone(),
        label_de: term.label.de.clone(),
        label_en: term.label.en.clone(),
        attributes: Value::Object(term.attributes.clone()).to_string(),
        merged_into: term.merged_into.clone(),
        retired_at: match &there {
            Some(there) if term.is_retired && there.retired_at.is_some() => there.retired_at,
            Some(_) | None => term.is_retired.then_some(txn.now()),
        },
        edited_at: Some(txn.now()),
        version: term.version,
    };
    if there.is_none() {
        row.into_active_model().insert(txn.connection()).await?;
    } else {
        let values = ActiveModel {
            version: Set(term.version + 1),
            ..row.into_active_model().reset_all()
        };
        let done = Entity::update_many()
            .set(values)
            .filter(Column::Id.eq(term.id.as_str()))
            .filter(Column::Version.eq(term.version))
            .exec(txn.connection())
            .await?;
        if done.rows_affected != 1 {
            return Ok(false);
        }
    }
    taxonomy_synonym::Entity::delete_many()
        .filter(taxonomy_synonym::Column::Term.eq(term.id.as_str()))
        .exec(txn.connection())
        .await?;
    let rows = synonym_rows(&term.id, &term.synonyms).into_iter();
    let rows: Vec<_> = rows.map(IntoActiveModel::into_active_model).collect();
    taxonomy_synonym::Entity::insert_many(rows)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(true)
}
