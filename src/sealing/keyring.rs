//! The keys of this installation, one file a version, never in the database.

use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::key_files::{self, KeyFiles, Master};
use super::{Purpose, SealError};

/// Master keys by version; the highest seals and signs, all open.
///
/// The folder is the truth: a version that another process adds to it is used from then on.
pub struct Keyring {
    dir: PathBuf,
    files: RwLock<KeyFiles>,
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keyring")
            .field("versions", &self.files().masters.keys())
            .finish_non_exhaustive()
    }
}

impl Keyring {
    /// Reads the key files of a database that was sealed with them before.
    ///
    /// # Errors
    /// There are none, they have another fingerprint, or a file cannot be used.
    pub fn open(dir: &Path, fingerprint: &str) -> Result<Self, SealError> {
        let files = key_files::read(dir)?;
        if files.masters.is_empty() {
            return Err(SealError::Missing(dir.display().to_string()));
        }
        let ring = Self::of(dir, files);
        if ring.fingerprint()? != fingerprint {
            return Err(SealError::Foreign(dir.display().to_string()));
        }
        Ok(ring)
    }

    /// Reads the key files; makes the first ones in an empty folder, readable by the owner alone.
    ///
    /// # Errors
    /// The folder or a file cannot be used, or a file is not 32 bytes long.
    pub fn load(dir: &Path) -> Result<Self, SealError> {
        let mut files = key_files::read(dir)?;
        if files.masters.is_empty() {
            if files.hashing.is_none() {
                files.hashing = Some(key_files::make(&key_files::hashing(dir))?);
            }
            let master = key_files::make(&key_files::version(dir, 1))?;
            files.masters.insert(1, master);
        }
        Ok(Self::of(dir, files))
    }

    fn of(dir: &Path, files: KeyFiles) -> Self {
        Self {
            dir: dir.to_owned(),
            files: RwLock::new(files),
        }
    }

    /// Tells rings apart without telling their keys. It stays the same when keys are rotated.
    ///
    /// # Errors
    /// The key of the hashes is missing.
    pub fn fingerprint(&self) -> Result<String, SealError> {
        let [a, b, c, d, ..] = self.keyed_hash(Purpose::Ties, b"fingerprint")?;
        Ok(format!("{:08x}", u32::from_be_bytes([a, b, c, d])))
    }

    /// The versions there are, oldest first.
    ///
    /// # Errors
    /// The folder cannot be read, or holds no key any more.
    pub fn versions(&self) -> Result<Vec<i32>, SealError> {
        self.refresh()?;
        Ok(self.files().masters.keys().copied().collect())
    }

    /// The version that seals and signs.
    ///
    /// # Errors
    /// The folder cannot be read, or holds no key any more.
    pub fn current(&self) -> Result<i32, SealError> {
        let versions = self.versions()?;
        versions.last().copied().ok_or(SealError::UnknownKey(0))
    }

    /// Whether the keyed hashes have a key of their own; in an old folder the first version makes them.
    pub fn has_own_hashing_key(&self) -> bool {
        self.files().hashing.is_some()
    }

