//! Use cases of evidence files.

use sea_orm::ConnectionTrait;
use serde_json::json;

use super::model::{EvidenceFile, EvidenceFormat, MOST_FILES};
use super::store;
use crate::access::Permit;
use crate::access::action::{KeepEvidence, ReadEvidence};
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::experts::model::Entry;
use crate::experts::reveals::Disclosure;
use crate::experts::store as entries;
use crate::ids::{self, EvidenceFileId, ExpertId};
use crate::sealing::Keyring;

/// Why a file was not shown, taken or deleted.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such file")]
    NotFound,
    /// It is neither PDF nor PNG nor JPEG.
    #[error("send a PDF, PNG or JPEG file")]
    Format,
    /// The entry claims nothing of the kind.
    #[error("the entry has no such skill or certification")]
    Term,
    /// There are as many as there may be.
    #[error("an entry has at most {MOST_FILES} files of evidence")]
    TooMany,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for EvidenceError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// A file to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewEvidence<'a> {
    /// The skill or certification it proves.
    pub term: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// A file with its content.
#[derive(Clone, PartialEq, Eq)]
pub struct OpenedFile {
    /// Its id.
    pub id: EvidenceFileId,
    /// What it is.
    pub format: EvidenceFormat,
    /// The content.
    pub bytes: Vec<u8>,
}

/// The files of the caller's own entry, the newest first.
///
/// # Errors
/// Not the caller's, or storage failed.
pub async fn own(
    db: &Db,
    permit: &Permit<KeepEvidence>,
) -> Result<Vec<EvidenceFile>, EvidenceError> {
    let entry = own_entry(db.reader(), permit).await?;
    Ok(store::list(db.reader(), entry.id).await?)
}

/// Keeps a file.
///
/// # Errors
/// Not the caller's entry, a wrong format, a term the entry does not claim, too many, or storage failed.
pub async fn add(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<KeepEvidence>,
    new: NewEvidence<'_>,
) -> Result<EvidenceFile, EvidenceError> {
    let format = EvidenceFormat::of(new.bytes).ok_or(EvidenceError::Format)?;
    let mut txn = db.begin().await?;
    let entry = own_entry(txn.connection(), permit).await?;
    if !claims(&entry, new.term) {
        return Err(EvidenceError::Term);
    }
    // Whoever sends several at once must not get past the limit.
    entries::hold(&txn, entry.id).await?;
    let kept = store::list(txn.connection(), entry.id).await?;
    if kept.iter().filter(|file| file.deleted_at.is_none()).count() >= MOST_FILES {
        return Err(EvidenceError::TooMany);
    }
    let file = EvidenceFile {
        id: EvidenceFileId(ids::ordered(txn.now())),
        expert: entry.id,
        term: new.term.to_owned(),
        format,
        size: u32::try_from(new.bytes.len()).unwrap_or(u32::MAX),
        uploaded_at: txn.now(),
        deleted_at: None,
        looks: Vec::new(),
    };
    store::insert(&txn, ring, (&file, new.bytes)).await?;
    record(&mut txn, permit.actor(), "evidence.added", &file);
    txn.commit().await?;
    Ok(file)
}

/// Opens a file of the caller's own.
///
/// # Errors
/// Not the caller's, deleted, or storage failed.
pub async fn open_own(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<KeepEvidence>,
    id: EvidenceFileId,
) -> Result<OpenedFile, EvidenceError> {
    let entry = own_entry(db.reader(), permit).await?;
    let file = of_this(db.reader(), entry.id, id).await?;
    open(db, ring, &file).await
}

/// Deletes a file of the caller's own.
///
/// # Errors
/// Not the caller's, deleted, or storage failed.
pub async fn remove(
    db: &Db,
    permit: &Permit<KeepEvidence>,
    id: EvidenceFileId,
) -> Result<(), EvidenceError> {
    let mut txn = db.begin().await?;
    let entry = own_entry(txn.connection(), permit).await?;
    let file = of_this(txn.connection(), entry.id, id).await?;
    if !store::delete(&txn, id).await? {
        return Err(EvidenceError::NotFound);
    }
    record(&mut txn, permit.actor(), "evidence.removed", &file);
    txn.commit().await?;
    Ok(())
}

