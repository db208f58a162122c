//! `kataster admin import`

use std::path::PathBuf;

use clap::Args;

use crate::cli::installation::Installation;
use crate::cli::{CliError, failed};
use crate::exchange::{self, Imported, LineError};

#[derive(Debug, Args)]
pub(in crate::cli) struct ImportFlags {
    /// JSON lines, each {"organisation": …} or {"expert": …} as the API takes them
    file: PathBuf,
}

/// Why a file was not imported; nothing of it was.
#[derive(Debug, thiserror::Error)]
enum ImportError {
    #[error("{0} cannot be read")]
    File(PathBuf, #[source] std::io::Error),
    #[error("{0}:{1}: {2}")]
    Line(String, usize, String),
}

#[expect(clippy::print_stdout, reason = "the command's answer: an id a line")]
pub(super) async fn run(installation: &Installation, flags: &ImportFlags) -> Result<(), CliError> {
    let at = |source| failed(ImportError::File(flags.file.clone(), source));
    let text = std::fs::read_to_string(&flags.file).map_err(at)?;
    let kit = (&*installation.reference, &*installation.keyring);
    let imported = exchange::import_lines(&installation.db, kit, &text)
        .await
        .map_err(|error| match error {
            LineError::Line { line, reason } => failed(ImportError::Line(
                flags.file.display().to_string(),
                line,
                reason.to_string(),
            )),
            LineError::Storage(error) => failed(error),
        })?;
    for object in imported {
        match object {
            Imported::Organisation(id) => println!("{id}"),
            Imported::Expert(id) => println!("{id}"),
        }
    }
    Ok(())
}