    /// Makes the next version, which seals from now on, here and in every process that uses the folder.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn add_version(&self) -> Result<i32, SealError> {
        let version = self.current()? + 1;
        key_files::make(&key_files::version(&self.dir, version))?;
        self.refresh()?;
        Ok(version)
    }

    /// Moves the file of a version to another folder, or destroys it when there is none. Whether it is needed
    /// is not asked here.
    ///
    /// # Errors
    /// There is no such version, or a folder cannot be written.
    pub fn take_away(&self, version: i32, to: Option<&Path>) -> Result<(), SealError> {
        let file = key_files::version(&self.dir, version);
        match to {
            Some(folder) => key_files::move_to(&file, folder)?,
            None => key_files::destroy(&file)?,
        }
        self.refresh()
    }

    /// A 256-bit key for one purpose under a version, by HKDF-SHA-256.
    ///
    /// # Errors
    /// There is no such version.
    pub fn derive(&self, version: i32, purpose: Purpose) -> Result<Zeroizing<[u8; 32]>, SealError> {
        if !self.files().masters.contains_key(&version) {
            // Another process may have made it a moment ago.
            self.refresh()?;
        }
        let files = self.files();
        let master = files.masters.get(&version);
        expand(master.ok_or(SealError::UnknownKey(version))?, purpose)
    }

    /// Keyed hash that no rotation changes, so that stored hashes stay findable.
    ///
    /// # Errors
    /// The key is missing.
    pub fn keyed_hash(&self, purpose: Purpose, message: &[u8]) -> Result<[u8; 32], SealError> {
        let files = self.files();
        let first = || files.masters.values().next();
        let master = files.hashing.as_ref().or_else(first);
        let key = expand(master.ok_or(SealError::UnknownKey(1))?, purpose)?;
        let mut mac =
            Hmac::<Sha256>::new_from_slice(key.as_slice()).map_err(|_| SealError::UnknownKey(1))?;
        mac.update(message);
        Ok(mac.finalize().into_bytes().into())
    }

    fn files(&self) -> RwLockReadGuard<'_, KeyFiles> {
        self.files.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the folder again when it has other versions than we know. Keys that are gone altogether are an
    /// error, and what is known stays known.
    fn refresh(&self) -> Result<(), SealError> {
        let there = key_files::versions(&self.dir)?;
        if there.is_empty() {
            return Err(SealError::Missing(self.dir.display().to_string()));
        }
        if self.files().masters.keys().copied().eq(there) {
            return Ok(());
        }
        let files = key_files::read(&self.dir)?;
        *self.files.write().unwrap_or_else(PoisonError::into_inner) = files;
        Ok(())
    }
}

fn expand(master: &Master, purpose: Purpose) -> Result<Zeroizing<[u8; 32]>, SealError> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, master.as_slice())
        .expand(purpose.label(), key.as_mut_slice())
        .map_err(|_| SealError::UnknownKey(0))?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(ring: &Keyring) -> [u8; 32] {
        ring.keyed_hash(Purpose::Ties, b"x").unwrap()
    }

    #[test]
    fn the_first_keys_are_made_once() {
        let dir = tempfile::tempdir().unwrap();

        let made = hash(&Keyring::load(dir.path()).unwrap());
        let read = hash(&Keyring::load(dir.path()).unwrap());

        assert_eq!(made, read);
    }

    #[test]
    fn purposes_do_not_share_a_key() {
        let dir = tempfile::tempdir().unwrap();
        let ring = Keyring::load(dir.path()).unwrap();

        assert_ne!(
            ring.derive(1, Purpose::Wrap).unwrap(),
            ring.derive(1, Purpose::Ties).unwrap()
        );
    }

    #[test]
    fn a_version_made_elsewhere_is_noticed_and_seals() {
        let dir = tempfile::tempdir().unwrap();
        let running = Keyring::load(dir.path()).unwrap();

        let added = Keyring::load(dir.path()).unwrap().add_version().unwrap();

        assert_eq!(added, 2);
        assert!(running.derive(2, Purpose::Wrap).is_ok());
        assert_eq!(running.current().unwrap(), 2);
    }

    #[test]
    fn hashes_outlive_the_first_version() {
        let dir = tempfile::tempdir().unwrap();
        let ring = Keyring::load(dir.path()).unwrap();
        let before = (hash(&ring), ring.fingerprint().unwrap());

        ring.add_version().unwrap();
        ring.take_away(1, None).unwrap();

        let opened = Keyring::open(dir.path(), &before.1).unwrap();
        assert_eq!(hash(&opened), before.0);
        assert!(matches!(
            opened.derive(1, Purpose::Wrap),
            Err(SealError::UnknownKey(1))
        ));
    }

    #[test]
    fn an_old_folder_hashes_with_its_first_version() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("1.key"), [7; 32]).unwrap();
        let ring = Keyring::load(dir.path()).unwrap();

        assert!(!ring.has_own_hashing_key());
        let before = hash(&ring);
        ring.add_version().unwrap();
        assert_eq!(hash(&Keyring::load(dir.path()).unwrap()), before);
    }

    #[test]
    fn keys_that_vanish_seal_no_more() {
        let dir = tempfile::tempdir().unwrap();
        let ring = Keyring::load(dir.path()).unwrap();
        std::fs::remove_file(dir.path().join("1.key")).unwrap();

        assert!(matches!(ring.current(), Err(SealError::Missing(_))));
    }
}