/// Whose file it is, for a vetter to look for the case.
///
/// # Errors
/// No such file, or storage failed.
pub async fn whose(
    db: &Db,
    _: &Permit<ReadEvidence>,
    id: EvidenceFileId,
) -> Result<ExpertId, EvidenceError> {
    let expert = store::whose(db.reader(), id).await?;
    expert.ok_or(EvidenceError::NotFound)
}

/// The files of an entry for a vetter; whether its case is open asks whoever calls this.
///
/// # Errors
/// Storage failed.
pub async fn of_entry(
    db: &Db,
    _: &Permit<ReadEvidence>,
    entry: ExpertId,
) -> Result<Vec<EvidenceFile>, EvidenceError> {
    Ok(store::list(db.reader(), entry).await?)
}

/// Opens a file for a vetter of the entry's open case. That it was looked at is entered first: in the record, in the
/// person's list, and beside the file.
///
/// # Errors
/// No such file, deleted, or storage failed: then nothing is shown.
pub async fn show_vetter(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<ReadEvidence>,
    (entry, id): (&Entry, EvidenceFileId),
) -> Result<OpenedFile, EvidenceError> {
    let file = of_this(db.reader(), entry.id, id).await?;
    let opened = open(db, ring, &file).await?;
    Disclosure::of_evidence(db, permit, entry).await?;
    let mut txn = db.begin().await?;
    store::note_look(&txn, &file, permit.caller().account).await?;
    record(&mut txn, permit.actor(), "evidence.looked_at", &file);
    txn.commit().await?;
    Ok(opened)
}

/// Files that were kept long enough: decided on before one instant, or come before another and never decided on. Those
/// of an entry that is being vetted are left out by whoever knows the cases.
///
/// # Errors
/// Storage failed.
pub async fn past(
    db: &Db,
    periods: (Instant, Instant),
) -> Result<Vec<(EvidenceFileId, ExpertId)>, StorageError> {
    Ok(store::past(db.reader(), periods).await?)
}

/// Deletes the content of files.
///
/// # Errors
/// Storage failed.
pub async fn forget(db: &Db, ids: &[EvidenceFileId]) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    for id in ids {
        store::delete(&txn, *id).await?;
    }
    txn.commit().await?;
    Ok(())
}

async fn own_entry<C: ConnectionTrait>(
    db: &C,
    permit: &Permit<KeepEvidence>,
) -> Result<Entry, EvidenceError> {
    let id = entries::of_account(db, permit.caller().account).await?;
    let entry = entries::find(db, permit.scope(), id.ok_or(EvidenceError::NotFound)?).await?;
    entry.ok_or(EvidenceError::NotFound)
}

/// A file of this entry that is still there.
async fn of_this<C: ConnectionTrait>(
    db: &C,
    entry: ExpertId,
    id: EvidenceFileId,
) -> Result<EvidenceFile, EvidenceError> {
    let files = store::list(db, entry).await?;
    let mut there = files.into_iter().filter(|file| file.deleted_at.is_none());
    there
        .find(|file| file.id == id)
        .ok_or(EvidenceError::NotFound)
}

async fn open(db: &Db, ring: &Keyring, file: &EvidenceFile) -> Result<OpenedFile, EvidenceError> {
    let bytes = store::content(db.reader(), ring, file).await?;
    Ok(OpenedFile {
        id: file.id,
        format: file.format,
        bytes: bytes.ok_or(EvidenceError::NotFound)?,
    })
}

fn claims(entry: &Entry, term: &str) -> bool {
    let profile = &entry.profile;
    profile.skills.iter().any(|skill| skill.id == term)
        || profile.certifications.iter().any(|held| held.id == term)
}

fn record(txn: &mut Txn, actor: Actor, action: &'static str, file: &EvidenceFile) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: file.expert.to_string(),
        details: json!({ "file": file.id, "term": file.term }),
    });
}
