//! Which keys there are, and what needs them.

use super::approval::stands;
use super::model::Rotation;
use super::{KeyError, store};
use crate::db::{Db, StorageError};
use crate::sealing::{DataKey, Keyring, PublicKey};

/// The keys of this installation, without the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Tells rings apart.
    pub fingerprint: String,
    /// The keyed hashes have a key of their own; else the first version makes them.
    pub has_own_hashing_key: bool,
    /// Versions in the folder or in use, oldest first.
    pub versions: Vec<VersionUse>,
    /// The rotation that is announced, confirmed or begun.
    pub rotation: Option<Rotation>,
}

/// A version and what needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionUse {
    /// The version.
    pub version: i32,
    /// How many data keys are wrapped under it.
    pub data_keys: u64,
    /// The key of its signatures; none when the file is not there.
    pub public_key: Option<PublicKey>,
    /// Nothing needs it any more.
    pub is_unused: bool,
}

/// Looks at folder and database.
///
/// # Errors
/// The folder cannot be read, or storage failed.
pub async fn overview(db: &Db, ring: &Keyring) -> Result<Overview, KeyError> {
    let there = ring.versions()?;
    let newest = ring.current()?;
    let used = store::data_keys_by_version(db.reader()).await?;
    let mut all: Vec<i32> = used.iter().map(|(version, _)| *version).collect();
    all.extend(&there);
    all.sort_unstable();
    all.dedup();
    let has_own_hashing_key = ring.has_own_hashing_key();
    let first = there.first().copied();
    let versions = all.into_iter().map(|version| {
        let count = used.iter().find(|(under, _)| *under == version);
        let data_keys = count.map_or(0, |(_, count)| count.unsigned_abs());
        let hashes = !has_own_hashing_key && first == Some(version);
        VersionUse {
            version,
            data_keys,
            public_key: ring.public_key(version).ok(),
            is_unused: data_keys == 0 && version != newest && !hashes,
        }
    });
    let rotation = match store::unfinished(db.reader()).await? {
        Some(begun) => Some(begun),
        None => announced(db, newest + 1).await?,
    };
    Ok(Overview {
        fingerprint: ring.fingerprint()?,
        has_own_hashing_key,
        versions: versions.collect(),
        rotation,
    })
}

/// The rotation that is announced, by people who still may.
async fn announced(db: &Db, version: i32) -> Result<Option<Rotation>, StorageError> {
    let Some(found) = store::find(db.reader(), version).await? else {
        return Ok(None);
    };
    let is_good = stands(db.reader(), &found, db.clock().now()).await?;
    Ok(is_good.then_some(found))
}

/// Whether each version there is opens what is wrapped under it: a key file may have been swapped for another one.
///
/// # Errors
/// One does not, or storage failed.
pub async fn open_data(db: &Db, ring: &Keyring) -> Result<(), KeyError> {
    for (version, _) in store::data_keys_by_version(db.reader()).await? {
        if let Some((owner, wrapped)) = store::any_under(db.reader(), version).await? {
            DataKey::unwrap(ring, owner, &wrapped)?;
        }
    }
    Ok(())
}
