//! The folder of an index: the files in use, and what was set aside.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tantivy::directory::{Directory, INDEX_WRITER_LOCK, MmapDirectory};

use super::IndexError;
use super::header::Header;

const IN_USE: &str = "segments";
const ASIDE: &str = "aside-";

/// Damaged or outdated indexes kept for whoever wants to know why.
const KEPT_ASIDE: usize = 2;

/// Where the files in use lie.
pub(super) fn in_use(folder: &Path) -> PathBuf {
    folder.join(IN_USE)
}

/// Moves the files in use aside and makes an empty place for new ones.
///
/// The writer lock is held meanwhile, so that files are never taken from under a running writer.
pub(super) fn set_aside(folder: &Path) -> Result<(), IndexError> {
    let in_use = in_use(folder);
    if in_use.try_exists()? {
        let directory = MmapDirectory::open(&in_use)?;
        let lock = directory.acquire_lock(&INDEX_WRITER_LOCK);
        let _lock = lock.map_err(|error| tantivy::TantivyError::LockFailure(error, None))?;
        Header::remove(folder).map_err(IndexError::Io)?;
        let number = aside(folder)?.last().map_or(1, |last| last.0 + 1);
        fs::rename(&in_use, folder.join(format!("{ASIDE}{number}"))).map_err(IndexError::Io)?;
    }
    let leftovers = aside(folder)?;
    for (_, path) in leftovers.iter().rev().skip(KEPT_ASIDE) {
        fs::remove_dir_all(path).map_err(IndexError::Io)?;
    }
    fs::create_dir_all(&in_use).map_err(IndexError::Io)
}

/// Removes all that was set aside.
pub(super) fn forget_aside(folder: &Path) -> Result<(), IndexError> {
    for (_, path) in aside(folder)? {
        fs::remove_dir_all(path).map_err(IndexError::Io)?;
    }
    Ok(())
}

/// What was set aside, oldest first.
fn aside(folder: &Path) -> Result<Vec<(u64, PathBuf)>, IndexError> {
    let entries: io::Result<Vec<_>> = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| entry.map(|e| e.path())).collect());
    let mut found: Vec<_> = entries
        .map_err(IndexError::Io)?
        .into_iter()
        .filter_map(|path| {
            let number = path.file_name()?.to_str()?.strip_prefix(ASIDE)?;
            Some((number.parse().ok()?, path.clone()))
        })
        .collect();
    found.sort_unstable();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_newest_leftovers_stay() {
        let folder = tempfile::tempdir().unwrap();
        for _ in 0..5 {
            set_aside(folder.path()).unwrap();
            fs::write(in_use(folder.path()).join("file"), "x").unwrap();
        }

        let numbers: Vec<_> = aside(folder.path())
            .unwrap()
            .into_iter()
            .map(|a| a.0)
            .collect();

        assert_eq!(numbers, [3, 4]);
        assert!(fs::read_dir(in_use(folder.path())).unwrap().count() >= 1);
    }
}
