//! Making words and checking what was heard.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::store::{self, StoredWords};
use super::word::Word;
use crate::db::{Db, StorageError, Txn};
use crate::ids;
use crate::sealed::{self, open, seal};
use crate::sealing::{Keyring, Place};

/// Wrong words before nobody is believed any more: one in 1,024 words five times.
const TRIES: i32 = 5;

/// Both words of a call.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CallWords {
    /// The caller says it first.
    pub caller: Word,
    /// The called answers with it.
    pub called: Word,
}

impl CallWords {
    fn random() -> Self {
        loop {
            let words = Self {
                caller: Word::random(),
                called: Word::random(),
            };
            if words.caller != words.called {
                return words;
            }
        }
    }
}

/// What hearing a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is the word of the called.
    Right,
    /// It is not; so many tries are left.
    Wrong {
        /// Tries left.
        left: i32,
    },
    /// There were too many wrong words, or none were arranged: this call proves nothing any more.
    Locked,
}

/// Makes words for the call about a subject, such as an incident; earlier ones are forgotten.
///
/// # Errors
/// Sealing or storage failed.
pub async fn arrange(txn: &Txn, ring: &Keyring, subject: Uuid) -> Result<CallWords, StorageError> {
    forget(txn, subject).await?;
    let (id, words) = (ids::ordered(txn.now()), CallWords::random());
    let sealed = seal(txn, ring, place(id), &words).await?;
    store::insert(txn, id, subject, sealed).await?;
    Ok(words)
}

/// Forgets the words arranged for a subject.
///
/// # Errors
/// Storage failed.
pub async fn forget(txn: &Txn, subject: Uuid) -> Result<(), StorageError> {
    if let Some(known) = store::find(txn.connection(), subject).await? {
        sealed::forget(txn, known.id).await?;
        store::delete(txn, known.id).await?;
    }
    Ok(())
}

/// The words arranged for a subject, for the pages of both sides.
///
/// # Errors
/// They do not open, or storage failed.
pub async fn arranged(
    db: &Db,
    ring: &Keyring,
    subject: Uuid,
) -> Result<Option<CallWords>, StorageError> {
    match store::find(db.reader(), subject).await? {
        Some(stored) => open_words(db.reader(), ring, &stored).await,
        None => Ok(None),
    }
}

/// The same for whoever calls; none once there were too many wrong words.
///
/// # Errors
/// They do not open, or storage failed.
pub async fn arranged_to_call(
    db: &Db,
    ring: &Keyring,
    subject: Uuid,
) -> Result<Option<CallWords>, StorageError> {
    match store::find(db.reader(), subject).await? {
        Some(stored) if stored.tries < TRIES => open_words(db.reader(), ring, &stored).await,
        Some(_) | None => Ok(None),
    }
}

/// Checks what the caller heard the called say. The try is counted before the word is looked at, and stays
/// counted when the transaction is committed, which it must be whatever the answer.
///
/// # Errors
/// The words do not open, or storage failed.
pub async fn hear(
    txn: &Txn,
    ring: &Keyring,
    subject: Uuid,
    heard: &str,
) -> Result<Heard, StorageError> {
    let Some(found) = store::find(txn.connection(), subject).await? else {
        return Ok(Heard::Locked);
    };
    if !store::count_try(txn, found.id, TRIES).await? {
        return Ok(Heard::Locked);
    }
    // As counted: somebody else may have tried between reading and counting.
    let tries = store::find(txn.connection(), subject)
        .await?
        .map_or(TRIES, |row| row.tries);
    match open_words(txn.connection(), ring, &found).await? {
        Some(words) if words.called.is(heard) => {
            store::confirm(txn, found.id).await?;
            Ok(Heard::Right)
        }
        _ => Ok(Heard::Wrong {
            left: TRIES - tries,
        }),
    }
}

async fn open_words<C: sea_orm::ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    stored: &StoredWords,
) -> Result<Option<CallWords>, StorageError> {
    open(db, ring, (place(stored.id), stored.sealed.as_slice())).await
}

fn place(id: Uuid) -> Place {
    Place {
        table: "call_words",
        column: "sealed",
        id,
    }
}
