//! Queries of the matrix. A version is never changed.

use chrono::NaiveDate;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryOrder};

use crate::db::{StorageError, Txn};
use crate::entity::legal_rules::{Column, Entity, Model};
use crate::incidents::legal::model::Matrix;
use crate::incidents::legal::service::KeptRules;

/// The last version that was edited here.
pub(in crate::incidents::legal) async fn last_rules<C: ConnectionTrait>(
    db: &C,
) -> Result<Option<KeptRules>, StorageError> {
    let row = Entity::find()
        .order_by_desc(Column::Version)
        .one(db)
        .await?;
    row.map(read).transpose()
}

/// Adds a version; `false` when there is one with this number.
pub(in crate::incidents::legal) async fn insert_rules(
    txn: &Txn,
    (version, matrix): (i32, &Matrix),
    (checked_by, checked_on): (&str, NaiveDate),
) -> Result<bool, DbErr> {
    let row = Model {
        version,
        since: txn.now().date().to_string(),
        rules: matrix.written(),
        checked_by: checked_by.to_owned(),
        checked_on: checked_on.to_string(),
    };
    let mut there = OnConflict::column(Column::Version);
    there.do_nothing();
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

fn read(row: Model) -> Result<KeptRules, StorageError> {
    let day = |text: &str| {
        text.parse()
            .map_err(|_| StorageError::Corrupt("legal_rules.since"))
    };
    let matrix = Matrix::read(&row.rules);
    Ok(KeptRules {
        version: row.version,
        since: Some(day(&row.since)?),
        matrix: matrix.ok_or(StorageError::Corrupt("legal_rules.rules"))?,
        checked: Some((row.checked_by, day(&row.checked_on)?)),
    })
}
