//! Connections and their settings.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::Connection;
use sea_orm::{
    ConnectOptions, DatabaseConnection, DbErr, EntityTrait, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use tokio::sync::Notify;

use super::free_space::FreeSpace;
use super::{StorageError, Txn};
use crate::clock::Clock;
use crate::entity::commit_head;

/// Which database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// A file of the data folder.
    Sqlite(PathBuf),
    /// `postgres://…`
    Postgres(String),
}

/// How to connect.
#[derive(Clone, Debug)]
pub struct DbOptions {
    /// Which database.
    pub database: Database,
    /// Writing stops when the data folder's file system has less free space, in bytes; 0 never.
    pub free_space_floor: u64,
    /// How long to wait for a connection or for another writer before giving up.
    pub patience: Duration,
}

impl DbOptions {
    /// Without a floor, and as patient as somebody who waits for a page.
    pub fn new(database: Database) -> Self {
        Self {
            database,
            free_space_floor: 0,
            patience: Duration::from_secs(5),
        }
    }
}

/// Both ways to the database, and what a write wakes.
#[derive(Clone, Debug)]
pub struct Db {
    writer: DatabaseConnection,
    reader: DatabaseConnection,
    clock: Arc<dyn Clock>,
    free_space: Option<FreeSpace>,
    changed: Arc<Notify>,
}

impl Db {
    /// Connects without touching the schema.
    ///
    /// # Errors
    /// The file or server cannot be reached.
    pub async fn connect(options: &DbOptions, clock: Arc<dyn Clock>) -> Result<Self, DbErr> {
        let changed = Arc::new(Notify::new());
        match &options.database {
            Database::Sqlite(file) => {
                let writer = sqlite(file, Use::Write, options.patience).await?;
                let reader = sqlite(file, Use::Read, options.patience).await?;
                let free_space = FreeSpace::watch(file, options.free_space_floor);
                Ok(Self {
                    writer,
                    reader,
                    clock,
                    free_space,
                    changed,
                })
            }
            Database::Postgres(url) => {
                let pool = postgres(url, options.patience).await?;
                Ok(Self {
                    writer: pool.clone(),
                    reader: pool,
                    clock,
                    free_space: None,
                    changed,
                })
            }
        }
    }

    /// Starts a transaction; on SQLite it waits for the writer connection.
    ///
    /// # Errors
    /// The database is away, or free space is below the floor.
    pub async fn begin(&self) -> Result<Txn, StorageError> {
        if self.free_space.as_ref().is_some_and(FreeSpace::is_short) {
            return Err(StorageError::ReadOnly);
        }
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let inner = self.writer.begin_with_options(options).await?;
        Ok(Txn::new(inner, self.clock.now(), self.changed.clone()))
    }

    /// Number of the last change of all.
    ///
    /// # Errors
    /// The database is away.
    pub async fn generation(&self) -> Result<i64, StorageError> {
        let head = commit_head::Entity::find_by_id(1).one(&self.reader).await?;
        Ok(head.ok_or(StorageError::Corrupt("commit_head"))?.change_seq)
    }

    /// For reading outside a transaction.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// The raw writer, for migrations.
    pub(super) fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Is told of every commit in this process that wrote changes.
    pub fn changed(&self) -> &Arc<Notify> {
        &self.changed
    }

    /// The clock of this installation.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// Closes all connections; a SQLite file is checkpointed by the last one.
    ///
    /// # Errors
    /// A connection fails to close.
    pub async fn close(self) -> Result<(), DbErr> {
        self.reader.close().await?;
        self.writer.close().await
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Write,
    Read,
}

async fn sqlite(file: &Path, usage: Use, patience: Duration) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
    options
        .max_connections(if usage == Use::Write { 1 } else { 4 })
        .acquire_timeout(patience)
        .sqlx_logging(false);
    options.map_sqlx_sqlite_opts(move |sqlite| {
        // FULL: with NORMAL a power cut loses acknowledged writes.
        let sqlite = sqlite
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .busy_timeout(patience)
            .pragma("foreign_keys", "ON")
            .pragma("secure_delete", "ON")
            .pragma("trusted_schema", "OFF");
        if usage == Use::Read {
            sqlite.pragma("query_only", "ON")
        } else {
            sqlite
        }
    });
    // After "disk full" a failed rollback leaves the connection inside a transaction; what is then
    // "committed" is only a savepoint, and lost. Such a connection is thrown away.
    options.map_sqlx_sqlite_before_acquire(|connection, _| {
        Box::pin(async move { Ok(!connection.is_in_transaction()) })
    });
    sea_orm::Database::connect(options).await
}

async fn postgres(url: &str, patience: Duration) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(16)
        .acquire_timeout(patience)
        .connect_timeout(patience)
        .statement_timeout(patience)
        .set_application_name("kataster")
        .sqlx_logging(false);
    // "… already exists, skipping" of the migrator is no news.
    options
        .map_sqlx_postgres_opts(|postgres| postgres.options([("client_min_messages", "warning")]));
    options.map_sqlx_postgres_before_acquire(|connection, _| {
        Box::pin(async move { Ok(!connection.is_in_transaction()) })
    });
    sea_orm::Database::connect(options).await
}
