//! The keys of this installation, one file a version, never in the database.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::SealError;

/// What a derived key is for; no key serves two purposes.
#[derive(Clone, Copy, Debug)]
pub enum Purpose {
    /// Wraps the data keys of persons.
    Wrap,
    /// Finds an account by its mail address.
    EmailLookup,
    /// Orders equals, so that order tells nothing.
    Ties,
    /// Counts attempts to sign in without keeping mail or network addresses.
    Attempts,
    /// Makes the tokens of one-time links.
    Links,
    /// Hashes recovery codes, which are too short to be hashed without a key.
    RecoveryCodes,
    /// Makes the secret of a second factor that is being set up.
    SecondFactor,
    /// Hashes the codes of emergency cards.
    EmergencyCodes,
}

impl Purpose {
    fn label(self) -> &'static [u8] {
        match self {
            Self::Wrap => b"kataster wrap",
            Self::EmailLookup => b"kataster email lookup",
            Self::Ties => b"kataster ties",
            Self::Attempts => b"kataster attempts",
            Self::Links => b"kataster links",
            Self::RecoveryCodes => b"kataster recovery codes",
            Self::SecondFactor => b"kataster second factor",
            Self::EmergencyCodes => b"kataster emergency codes",
        }
    }
}

/// Master keys by version; the highest seals, all open.
pub struct Keyring {
    masters: BTreeMap<i32, Zeroizing<[u8; 32]>>,
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keyring")
            .field("versions", &self.masters.keys())
            .finish_non_exhaustive()
    }
}

impl Keyring {
    /// Reads the `<version>.key` files of a database that was sealed with them before.
    ///
    /// # Errors
    /// There are none, they have another fingerprint, or a file cannot be used.
    pub fn open(dir: &Path, fingerprint: &str) -> Result<Self, SealError> {
        let ring = Self::read(dir)?;
        if ring.masters.is_empty() {
            return Err(SealError::Missing(dir.display().to_string()));
        }
        if ring.fingerprint()? != fingerprint {
            return Err(SealError::Foreign(dir.display().to_string()));
        }
        Ok(ring)
    }

    /// Reads `<version>.key` files; makes the first one in an empty folder, readable by the owner alone.
    ///
    /// # Errors
    /// The folder or a file cannot be used, or a file is not 32 bytes long.
    pub fn load(dir: &Path) -> Result<Self, SealError> {
        let mut ring = Self::read(dir)?;
        if ring.masters.is_empty() {
            let path = dir.join("1.key");
            let master = Zeroizing::new(rand::random::<[u8; 32]>());
            write_private(&path, master.as_slice()).map_err(|source| SealError::KeyFile {
                path: path.display().to_string(),
                source,
            })?;
            ring.masters.insert(1, master);
        }
        Ok(ring)
    }

    fn read(dir: &Path) -> Result<Self, SealError> {
        let at = |path: &Path| {
            let path = path.display().to_string();
            move |source| SealError::KeyFile { path, source }
        };
        fs::create_dir_all(dir).map_err(at(dir))?;
        let mut masters = BTreeMap::new();
        for entry in fs::read_dir(dir).map_err(at(dir))? {
            let path = entry.map_err(at(dir))?.path();
            let Some(version) = version_of(&path) else {
                continue;
            };
            let bytes = Zeroizing::new(fs::read(&path).map_err(at(&path))?);
            let master = bytes
                .as_slice()
                .try_into()
                .map_err(|_| SealError::DamagedKeyFile(path.display().to_string()))?;
            masters.insert(version, Zeroizing::new(master));
        }
        Ok(Self { masters })
    }

    /// Tells rings apart without telling their keys.
    ///
    /// # Errors
    /// The first key is missing.
    pub fn fingerprint(&self) -> Result<String, SealError> {
        let [a, b, c, d, ..] = self.keyed_hash(Purpose::Ties, b"fingerprint")?;
        Ok(format!("{:08x}", u32::from_be_bytes([a, b, c, d])))
    }

    /// The version that seals.
    pub fn current(&self) -> i32 {
        self.masters
            .last_key_value()
            .map_or(0, |(version, _)| *version)
    }

    /// A 256-bit key for one purpose under a version, by HKDF-SHA-256.
    ///
    /// # Errors
    /// There is no such version.
    pub fn derive(&self, version: i32, purpose: Purpose) -> Result<Zeroizing<[u8; 32]>, SealError> {
        let master = self
            .masters
            .get(&version)
            .ok_or(SealError::UnknownKey(version))?;
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, master.as_slice())
            .expand(purpose.label(), key.as_mut_slice())
            .map_err(|_| SealError::UnknownKey(version))?;
        Ok(key)
    }

    /// Keyed hash under the first version, which stays so that stored hashes stay findable.
    ///
    /// # Errors
    /// The first key is missing.
    pub fn keyed_hash(&self, purpose: Purpose, message: &[u8]) -> Result<[u8; 32], SealError> {
        let first = self.masters.keys().next().copied().unwrap_or_default();
        let key = self.derive(first, purpose)?;
        let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice())
            .map_err(|_| SealError::UnknownKey(first))?;
        mac.update(message);
        Ok(mac.finalize().into_bytes().into())
    }
}

fn version_of(path: &Path) -> Option<i32> {
    if path.extension()? != "key" {
        return None;
    }
    path.file_stem()?
        .to_str()?
        .parse()
        .ok()
        .filter(|version| *version > 0)
}

fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn the_first_key_is_made_once_and_readable_by_the_owner_alone() {
        let dir = tempfile::tempdir().unwrap();

        let made = Keyring::load(dir.path())
            .unwrap()
            .keyed_hash(Purpose::Ties, b"x")
            .unwrap();
        let read = Keyring::load(dir.path())
            .unwrap()
            .keyed_hash(Purpose::Ties, b"x")
            .unwrap();

        assert_eq!(made, read);
        let permissions = fs::metadata(dir.path().join("1.key"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(permissions & 0o777, 0o600);
    }

    #[test]
    fn a_short_key_file_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("1.key"), b"short").unwrap();

        assert!(matches!(
            Keyring::load(dir.path()),
            Err(SealError::DamagedKeyFile(_))
        ));
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
}
