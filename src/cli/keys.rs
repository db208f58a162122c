//! `kataster keys …`: works beside a running server, which notices a new key by itself.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args, Subcommand};

use super::installation::Installation;
use super::progress::Progress;
use super::{CliError, failed};
use crate::config::Settings;
use crate::keys::{self, Overview, RotationState, VersionUse};

#[derive(Debug, Subcommand)]
pub(super) enum KeysCommand {
    /// Show which keys there are and what needs them
    Show,
    /// Do the rotation that two admins agreed on, or go on with one that was cut off
    Rotate,
    /// Take an old key away that nothing needs any more
    Retire(RetireFlags),
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("where").required(true))]
pub(super) struct RetireFlags {
    /// Which key
    version: i32,
    /// Keep it in this folder: old backups do not open without it
    #[arg(long, value_name = "DIR", group = "where")]
    move_to: Option<PathBuf>,
    /// Destroy it: old backups never open again
    #[arg(long, group = "where")]
    destroy: bool,
}

/// Another process is at the keys.
#[derive(Debug, thiserror::Error)]
#[error("another kataster process is changing the keys in {0}")]
struct Busy(PathBuf, #[source] std::io::Error);

pub(super) async fn run(settings: Settings, command: KeysCommand) -> Result<(), CliError> {
    let installation = Installation::open_beside(&settings).await?;
    match command {
        KeysCommand::Show => show(&installation).await?,
        KeysCommand::Rotate => {
            let _lock = lock(&settings.data)?;
            rotate(&installation).await?;
        }
        KeysCommand::Retire(flags) => {
            let _lock = lock(&settings.data)?;
            retire(&installation, &flags).await?;
        }
    }
    installation.db.close().await.map_err(failed)
}

/// One at a time; the lock ends with the process, however it ends.
fn lock(data: &Path) -> Result<File, CliError> {
    let busy = |source| failed(Busy(data.to_owned(), source));
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(data.join("keys.lock"))
        .map_err(busy)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(error) => Err(busy(error.into())),
    }
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
async fn show(installation: &Installation) -> Result<(), CliError> {
    let Installation { db, keyring, .. } = installation;
    let overview = keys::overview(db, keyring).await.map_err(failed)?;
    let state = overview
        .rotation
        .map(|rotation| (rotation.version, rotation.state(db.clock().now())));
    let Overview {
        fingerprint,
        has_own_hashing_key,
        versions,
        rotation: _,
    } = overview;
    println!("fingerprint {fingerprint}");
    if has_own_hashing_key {
        println!("hashing.key makes the keyed hashes; it is never rotated");
    } else {
        println!("the first key also makes the keyed hashes; it cannot be retired");
    }
    for version in versions {
        println!("{}", line(&version));
    }
    match state {
        Some((version, RotationState::Announced)) => {
            println!("a rotation to key {version} waits for a second admin");
        }
        Some((version, RotationState::Confirmed)) => {
            println!("a rotation to key {version} may be done");
        }
        Some((version, RotationState::Begun)) => {
            println!("the rotation to key {version} is not finished: run keys rotate");
        }
        Some((_, RotationState::Finished | RotationState::Expired)) | None => {}
    }
    Ok(())
}

fn line(version: &VersionUse) -> String {
    let VersionUse {
        version,
        data_keys,
        public_key,
        is_unused,
    } = version;
    let key = public_key.map_or_else(|| "missing".to_owned(), |key| format!("signs as {key}"));
    let hint = if *is_unused { ", can be retired" } else { "" };
    format!("key {version}: {data_keys} data keys, {key}{hint}")
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
async fn rotate(installation: &Installation) -> Result<(), CliError> {
    let progress = Progress::new("rewrapping");
    let show = |done: u64, of: u64| {
        let count = |number| usize::try_from(number).unwrap_or(usize::MAX);
        progress.show(count(done), count(of));
    };
    let Installation { db, keyring, .. } = installation;
    let rotated = keys::rotate(db, keyring, &show).await;
    progress.finish();
    let rotated = rotated.map_err(failed)?;
    println!(
        "key {} seals; {} data keys rewrapped",
        rotated.version, rotated.rewrapped
    );
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
async fn retire(installation: &Installation, flags: &RetireFlags) -> Result<(), CliError> {
    let RetireFlags {
        version,
        move_to,
        destroy: _,
    } = flags;
    let Installation { db, keyring, .. } = installation;
    keys::retire(db, keyring, *version, move_to.as_deref())
        .await
        .map_err(failed)?;
    println!("key {version} is retired");
    Ok(())
}
