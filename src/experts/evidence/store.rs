//! Queries of evidence files.

use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

use super::model::EvidenceFile;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::evidence_file::{Column, Entity, Model};
use crate::entity::{evidence_content, evidence_look};
use crate::ids::{AccountId, EvidenceFileId, ExpertId};
use crate::sealed;
use crate::sealing::{Keyring, Place};

/// Files of an entry with who looked at them, the newest first; those deleted are among them.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    expert: ExpertId,
) -> Result<Vec<EvidenceFile>, StorageError> {
    let rows = Entity::find()
        .filter(Column::ExpertId.eq(expert))
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    let looks = evidence_look::Entity::find()
        .filter(evidence_look::Column::ExpertId.eq(expert))
        .order_by_asc(evidence_look::Column::At)
        .all(db)
        .await?;
    rows.into_iter().map(|row| file(row, &looks)).collect()
}

fn file(row: Model, looks: &[evidence_look::Model]) -> Result<EvidenceFile, StorageError> {
    let Model {
        id,
        expert_id,
        term,
        format,
        size,
        uploaded_at,
        decided_at: _,
        deleted_at,
    } = row;
    let corrupt = |column| move || StorageError::Corrupt(column);
    let its = looks.iter().filter(|look| look.file_id == id);
    Ok(EvidenceFile {
        id,
        expert: expert_id,
        term,
        format: format
            .parse()
            .map_err(|_| StorageError::Corrupt("evidence_files.format"))?,
        size: u32::try_from(size)
            .ok()
            .ok_or_else(corrupt("evidence_files.size"))?,
        uploaded_at,
        deleted_at,
        looks: its.map(|look| (look.account_id, look.at)).collect(),
    })
}

/// Whose file it is.
pub(super) async fn whose<C: ConnectionTrait>(
    db: &C,
    id: EvidenceFileId,
) -> Result<Option<ExpertId>, DbErr> {
    let row = Entity::find_by_id(id).one(db).await?;
    Ok(row.map(|row| row.expert_id))
}

/// Stores a file, its content sealed with the person's data key.
pub(super) async fn insert(
    txn: &Txn,
    ring: &Keyring,
    (new, bytes): (&EvidenceFile, &[u8]),
) -> Result<(), StorageError> {
    let key = sealed::key(txn.connection(), ring, new.expert.0).await?;
    let key = key.ok_or(StorageError::Corrupt("data_keys"))?;
    let row = Model {
        id: new.id,
        expert_id: new.expert,
        term: new.term.clone(),
        format: <&str>::from(new.format).to_owned(),
        size: i32::try_from(new.size).unwrap_or(i32::MAX),
        uploaded_at: new.uploaded_at,
        decided_at: None,
        deleted_at: None,
    };
    row.into_active_model().insert(txn.connection()).await?;
    let content = evidence_content::Model {
        file_id: new.id,
        expert_id: new.expert,
        sealed: key.seal(bytes, place(new.id))?,
    };
    content.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// The content; none when it was deleted, or its person erased.
pub(super) async fn content<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    file: &EvidenceFile,
) -> Result<Option<Vec<u8>>, StorageError> {
    let row = evidence_content::Entity::find_by_id(file.id)
        .one(db)
        .await?;
    let key = sealed::key(db, ring, file.expert.0).await?;
    let (Some(row), Some(key)) = (row, key) else {
        return Ok(None);
    };
    Ok(Some(key.open(&row.sealed, place(file.id))?.to_vec()))
}

/// Notes that somebody looks at a file; the first time counts.
pub(super) async fn note_look(
    txn: &Txn,
    file: &EvidenceFile,
    account: AccountId,
) -> Result<(), DbErr> {
    let row = evidence_look::Model {
        file_id: file.id,
        expert_id: file.expert,
        account_id: account,
        at: txn.now(),
    };
    evidence_look::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// Deletes the content; `false` when it is gone already. That there was a file stays noted.
pub(super) async fn delete(txn: &Txn, id: EvidenceFileId) -> Result<bool, DbErr> {
    let gone = evidence_content::Entity::delete_by_id(id)
        .exec(txn.connection())
        .await?;
    Entity::update_many()
        .col_expr(Column::DeletedAt, Expr::value(txn.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::DeletedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(gone.rows_affected == 1)
}

/// Notes that the vetters decided on an entry: from now on its files are kept for a while only.
///
/// # Errors
/// The database failed.
pub async fn decided(txn: &Txn, expert: ExpertId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::DecidedAt, Expr::value(txn.now()))
        .filter(Column::ExpertId.eq(expert))
        .filter(Column::DeletedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Files decided on before one instant, and those that came before another and were never decided on.
pub(super) async fn past<C: ConnectionTrait>(
    db: &C,
    (decided_before, uploaded_before): (Instant, Instant),
) -> Result<Vec<(EvidenceFileId, ExpertId)>, DbErr> {
    let is_past = Column::DecidedAt.lt(decided_before).or(Column::DecidedAt
        .is_null()
        .and(Column::UploadedAt.lt(uploaded_before)));
    let rows = Entity::find()
        .filter(Column::DeletedAt.is_null())
        .filter(is_past)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.id, row.expert_id))
        .collect())
}

fn place(id: EvidenceFileId) -> Place {
    Place {
        table: "evidence_contents",
        column: "sealed",
        id: id.0,
    }
}
