//! `kataster audit …`: works beside a running server.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::installation::Installation;
use super::{CliError, failed};
use crate::audit::{self, AuditRecord, Checkpoint, Export, Outcome, Trust};
use crate::config::Settings;
use crate::db::{Db, StorageError};
use crate::sealing::{PublicKey, RecipientError, Recipients};

#[derive(Debug, Subcommand)]
pub(super) enum AuditCommand {
    /// Recompute the chain from the first entry on, and check it against signed checkpoints
    Verify(VerifyFlags),
    /// Print all entries with their hashes, a JSON object a line
    Export(ExportFlags),
    /// Sign the head of the chain and print the checkpoint, to be kept elsewhere
    Checkpoint {
        /// All there are, a JSON object a line
        #[arg(long)]
        all: bool,
    },
    /// Print the public key that signs checkpoints
    PublicKey,
}

#[derive(Debug, Args)]
pub(super) struct VerifyFlags {
    /// Trust this key and those it vouches for, not the keys of this installation
    #[arg(long, value_name = "HEX")]
    public_key: Vec<PublicKey>,
    /// A checkpoint that was kept elsewhere
    #[arg(long, value_name = "FILE")]
    checkpoint: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ExportFlags {
    /// Encrypt for this age public key
    #[arg(long, value_name = "age1…")]
    to: Vec<String>,
    /// Encrypt for the age public keys of this file, one a line
    #[arg(long, value_name = "FILE")]
    recipients_file: Option<PathBuf>,
}

/// A file of the command line cannot be used.
#[derive(Debug, thiserror::Error)]
enum FileError {
    #[error("{0} cannot be read")]
    Unreadable(PathBuf, #[source] io::Error),
    #[error("{0} holds no checkpoint")]
    NoCheckpoint(PathBuf),
}

/// Why a copy was not written.
#[derive(Debug, thiserror::Error)]
enum CopyError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Recipients(#[from] RecipientError),
    #[error("the copy cannot be written")]
    Io(#[from] io::Error),
}

pub(super) async fn run(settings: Settings, command: AuditCommand) -> Result<(), CliError> {
    let installation = Installation::open_beside(&settings).await?;
    match command {
        AuditCommand::Verify(flags) => verify(&installation, &flags).await?,
        AuditCommand::Export(flags) => export(&installation.db, &flags).await?,
        AuditCommand::Checkpoint { all } => checkpoint(&installation, all).await?,
        AuditCommand::PublicKey => print_key(&installation)?,
    }
    installation.db.close().await.map_err(failed)
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
async fn verify(installation: &Installation, flags: &VerifyFlags) -> Result<(), CliError> {
    let files = flags.checkpoint.iter();
    let read: Vec<_> = files
        .map(|file| checkpoints_of(file))
        .collect::<Result<_, _>>()
        .map_err(failed)?;
    let trust = Trust {
        keys: if flags.public_key.is_empty() {
            own_keys(installation)?
        } else {
            flags.public_key.clone()
        },
        checkpoints: read.into_iter().flatten().collect(),
    };
    let verified = audit::verify_with(&installation.db, &trust)
        .await
        .map_err(failed)?;
    println!("the chain of {} entries is intact", verified.entries);
    if verified.signed == 0 {
        println!("no checkpoint of a trusted key");
    } else {
        println!(
            "{} checkpoints fit it; signed up to entry {}",
            verified.checkpoints, verified.signed
        );
    }
    Ok(())
}

fn own_keys(installation: &Installation) -> Result<Vec<PublicKey>, CliError> {
    let ring = &installation.keyring;
    let versions = ring.versions().map_err(failed)?;
    let keys = versions.into_iter().map(|version| ring.public_key(version));
    keys.collect::<Result<_, _>>().map_err(failed)
}

/// Checkpoints as this command prints them, or as `GET /api/v1/audit/proof` answers.
fn checkpoints_of(file: &Path) -> Result<Vec<Checkpoint>, FileError> {
    let text = std::fs::read_to_string(file)
        .map_err(|source| FileError::Unreadable(file.to_owned(), source))?;
    let none = || FileError::NoCheckpoint(file.to_owned());
    let values = serde_json::Deserializer::from_str(&text).into_iter::<Value>();
    let read = values.map(|value| {
        let value = value.ok()?;
        let checkpoint = value.get("checkpoint").unwrap_or(&value).clone();
        serde_json::from_value(checkpoint).ok()
    });
    let read: Vec<Checkpoint> = read.collect::<Option<_>>().ok_or_else(none)?;
    if read.is_empty() {
        return Err(none());
    }
    Ok(read)
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
async fn checkpoint(installation: &Installation, all: bool) -> Result<(), CliError> {
    let Installation { db, keyring, .. } = installation;
    let last = audit::sign_head(db, keyring).await.map_err(failed)?;
    let checkpoints = if all {
        audit::checkpoints(db).await.map_err(failed)?
    } else {
        last.into_iter().collect()
    };
    for checkpoint in checkpoints {
        println!("{}", json!(checkpoint));
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
fn print_key(installation: &Installation) -> Result<(), CliError> {
    let ring = &installation.keyring;
    let key = ring.current().and_then(|version| ring.public_key(version));
    println!("{}", key.map_err(failed)?);
    Ok(())
}

async fn export(db: &Db, flags: &ExportFlags) -> Result<(), CliError> {
    let recipients = recipients(flags)?;
    let count = recipients.as_ref().map_or(0, Recipients::count);
    let mut export = Export::begin_as_operator(db, count).await.map_err(failed)?;
    let out = BufWriter::new(io::stdout().lock());
    let copied = match &recipients {
        None => copy(&mut export, out).await.map(|_| ()),
        Some(recipients) => copy_encrypted(&mut export, recipients, out).await,
    };
    let outcome = if copied.is_ok() {
        Outcome::Done
    } else {
        Outcome::Failed
    };
    export.end(outcome).await.map_err(failed)?;
    copied.map_err(failed)
}

/// Those of both flags; none when neither is given.
fn recipients(flags: &ExportFlags) -> Result<Option<Recipients>, CliError> {
    let ExportFlags {
        to,
        recipients_file,
    } = flags;
    if to.is_empty() && recipients_file.is_none() {
        return Ok(None);
    }
    let mut text = to.join("\n");
    if let Some(file) = recipients_file {
        let read = std::fs::read_to_string(file);
        let read = read.map_err(|source| failed(FileError::Unreadable(file.clone(), source)))?;
        text = format!("{text}\n{read}");
    }
    Recipients::parse(text.lines()).map(Some).map_err(failed)
}

async fn copy_encrypted(
    export: &mut Export,
    recipients: &Recipients,
    out: impl Write,
) -> Result<(), CopyError> {
    let file = copy(export, recipients.encrypt(out)?).await?;
    Ok(file.finish()?)
}

/// Writes all entries, and gives back where they were written.
async fn copy<W: Write>(export: &mut Export, mut out: W) -> Result<W, CopyError> {
    while let Some(records) = export.next_piece().await? {
        for record in &records {
            writeln!(out, "{}", line(record))?;
        }
    }
    out.flush()?;
    Ok(out)
}

fn line(record: &AuditRecord) -> Value {
    let AuditRecord {
        seq,
        at,
        actor,
        action,
        subject,
        details,
        previous_hash,
        hash,
    } = record;
    json!({
        "seq": seq, "at": at, "actor": actor, "action": action, "subject": subject,
        "details": details, "previous_hash": previous_hash, "hash": hash,
    })
}
