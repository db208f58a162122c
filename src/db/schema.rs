//! Bringing the schema up to date.

use std::path::PathBuf;

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};

use super::{Database, Db, DbOptions};

/// Why the schema is not usable.
#[derive(Debug, thiserror::Error)]
pub enum SchemaError {
    /// It was migrated by a later version.
    #[error("the schema is newer than this binary (it has {0}): run the newer version")]
    TooNew(String),
    /// There is no schema yet, or an older one.
    #[error("the database is not up to date: run kataster migrate first")]
    TooOld,
    /// A migration failed; nothing of it was kept.
    #[error("the schema could not be migrated")]
    Db(#[from] DbErr),
    /// The copy made before migrating failed; nothing was migrated.
    #[error("the database could not be copied to {path} before migrating")]
    Copy {
        /// Where the copy should have gone.
        path: PathBuf,
        /// What the database said.
        #[source]
        source: DbErr,
    },
}

/// Applies what is pending. A SQLite file with data is copied beside itself first.
///
/// # Errors
/// The schema is newer than this binary, or a migration failed.
pub async fn migrate(db: &Db, options: &DbOptions) -> Result<(), SchemaError> {
    let applied = applied(db).await?;
    let known = known();
    if let Some(unknown) = applied.iter().find(|name| !known.contains(name)) {
        return Err(SchemaError::TooNew(unknown.clone()));
    }
    if applied.len() == known.len() {
        return Ok(());
    }
    if let (Database::Sqlite(file), Some(last)) = (&options.database, applied.last()) {
        let path = file.with_extension(format!("before-migrating-from-{last}.db"));
        copy(db, path).await?;
    }
    Ok(Migrator::up(db.writer(), None).await?)
}

/// Checks that nothing is pending, for commands that change nothing beside a server.
///
/// # Errors
/// The schema is newer or older than this binary, or the database is away.
pub async fn require_current(db: &Db) -> Result<(), SchemaError> {
    let known = known();
    match applied(db).await? {
        applied if applied == known => Ok(()),
        applied => Err(applied
            .into_iter()
            .find(|name| !known.contains(name))
            .map_or(SchemaError::TooOld, SchemaError::TooNew)),
    }
}

fn known() -> Vec<String> {
    Migrator::migrations()
        .iter()
        .map(|migration| migration.name().to_owned())
        .collect()
}

/// Asked without the migrator's own way, which makes its table first: a role that only serves may not.
async fn applied(db: &Db) -> Result<Vec<String>, DbErr> {
    if !has_migrations(db).await? {
        return Ok(Vec::new());
    }
    let backend = db.writer().get_database_backend();
    let sql = "SELECT version FROM seaql_migrations ORDER BY version";
    let rows = db
        .writer()
        .query_all_raw(Statement::from_string(backend, sql))
        .await?;
    rows.iter().map(|row| row.try_get("", "version")).collect()
}

async fn has_migrations(db: &Db) -> Result<bool, DbErr> {
    let sql = match db.writer().get_database_backend() {
        DbBackend::Sqlite => "SELECT 1 FROM sqlite_master WHERE name = 'seaql_migrations'",
        _ => {
            "SELECT 1 FROM information_schema.tables WHERE table_name = 'seaql_migrations' AND table_schema = current_schema()"
        }
    };
    let statement = Statement::from_string(db.writer().get_database_backend(), sql);
    Ok(db.writer().query_one_raw(statement).await?.is_some())
}

async fn copy(db: &Db, path: PathBuf) -> Result<(), SchemaError> {
    if path.exists() {
        return Ok(());
    }
    let statement = Statement::from_sql_and_values(
        DbBackend::Sqlite,
        "VACUUM INTO $1",
        [path.display().to_string().into()],
    );
    db.writer()
        .execute_raw(statement)
        .await
        .map_err(|source| SchemaError::Copy { path, source })?;
    Ok(())
}
