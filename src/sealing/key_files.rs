//! The files of a key folder: `<version>.key` and `hashing.key`, 32 bytes each, readable by the owner alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::SealError;

/// A key from which others are derived.
pub(super) type Master = Zeroizing<[u8; 32]>;

/// What a folder holds.
pub(super) struct KeyFiles {
    pub(super) masters: BTreeMap<i32, Master>,
    /// Makes the keyed hashes.
    pub(super) hashing: Option<Master>,
}

/// The file of a version.
pub(super) fn version(dir: &Path, version: i32) -> PathBuf {
    dir.join(format!("{version}.key"))
}

/// The file of the key of all keyed hashes.
pub(super) fn hashing(dir: &Path) -> PathBuf {
    dir.join("hashing.key")
}

/// Reads all keys; the folder is made when it is not there.
pub(super) fn read(dir: &Path) -> Result<KeyFiles, SealError> {
    fs::create_dir_all(dir).map_err(at(dir))?;
    let masters = versions(dir)?.into_iter();
    let masters = masters.map(|number| Ok((number, key(&version(dir, number))?)));
    let own = hashing(dir);
    let hashing = own.exists().then(|| key(&own)).transpose()?;
    Ok(KeyFiles {
        masters: masters.collect::<Result<_, SealError>>()?,
        hashing,
    })
}

/// The versions there are, without their keys.
pub(super) fn versions(dir: &Path) -> Result<BTreeSet<i32>, SealError> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(dir).map_err(at(dir))? {
        let path = entry.map_err(at(dir))?.path();
        found.extend(version_of(&path));
    }
    Ok(found)
}

/// Makes a new random key; a key that is there already is never overwritten. After a crash the file is
/// there whole or not at all.
pub(super) fn make(path: &Path) -> Result<Master, SealError> {
    let key = Zeroizing::new(rand::random::<[u8; 32]>());
    write_new(path, key.as_slice()).map_err(at(path))?;
    Ok(key)
}

/// Copies a key to another folder and removes it here.
pub(super) fn move_to(path: &Path, folder: &Path) -> Result<(), SealError> {
    let bytes = key(path)?;
    let name = path.file_name().unwrap_or_default();
    let copy = folder.join(name);
    fs::create_dir_all(folder).map_err(at(folder))?;
    write_new(&copy, bytes.as_slice()).map_err(at(&copy))?;
    if key(&copy)? != bytes {
        return Err(SealError::DamagedKeyFile(copy.display().to_string()));
    }
    destroy(path)
}

/// Removes a key.
pub(super) fn destroy(path: &Path) -> Result<(), SealError> {
    fs::remove_file(path).map_err(at(path))?;
    sync_folder_of(path).map_err(at(path))
}

fn key(path: &Path) -> Result<Master, SealError> {
    let bytes = Zeroizing::new(fs::read(path).map_err(at(path))?);
    let key = bytes.as_slice().try_into();
    let key = key.map_err(|_| SealError::DamagedKeyFile(path.display().to_string()))?;
    Ok(Zeroizing::new(key))
}

fn version_of(path: &Path) -> Option<i32> {
    if path.extension()? != "key" {
        return None;
    }
    let number = path.file_stem()?.to_str()?.parse().ok();
    number.filter(|version| *version > 0)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.exists() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let unfinished = path.with_extension("unfinished");
    let mut file = File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    sync_folder_of(path)
}

fn sync_folder_of(path: &Path) -> io::Result<()> {
    path.parent()
        .map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> SealError + use<> {
    let path = path.display().to_string();
    move |source| SealError::KeyFile { path, source }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_key_is_readable_by_the_owner_alone_and_never_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let path = version(dir.path(), 1);
        let made = make(&path).unwrap();

        assert!(make(&path).is_err());

        assert_eq!(key(&path).unwrap(), made);
        let permissions = fs::metadata(&path).unwrap().permissions();
        assert_eq!(permissions.mode() & 0o777, 0o600);
    }

    #[test]
    fn a_short_key_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(version(dir.path(), 1), b"short").unwrap();

        assert!(matches!(
            read(dir.path()),
            Err(SealError::DamagedKeyFile(_))
        ));
    }

    #[test]
    fn an_unfinished_file_is_no_key() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("2.unfinished"), b"short").unwrap();
        fs::write(dir.path().join("0.key"), b"short").unwrap();
        fs::write(dir.path().join("notes.key"), b"short").unwrap();

        assert!(read(dir.path()).unwrap().masters.is_empty());
    }

    #[test]
    fn a_moved_key_is_the_same_key() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let path = version(here.path(), 1);
        let made = make(&path).unwrap();

        move_to(&path, there.path()).unwrap();

        assert!(!path.exists());
        assert_eq!(read(there.path()).unwrap().masters[&1], made);
    }
}
