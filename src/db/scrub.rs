//! Leaving no trace of what was deleted.

use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::{Db, StorageError};
use crate::clock::Instant;

/// Part of the name of a copy made before migrating.
const COPY: &str = ".before-migrating-from-";

impl Db {
    /// Overwrites what deleted rows left behind in these tables.
    ///
    /// On SQLite the file is written anew and the log emptied: `secure_delete` wipes rows, but not the copies of
    /// them that splitting a page left in its gap. On PostgreSQL dead rows are made free for overwriting.
    ///
    /// # Errors
    /// Somebody still reads from the log, or the database failed; worth another try.
    pub async fn scrub(&self, tables: &[&'static str]) -> Result<(), StorageError> {
        let writer = self.writer();
        if writer.get_database_backend() != DbBackend::Sqlite {
            for table in tables {
                writer
                    .execute_unprepared(&format!("VACUUM {table}"))
                    .await?;
            }
            return Ok(());
        }
        writer.execute_unprepared("VACUUM").await?;
        let emptied = Statement::from_string(DbBackend::Sqlite, "PRAGMA wal_checkpoint(TRUNCATE)");
        let row = writer.query_one_raw(emptied).await?;
        let is_busy = match row {
            Some(row) => row.try_get_by_index::<i32>(0)? != 0,
            None => false,
        };
        if is_busy {
            return Err(StorageError::Busy);
        }
        Ok(())
    }

    /// Deletes copies made before migrating, all or those older than an instant; how many.
    ///
    /// # Errors
    /// The database or the folder failed.
    pub async fn forget_copies(&self, older_than: Option<Instant>) -> Result<usize, StorageError> {
        let Some(file) = self.file().await? else {
            return Ok(0);
        };
        let unusable = |error: std::io::Error| {
            StorageError::Db(sea_orm::DbErr::Custom(format!("the data folder: {error}")))
        };
        let mut deleted = 0;
        for copy in copies_of(&file).map_err(unusable)? {
            let age = std::fs::metadata(&copy).and_then(|found| found.modified());
            let made = age
                .map_err(unusable)?
                .duration_since(UNIX_EPOCH)
                .unwrap_or(Duration::ZERO);
            let made = i64::try_from(made.as_micros()).unwrap_or(i64::MAX);
            if older_than.is_none_or(|limit| made < limit.as_micros()) {
                std::fs::remove_file(&copy).map_err(unusable)?;
                deleted += 1;
            }
        }
        Ok(deleted)
    }

    /// The file of a SQLite database.
    async fn file(&self) -> Result<Option<PathBuf>, StorageError> {
        let reader = self.reader();
        if reader.get_database_backend() != DbBackend::Sqlite {
            return Ok(None);
        }
        let list = Statement::from_string(DbBackend::Sqlite, "PRAGMA database_list");
        let row = reader.query_one_raw(list).await?;
        let file = match row {
            Some(row) => row.try_get::<Option<String>>("", "file")?,
            None => None,
        };
        Ok(file.filter(|file| !file.is_empty()).map(PathBuf::from))
    }
}

fn copies_of(file: &Path) -> std::io::Result<Vec<PathBuf>> {
    let (Some(folder), Some(stem)) = (
        file.parent(),
        file.file_stem().and_then(|stem| stem.to_str()),
    ) else {
        return Ok(Vec::new());
    };
    let prefix = format!("{stem}{COPY}");
    let mut copies = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if name.is_some_and(|name| name.starts_with(&prefix)) {
            copies.push(path);
        }
    }
    Ok(copies)
}
