//! Queries of imports.

mod part;

pub(super) use part::{Part, bytes, drop_part, put, value};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::model::{Import, ImportError, ImportState};
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::import::{Column, Entity, Model};
use crate::ids::{AccountId, ImportId, OrganisationId};
use crate::sealed;
use crate::sealing::{DataKey, Keyring};

/// Inserts an import with its own key; the file only when it is worth keeping.
pub(super) async fn insert(
    txn: &Txn,
    ring: &Keyring,
    (import, by): (&Import, Option<AccountId>),
    file: Option<&[u8]>,
) -> Result<DataKey, StorageError> {
    let id = import.id;
    let key = sealed::new_key(txn, ring, id.0).await?;
    let sealed_file = file.map(|file| key.seal(file, Part::File.place(id)));
    let row = Model {
        id,
        organisation_id: import.organisation,
        account_id: by,
        state: <&str>::from(import.state).to_owned(),
        row_count: count(import.rows),
        new_count: 0,
        changed_count: 0,
        rejected_count: 0,
        done_count: 0,
        sealed_file: sealed_file.transpose()?,
        sealed_report: None,
        sealed_former: None,
        created_at: import.created_at,
        applied_at: None,
        expires_at: import.expires_at,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(key)
}

/// The import, unless what is kept of it is past its time.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    id: ImportId,
    now: Instant,
) -> Result<Option<Import>, StorageError> {
    let row = lean()
        .filter(Column::Id.eq(id))
        .filter(Column::ExpiresAt.gt(now));
    row.into_model::<Lean>()
        .one(db)
        .await?
        .as_ref()
        .map(import)
        .transpose()
}

/// The last imports of an organisation, newest first.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    (organisation, now): (OrganisationId, Instant),
    limit: u64,
) -> Result<Vec<Import>, StorageError> {
    let rows = lean()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::ExpiresAt.gt(now))
        .order_by_desc(Column::Id)
        .limit(limit)
        .into_model::<Lean>()
        .all(db)
        .await?;
    rows.iter().map(import).collect()
}

/// All columns but what is sealed, which may be long.
#[derive(sea_orm::FromQueryResult)]
struct Lean {
    id: ImportId,
    organisation_id: OrganisationId,
    state: String,
    row_count: i32,
    new_count: i32,
    changed_count: i32,
    rejected_count: i32,
    done_count: i32,
    created_at: Instant,
    applied_at: Option<Instant>,
    expires_at: Instant,
}

fn lean() -> sea_orm::Select<Entity> {
    Entity::find().select_only().columns([
        Column::Id,
        Column::OrganisationId,
        Column::State,
        Column::RowCount,
        Column::NewCount,
        Column::ChangedCount,
        Column::RejectedCount,
        Column::DoneCount,
        Column::CreatedAt,
        Column::AppliedAt,
        Column::ExpiresAt,
    ])
}

fn import(row: &Lean) -> Result<Import, StorageError> {
    let unknown = |_| StorageError::Corrupt("imports.state");
    let number = |count: i32| usize::try_from(count).unwrap_or_default();
    Ok(Import {
        id: row.id,
        organisation: row.organisation_id,
        state: row.state.parse().map_err(unknown)?,
        rows: number(row.row_count),
        new: number(row.new_count),
        changed: number(row.changed_count),
        rejected: number(row.rejected_count),
        done: number(row.done_count),
        created_at: row.created_at,
        applied_at: row.applied_at,
        expires_at: row.expires_at,
    })
}

/// Who did the last step.
pub(super) async fn last_by<C: ConnectionTrait>(
    db: &C,
    id: ImportId,
) -> Result<Option<AccountId>, DbErr> {
    let row = Entity::find_by_id(id)
        .select_only()
        .column(Column::AccountId)
        .into_tuple::<Option<AccountId>>();
    Ok(row.one(db).await?.flatten())
}

/// Takes a step; `false` when somebody else took it, or another one.
pub(super) async fn step(
    txn: &Txn,
    id: ImportId,
    (from, to): (ImportState, ImportState),
) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::State, Expr::value(<&str>::from(to)))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(<&str>::from(from)))
        .filter(Column::ExpiresAt.gt(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Notes who takes the step at hand.
pub(super) async fn note_by(txn: &Txn, id: ImportId, by: Option<AccountId>) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::AccountId, Expr::value(by))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Notes how many rows were checked so far.
pub(super) async fn note_done(txn: &Txn, id: ImportId, done: usize) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::DoneCount, Expr::value(count(done)))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Notes what the rows would do: new, changed, rejected.
pub(super) async fn note_counts(
    txn: &Txn,
    id: ImportId,
    (new, changed, rejected): (usize, usize, usize),
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::NewCount, Expr::value(count(new)))
        .col_expr(Column::ChangedCount, Expr::value(count(changed)))
        .col_expr(Column::RejectedCount, Expr::value(count(rejected)))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Notes that it was applied, and until when it can be taken back.
pub(super) async fn note_applied(txn: &Txn, id: ImportId, until: Instant) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::AppliedAt, Expr::value(txn.now()))
        .col_expr(Column::ExpiresAt, Expr::value(until))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Forgets an import with everything that is sealed in it; `false` when it is gone already.
pub(super) async fn forget(txn: &Txn, id: ImportId) -> Result<bool, StorageError> {
    let result = Entity::delete_by_id(id).exec(txn.connection()).await?;
    sealed::forget(txn, id.0).await?;
    Ok(result.rows_affected == 1)
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

impl From<sea_orm::DbErr> for ImportError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}
