//! Messages as files, where nothing is set up that sends them: the demo shows what would have been sent.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use uuid::Uuid;

use super::{Destination, Failure, ShortMessage};
use crate::clock::{Clock, Instant};

/// A folder of messages, readable by the owner alone. Cheap to clone.
#[derive(Clone, Debug)]
pub struct DropFolder {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
}

/// A message as it lies there.
#[derive(Serialize)]
struct Dropped<'a> {
    channel: &'static str,
    to: &'a str,
    subject: &'a str,
    text: &'a str,
    link: Option<&'a str>,
    reference: Uuid,
}

impl DropFolder {
    /// `drop` in the data folder; made when there is something to put in.
    pub fn inside(data: &Path, clock: Arc<dyn Clock>) -> Self {
        Self {
            folder: data.join("drop"),
            clock,
        }
    }

    /// Puts a message down, whole or not at all.
    pub(super) async fn put(
        &self,
        reference: Uuid,
        to: &Destination,
        message: &ShortMessage,
    ) -> Result<(), Failure> {
        let ShortMessage {
            subject,
            text,
            link,
            spoken: _,
        } = message;
        let dropped = Dropped {
            channel: to.channel().into(),
            to: to.address(),
            subject,
            text,
            link: link.as_deref(),
            reference,
        };
        let text = serde_json::to_string_pretty(&dropped).map_err(|_| Failure::Refused)?;
        let name = format!("{}-{reference}.json", compact(self.clock.now()));
        let folder = self.folder.clone();
        let written = tokio::task::spawn_blocking(move || write(&folder, &name, &text)).await;
        match written {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(Failure::Later),
        }
    }

    /// Deletes messages put down before an instant.
    pub(super) async fn forget_before(&self, at: Instant) -> io::Result<()> {
        let (folder, before) = (self.folder.clone(), compact(at));
        let forgotten = tokio::task::spawn_blocking(move || forget(&folder, &before)).await;
        forgotten.unwrap_or_else(|error| Err(io::Error::other(error)))
    }
}

/// An instant as it begins a name, in the order of time.
fn compact(at: Instant) -> String {
    at.to_string().replace(['-', ':'], "")
}

fn write(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let unfinished = folder.join(format!(".{name}"));
    let mut file = File::options()
        .create(true)
        .truncate(true)
        .write(true)
        .mode(0o600)
        .open(&unfinished)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(unfinished, folder.join(name))
}

fn forget(folder: &Path, before: &str) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.trim_start_matches('.') < before {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
