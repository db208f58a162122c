//! Erasing again whom an older copy of the database brought back.

use std::collections::BTreeMap;

use super::service::{Again, EraseError, stage};
use super::tombstones::{Tombstone, TombstoneError, Tombstones};
use crate::db::{Actor, Db, StorageError};
use crate::privacy::{Person, store};

/// Why the list could not be gone through.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// The list cannot be used.
    #[error(transparent)]
    List(#[from] TombstoneError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// Somebody could not be erased.
    #[error(transparent)]
    Erase(#[from] EraseError),
}

impl From<sea_orm::DbErr> for ReplayError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// Makes the list beside the database and the database agree, whenever an installation is opened or put back: whom only
/// the list knows is erased again, whom only the database knows is added to the list. How many were erased again.
///
/// # Errors
/// The list or the database failed: the installation must not be used then.
pub async fn replay_tombstones(db: &Db, tombstones: &Tombstones) -> Result<usize, ReplayError> {
    let listed = tombstones.read()?;
    let known: BTreeMap<Tombstone, _> = store::buried(db.reader()).await?.into_iter().collect();
    for (tombstone, at) in &known {
        if !listed.contains(tombstone) {
            tombstones.append(&[*tombstone], *at)?;
        }
    }
    let mut again = 0;
    for tombstone in listed {
        if known.contains_key(&tombstone) {
            continue;
        }
        let txn = db.begin().await?;
        let person = match tombstone {
            Tombstone::Account(id) => store::of_account(txn.connection(), id).await?,
            Tombstone::Entry(id) => store::of_entry(txn.connection(), id).await?,
        };
        // An older copy still may not know the person at all; that the person is erased it learns all the same.
        let person = person.unwrap_or_else(|| unknown(tombstone));
        store::hold(&txn, &person).await?;
        again += stage(txn, &person, (Actor::Service, Again::Yes))
            .await?
            .len();
    }
    Ok(again)
}

fn unknown(tombstone: Tombstone) -> Person {
    let (account, entries) = match tombstone {
        Tombstone::Account(id) => (Some(id), Vec::new()),
        Tombstone::Entry(id) => (None, vec![id]),
    };
    Person {
        account,
        entries,
        cases: Vec::new(),
    }
}
