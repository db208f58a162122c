//! `kataster regions import`: the official quarterly file of places, beside a running server.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde::Deserialize;

mod answer;

use answer::{Answer, say};

use super::installation::Installation;
use super::{CliError, failed};
use crate::config::Settings;
use crate::db::{Actor, Db};
use crate::reference::{
    Ags, Choices, Order, Outcome, PlacesError, SuccessorProblem, apply_official, rehearse_official,
};

/// Longest file read: the official one has four megabytes.
const LONGEST: u64 = 64 * 1024 * 1024;

#[derive(Debug, Subcommand)]
pub(super) enum RegionsCommand {
    /// Take over the official file (GV100AD, from the ZIP archive), all or nothing
    Import(ImportFlags),
}

#[derive(Debug, Args)]
pub(super) struct ImportFlags {
    /// The file, such as `GV100AD_30092026.txt`
    file: PathBuf,
    /// Say what would change, with a table of successors to complete, and change nothing; with --successors also what
    /// of the table does not fit
    #[arg(long)]
    dry_run: bool,
    /// CSV with the columns ags;successor: what took over the places that are gone
    #[arg(long, value_name = "FILE")]
    successors: Option<PathBuf>,
    /// Take over an earlier territorial state, or a file that seems cut off
    #[arg(long)]
    force: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// Why nothing was taken over.
#[derive(Debug, thiserror::Error)]
enum RegionsError {
    #[error("{0} cannot be read")]
    Read(PathBuf, #[source] std::io::Error),
    #[error("{0} is longer than any official file")]
    TooLong(PathBuf),
    #[error("{0}:{1}: {2}")]
    Line(String, u64, String),
    #[error("{0}: {1}")]
    File(String, String),
    #[error(
        "{0} places that are gone have no successor that fits ({1}); nothing was changed: see --dry-run and --successors"
    )]
    Unsettled(usize, String),
}

/// A line of the table of successors; other columns are for people.
#[derive(Debug, Deserialize)]
struct SuccessorRow {
    ags: Ags,
    #[serde(default)]
    successor: Option<Ags>,
}

pub(super) async fn run(settings: Settings, command: RegionsCommand) -> Result<(), CliError> {
    let RegionsCommand::Import(flags) = command;
    let bytes = read(&flags.file)?;
    let choices = flags.successors.as_deref().map(read_choices).transpose()?;
    let installation = Installation::open_beside(&settings).await?;
    let done = import(&installation.db, &flags, (bytes, choices)).await;
    installation.db.close().await.map_err(failed)?;
    done
}

async fn import(
    db: &Db,
    flags: &ImportFlags,
    (bytes, choices): (Vec<u8>, Option<Choices>),
) -> Result<(), CliError> {
    let has_table = choices.is_some();
    let order = Order {
        bytes,
        choices: choices.unwrap_or_default(),
        is_forced: flags.force,
    };
    let answer = if flags.dry_run {
        let rehearsed = rehearse_official(db, order).await;
        let (plan, unsettled) = rehearsed.map_err(|error| told(&flags.file, error))?;
        Answer {
            outcome: "checked",
            plan: Some(plan),
            // Without a table the one that is printed says what is missing.
            unsettled: has_table.then_some(unsettled),
        }
    } else {
        let (outcome, plan) = match apply_official(db, Actor::Operator, order).await {
            Ok(Outcome::Applied(applied)) => ("imported", Some(applied.plan)),
            Ok(Outcome::Nothing) => ("nothing to do", None),
            Err(error) => return Err(told(&flags.file, error)),
        };
        Answer {
            outcome,
            plan,
            unsettled: None,
        }
    };
    say(flags.json, &answer);
    Ok(())
}

fn told(file: &Path, error: PlacesError) -> CliError {
    let name = file.display().to_string();
    match error {
        PlacesError::File(error) => {
            let line = u64::try_from(error.line).unwrap_or(0);
            failed(RegionsError::Line(name, line, error.problem.to_string()))
        }
        PlacesError::Shortfall(_) | PlacesError::Older { .. } => {
            let hint = "give --force if it is right";
            failed(RegionsError::File(name, format!("{error}; {hint}")))
        }
        PlacesError::Unsettled(unsettled) => {
            let keys: Vec<String> = unsettled
                .iter()
                .take(5)
                .map(|place| match place.problem {
                    SuccessorProblem::Missing => place.ags.to_string(),
                    problem => format!("{}: {problem}", place.ags),
                })
                .collect();
            let more = if unsettled.len() > 5 { ", …" } else { "" };
            let keys = format!("{}{more}", keys.join(", "));
            failed(RegionsError::Unsettled(unsettled.len(), keys))
        }
        error @ (PlacesError::Unfit(_)
        | PlacesError::NotFound
        | PlacesError::Stopped
        | PlacesError::Storage(_)) => failed(error),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    use std::io::Read;
    let at = |source| failed(RegionsError::Read(path.to_owned(), source));
    let file = std::fs::File::open(path).map_err(at)?;
    let mut bytes = Vec::new();
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(at)?;
    if bytes.len() as u64 > LONGEST {
        return Err(failed(RegionsError::TooLong(path.to_owned())));
    }
    Ok(bytes)
}

/// The table of successors; a line without one is one that is still to be said.
fn read_choices(path: &Path) -> Result<Choices, CliError> {
    let bytes = read(path)?;
    let rows = csv::ReaderBuilder::new()
        .delimiter(b';')
        .comment(Some(b'#'))
        .flexible(true)
        .from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes))
        .into_deserialize::<SuccessorRow>();
    let mut choices = Choices::new();
    for row in rows {
        let row = row.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            let said = match error.kind() {
                csv::ErrorKind::Deserialize { err, .. } => err.kind().to_string(),
                _ => error.to_string(),
            };
            let name = path.display().to_string();
            failed(RegionsError::Line(name, line, said))
        })?;
        choices.extend(row.successor.map(|successor| (row.ags, successor)));
    }
    Ok(choices)
}
