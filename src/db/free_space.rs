//! Stops writing before the disk is full.

use std::path::{Path, PathBuf};

use rustix::fs::statvfs;

/// Watches the file system of one folder.
#[derive(Clone, Debug)]
pub(super) struct FreeSpace {
    dir: PathBuf,
    floor: u64,
}

impl FreeSpace {
    /// Nothing to watch when the floor is zero.
    pub(super) fn watch(file: &Path, floor: u64) -> Option<Self> {
        let dir = file.parent()?.to_owned();
        (floor > 0).then_some(Self { dir, floor })
    }

    /// Whether less than the floor is free. A file system that cannot be asked is not short.
    pub(super) fn is_short(&self) -> bool {
        statvfs(&self.dir)
            .is_ok_and(|found| found.f_bavail.saturating_mul(found.f_frsize) < self.floor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_floor_above_the_disk_is_short_and_none_is_not() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("kataster.db");

        assert!(FreeSpace::watch(&file, u64::MAX).unwrap().is_short());
        assert!(!FreeSpace::watch(&file, 1).unwrap().is_short());
        assert!(FreeSpace::watch(&file, 0).is_none());
    }
}
