//! The file that outlives the database: whom to erase again.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use uuid::Uuid;

use crate::clock::Instant;
use crate::ids::{AccountId, ExpertId, MalformedId};

/// Name of the file in the data folder.
const NAME: &str = "erased";

/// The file cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[error("the list of erased persons {path} cannot be used")]
pub struct TombstoneError {
    path: PathBuf,
    #[source]
    source: io::Error,
}

/// Somebody who was erased, by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tombstone {
    /// An account.
    Account(AccountId),
    /// An entry of the register.
    Entry(ExpertId),
}

impl Tombstone {
    /// The id without its kind.
    pub(in crate::privacy) const fn uuid(self) -> Uuid {
        match self {
            Self::Account(id) => id.0,
            Self::Entry(id) => id.0,
        }
    }

    /// The kind as it is stored.
    pub(in crate::privacy) const fn kind(self) -> &'static str {
        match self {
            Self::Account(_) => "account",
            Self::Entry(_) => "expert",
        }
    }

    /// From id and kind as they are stored.
    pub(in crate::privacy) fn from_parts(kind: &str, id: Uuid) -> Option<Self> {
        match kind {
            "account" => Some(Self::Account(AccountId(id))),
            "expert" => Some(Self::Entry(ExpertId(id))),
            _ => None,
        }
    }
}

impl fmt::Display for Tombstone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Account(id) => id.fmt(f),
            Self::Entry(id) => id.fmt(f),
        }
    }
}

impl FromStr for Tombstone {
    type Err = MalformedId;

    fn from_str(text: &str) -> Result<Self, MalformedId> {
        let account = text.parse().map(Self::Account);
        account.or_else(|_| text.parse().map(Self::Entry))
    }
}

/// The list of erased persons beside the database. It only grows, and is no part of a backup of the database.
#[derive(Clone, Debug)]
pub struct Tombstones {
    file: PathBuf,
}

impl Tombstones {
    /// The list of a data folder.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            file: folder.join(NAME),
        }
    }

    /// All of them. A line that broke off is left out: its person is still in the database's own list.
    ///
    /// # Errors
    /// There is a file, but it cannot be read.
    pub fn read(&self) -> Result<Vec<Tombstone>, TombstoneError> {
        let text = match fs::read_to_string(&self.file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(self.failed(source)),
        };
        let first_words = text.lines().filter_map(|line| line.split(' ').next());
        Ok(first_words.filter_map(|word| word.parse().ok()).collect())
    }

    /// Adds lines; they are on the disk when this returns.
    ///
    /// # Errors
    /// They could not be written.
    pub fn append(&self, tombstones: &[Tombstone], at: Instant) -> Result<(), TombstoneError> {
        self.write(tombstones, at)
            .map_err(|source| self.failed(source))
    }

    fn write(&self, tombstones: &[Tombstone], at: Instant) -> io::Result<()> {
        let mut file = File::options()
            .create(true)
            .read(true)
            .append(true)
            .mode(0o600)
            .open(&self.file)?;
        let mut lines = String::new();
        if !ends_with_a_line(&mut file)? {
            lines.push('\n');
        }
        for tombstone in tombstones {
            lines.push_str(&tombstone.to_string());
            lines.push(' ');
            lines.push_str(&at.to_string());
            lines.push('\n');
        }
        // One write, so that two processes do not mix their lines.
        file.write_all(lines.as_bytes())?;
        file.sync_all()?;
        match self.file.parent() {
            Some(folder) => File::open(folder)?.sync_all(),
            None => Ok(()),
        }
    }

    fn failed(&self, source: io::Error) -> TombstoneError {
        TombstoneError {
            path: self.file.clone(),
            source,
        }
    }
}

/// Whether what comes next begins a line: a power cut may have left half of one.
fn ends_with_a_line(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_appended_is_read_and_half_a_line_harms_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let list = Tombstones::in_folder(folder.path());
        let [first, second] = [(); 2].map(|()| Tombstone::Entry(ExpertId::random()));
        assert_eq!(list.read().unwrap(), []);

        list.append(&[first], Instant::from_micros(0)).unwrap();
        let mut file = File::options().append(true).open(&list.file).unwrap();
        file.write_all(b"exp_0197").unwrap();
        list.append(&[second], Instant::from_micros(0)).unwrap();

        assert_eq!(list.read().unwrap(), [first, second]);
    }
}
