//! `kataster import` and `kataster export`: the entries of an organisation as a table, beside a running server.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use super::installation::Installation;
use super::progress::Progress as Bar;
use super::{CliError, failed};
use crate::config::Settings;
use crate::exchange::{
    self, Choice, Counts, Desk, Ended, ImportError, LONGEST_FILE, Progress, Report,
};
use crate::ids::OrganisationId;

/// How often a long import says how far it is.
const EVERY: Duration = Duration::from_millis(500);

#[derive(Debug, Args)]
pub(super) struct ImportFlags {
    /// CSV or XLSX with the columns of docs/import.md
    file: PathBuf,
    /// Whose entries they are
    #[arg(long, value_name = "ORG_ID")]
    organisation: OrganisationId,
    /// Check the file and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Leave rows with errors out; else nothing is imported when there are any
    #[arg(long)]
    skip_errors: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExportFlags {
    /// Whose entries
    #[arg(long, value_name = "ORG_ID")]
    organisation: OrganisationId,
    /// Write to this file, readable by its owner alone, instead of printing
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Why nothing was imported or exported.
#[derive(Debug, thiserror::Error)]
enum FileError {
    #[error("{0} cannot be read")]
    Read(PathBuf, #[source] std::io::Error),
    #[error("{0} cannot be written")]
    Write(PathBuf, #[source] std::io::Error),
    #[error("{rejected} of {rows} rows have errors; nothing was imported")]
    Rejected { rejected: usize, rows: usize },
}

/// `kataster import`
pub(super) async fn import(settings: Settings, flags: ImportFlags) -> Result<(), CliError> {
    let file = read(&flags.file)?;
    let installation = Installation::open_beside(&settings).await?;
    let desk = desk(&installation);
    let progress = Progress::default();
    let name = flags.file.display().to_string();
    let bar = Bar::new("checking");
    let work = run(&desk, &flags, (file, &progress));
    tokio::pin!(work);
    let done = loop {
        tokio::select! {
            done = &mut work => break done,
            () = tokio::time::sleep(EVERY) => bar.show(progress.done(), progress.of()),
        }
    };
    bar.finish();
    let (is_done, counts, report) = done.map_err(failed)?;
    tell(&name, &flags, counts, &report);
    installation.db.close().await.map_err(failed)?;
    if is_done {
        return Ok(());
    }
    let Counts { rejected, rows, .. } = counts;
    Err(failed(FileError::Rejected { rejected, rows }))
}

/// Whether everything asked for was done, and what was found.
async fn run(
    desk: &Desk,
    flags: &ImportFlags,
    (file, progress): (Vec<u8>, &Progress),
) -> Result<(bool, Counts, Report), ImportError> {
    let choice = if flags.skip_errors {
        Choice::WithoutErrors
    } else {
        Choice::All
    };
    if flags.dry_run {
        let (counts, report) = desk.dry_run(flags.organisation, (file, progress)).await?;
        let is_good = counts.rejected == 0 || choice == Choice::WithoutErrors;
        return Ok((is_good, counts, report));
    }
    let ended = desk
        .bring_in(flags.organisation, (file, choice), progress)
        .await?;
    let (is_done, import, report) = match ended {
        Ended::Applied(import, report) => (true, import, report),
        Ended::Refused(import, report) => (false, import, report),
    };
    let counts = Counts {
        rows: import.rows,
        new: import.new,
        changed: import.changed,
        rejected: import.rejected,
    };
    Ok((is_done, counts, report))
}

/// What is wrong, a line each as compilers write it, and how many rows did what.
#[expect(clippy::print_stdout, reason = "the command's answer")]
fn tell(name: &str, flags: &ImportFlags, counts: Counts, report: &Report) {
    for error in &report.errors {
        let meant = match error.suggestions.first() {
            Some(meant) => format!(" (did you mean {meant}?)"),
            None => String::new(),
        };
        println!("{name}:{}: {}: {error}{meant}", error.row, error.column);
    }
    let Counts {
        rows,
        new,
        changed,
        rejected,
    } = counts;
    let same = rows.saturating_sub(new + changed + rejected);
    let how = if flags.dry_run { "checked" } else { "done" };
    println!(
        "{how}: {rows} rows, {new} new, {changed} changed, {same} as they were, {rejected} with errors"
    );
}

/// `kataster export`
#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) async fn export(settings: Settings, flags: ExportFlags) -> Result<(), CliError> {
    let installation = Installation::open_beside(&settings).await?;
    desk(&installation)
        .known(flags.organisation)
        .await
        .map_err(failed)?;
    let kit = (&*installation.reference, &*installation.keyring);
    let text = exchange::export_for_operator(&installation.db, kit, flags.organisation)
        .await
        .map_err(failed)?;
    match &flags.out {
        None => print!("{text}"),
        Some(file) => {
            let at = |source| failed(FileError::Write(file.clone(), source));
            write(file, &text).map_err(at)?;
        }
    }
    installation.db.close().await.map_err(failed)
}

fn desk(installation: &Installation) -> Desk {
    Desk {
        db: installation.db.clone(),
        reference: installation.reference.clone(),
        ring: installation.keyring.clone(),
    }
}

/// The file, or as much of it as shows that it is too long.
fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    use std::io::Read;
    let at = |source| failed(FileError::Read(path.to_owned(), source));
    let file = std::fs::File::open(path).map_err(at)?;
    let mut bytes = Vec::new();
    file.take(LONGEST_FILE as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(at)?;
    Ok(bytes)
}

/// Names and contacts stand in it: it is the owner's alone.
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::File::options()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.as_bytes())
}
