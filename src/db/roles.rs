//! Two roles on PostgreSQL: one owns the tables and migrates them, the other serves and can add to the record
//! but not alter it.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};

use super::{Db, StorageError};

/// Why rights were not given.
#[derive(Debug, thiserror::Error)]
pub enum RoleError {
    /// There are no roles in a file.
    #[error("database_app_role is for PostgreSQL")]
    NotPostgres,
    /// Not a name that needs no quotes.
    #[error("a database role is named with small letters, digits and underscores")]
    Name,
    /// There is no such role, it owns the tables, or the database failed.
    #[error("the rights of the database role cannot be set")]
    Storage(#[from] StorageError),
}

impl From<DbErr> for RoleError {
    fn from(error: DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// Gives a role what the service needs, on the tables there are now, and nothing else.
///
/// # Errors
/// Not PostgreSQL, no such role, or the database failed; then nothing has changed.
pub async fn grant_to(db: &Db, role: &str) -> Result<(), RoleError> {
    if db.writer().get_database_backend() != DbBackend::Postgres {
        return Err(RoleError::NotPostgres);
    }
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let begins = role.starts_with(|c: char| c.is_ascii_lowercase() || c == '_');
    if !begins || role.len() > 63 || !role.chars().all(is_plain) {
        return Err(RoleError::Name);
    }
    let txn = db.begin().await?;
    for sql in [
        format!("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}"),
        format!("GRANT USAGE ON SCHEMA public TO {role}"),
        format!("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}"),
        format!("REVOKE UPDATE, DELETE ON audit_entries, audit_checkpoints FROM {role}"),
        format!("REVOKE INSERT, UPDATE, DELETE ON seaql_migrations FROM {role}"),
    ] {
        txn.connection().execute_unprepared(&sql).await?;
    }
    txn.commit().await?;
    Ok(())
}

/// Whether the role of this connection could alter the record: it owns the tables, or was given too much. In a
/// file whoever has the file can, so the question does not arise.
///
/// # Errors
/// The database failed.
pub async fn may_alter_record(db: &Db) -> Result<bool, StorageError> {
    if db.writer().get_database_backend() != DbBackend::Postgres {
        return Ok(false);
    }
    let sql = "SELECT has_table_privilege(current_user, 'audit_entries', 'UPDATE, DELETE, TRUNCATE') AS may";
    let statement = Statement::from_string(DbBackend::Postgres, sql);
    let row = db.writer().query_one_raw(statement).await?;
    let row = row.ok_or(StorageError::Corrupt("has_table_privilege"))?;
    Ok(row.try_get("", "may")?)
}
