//! Opening a data folder: keys, database, schema, reference data; and the commands that do only that.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::folder::DataFolder;
use super::progress::Progress;
use super::{CliError, failed};
use crate::clock::{Clock, SystemClock};
use crate::config::Settings;
use crate::db::{self, Database, Db, DbOptions};
use crate::keys;
use crate::privacy::{self, Tombstones};
use crate::reference::{self, Living, Reference};
use crate::sealing::{Keyring, SealError};
use crate::search::{Indexer, Publisher};

/// Under this name the database knows its keys.
const KEYRING: &str = "keyring";
/// How long a command waits for a server that writes.
const BESIDE_A_SERVER: Duration = Duration::from_mins(1);

/// There is nothing to open.
#[derive(Debug, thiserror::Error)]
#[error("there is no kataster installation in {0}: run kataster migrate first")]
struct Nothing(PathBuf);

/// What a data folder holds, opened.
#[derive(Debug)]
pub(super) struct Installation {
    pub(super) db: Db,
    pub(super) keyring: Arc<Keyring>,
    pub(super) reference: Arc<Reference>,
}

impl Installation {
    /// Opens everything and brings the schema and the reference data up to date.
    pub(super) async fn open(settings: &Settings) -> Result<Self, CliError> {
        let db = connect(&settings.db()).await?;
        db::migrate(&db, &settings.db()).await.map_err(failed)?;
        reference::install(&db).await.map_err(failed)?;
        let again = privacy::replay_tombstones(&db, &Tombstones::in_folder(&settings.data))
            .await
            .map_err(failed)?;
        if again > 0 {
            tracing::warn!(
                again,
                "this is an older copy: who was erased since was erased again"
            );
        }
        Self::assemble(settings, db).await
    }

    /// Opens everything beside a running server, changing nothing. The server writes as it likes, and a command
    /// that gave up in the middle would have to be given again: it waits.
    pub(super) async fn open_beside(settings: &Settings) -> Result<Self, CliError> {
        if let Database::Sqlite(file) = settings.db().database
            && !file.is_file()
        {
            return Err(failed(Nothing(settings.data.clone())));
        }
        let options = DbOptions {
            patience: BESIDE_A_SERVER,
            ..settings.db()
        };
        let db = connect(&options).await?;
        db::require_current(&db).await.map_err(failed)?;
        Self::assemble(settings, db).await
    }

    async fn assemble(settings: &Settings, db: Db) -> Result<Self, CliError> {
        let keyring = Arc::new(keyring(&db, &settings.data.join("keys")).await?);
        let reference = Arc::new(reference::load(&db).await.map_err(failed)?);
        Ok(Self {
            db,
            keyring,
            reference,
        })
    }
}

/// The keys this database was sealed with; a database that was not yet is bound to the keys there are.
async fn keyring(db: &Db, folder: &Path) -> Result<Keyring, CliError> {
    let known = db::mark(db.reader(), KEYRING).await.map_err(failed)?;
    if let Some(fingerprint) = known {
        let keyring = Keyring::open(folder, &fingerprint).map_err(failed)?;
        keys::open_data(db, &keyring)
            .await
            .map_err(|_| failed(SealError::Foreign(folder.display().to_string())))?;
        return Ok(keyring);
    }
    let keyring = Keyring::load(folder).map_err(failed)?;
    let fingerprint = keyring.fingerprint().map_err(failed)?;
    let txn = db.begin().await.map_err(failed)?;
    db::set_mark(&txn, KEYRING, fingerprint)
        .await
        .map_err(failed)?;
    txn.commit().await.map_err(failed)?;
    Ok(keyring)
}

async fn connect(options: &DbOptions) -> Result<Db, CliError> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    Db::connect(options, clock).await.map_err(failed)
}

/// `kataster migrate`
#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) async fn migrate(settings: Settings) -> Result<(), CliError> {
    let _folder = DataFolder::lock(&settings.data).map_err(failed)?;
    let installation = Installation::open(&settings).await?;
    if let Some(role) = &settings.database_app_role {
        db::grant_to(&installation.db, role).await.map_err(failed)?;
    }
    println!("schema and reference data are up to date");
    installation.db.close().await.map_err(failed)
}

/// `kataster reindex`
#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) async fn reindex(settings: Settings) -> Result<(), CliError> {
    let folder = DataFolder::lock(&settings.data).map_err(failed)?;
    let Installation { db, reference, .. } = Installation::open(&settings).await?;
    let publisher = Publisher::default();
    let mut indexer = Indexer::open(
        db.clone(),
        Arc::new(Living::new(reference)),
        &folder.path().join("index"),
        publisher.clone(),
    )
    .await
    .map_err(failed)?;
    let progress = Progress::new("indexing");
    indexer
        .rebuild(&|done, of| progress.show(done, of))
        .await
        .map_err(failed)?;
    progress.finish();
    let entries = publisher
        .current()
        .map_or(0, |snapshot| snapshot.index.len());
    println!("indexed {entries} entries");
    drop(indexer);
    db.close().await.map_err(failed)
}
