//! `kataster regions import`: the official quarterly file of places, beside a running server.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde::Deserialize;
use serde_json::json;

use super::installation::Installation;
use super::{CliError, failed};
use crate::config::Settings;
use crate::db::{Actor, Db};
use crate::reference::{
    Ags, Choices, Gone, Order, Outcome, PlacesError, Plan, SuccessorProblem, apply_official,
    preview_official,
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
    /// Say what would change, with a table of successors to complete, and change nothing
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
    let choices = choices.unwrap_or_default();
    let done = import(&installation.db, &flags, (bytes, choices)).await;
    installation.db.close().await.map_err(failed)?;
    done
}

async fn import(
    db: &Db,
    flags: &ImportFlags,
    (bytes, choices): (Vec<u8>, Choices),
) -> Result<(), CliError> {
    let (outcome, plan) = if flags.dry_run {
        let previewed = preview_official(db, (bytes, flags.force)).await;
        let (_, plan) = previewed.map_err(|error| told(&flags.file, error))?;
        ("checked", Some(plan))
    } else {
        let order = Order {
            bytes,
            choices,
            is_forced: flags.force,
        };
        match apply_official(db, Actor::Operator, order).await {
            Ok(Outcome::Applied(applied)) => ("imported", Some(applied.plan)),
            Ok(Outcome::Nothing) => ("nothing to do", None),
            Err(error) => return Err(told(&flags.file, error)),
        }
    };
    say(flags.json, outcome, plan.as_ref());
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

/// Lines for people begin with `#`, so that what a dry run prints is the table to complete.
#[expect(clippy::print_stdout, reason = "the command's answer")]
fn say(is_json: bool, outcome: &str, plan: Option<&Plan>) {
    if is_json {
        println!("{}", as_json(outcome, plan));
        return;
    }
    let Some(plan) = plan else {
        println!("# {outcome}");
        return;
    };
    for new in &plan.new {
        println!("# new: {} {}", new.ags, new.name);
    }
    for renamed in &plan.renamed {
        println!(
            "# renamed: {} {} -> {}",
            renamed.ags, renamed.from, renamed.to
        );
    }
    if !plan.gone.is_empty() {
        println!("ags;successor;name;successor_name;presumed_by");
    }
    for Gone {
        ags,
        name,
        proposal,
        ..
    } in &plan.gone
    {
        match proposal {
            Some(found) => println!(
                "{ags};{};{name};{};{}",
                found.ags,
                found.name,
                <&str>::from(found.reason)
            ),
            None => println!("{ags};;{name};;"),
        }
    }
    println!(
        "# {outcome}: {} -> {}, {} new, {} renamed, {} gone (of them {} under another key), {} with another number of inhabitants",
        plan.installed,
        plan.state,
        plan.new.len(),
        plan.renamed.len(),
        plan.gone.len(),
        plan.moved(),
        plan.repopulated,
    );
}

fn as_json(outcome: &str, plan: Option<&Plan>) -> serde_json::Value {
    let Some(plan) = plan else {
        return json!({ "outcome": outcome });
    };
    let new = plan
        .new
        .iter()
        .map(|new| json!({ "ags": new.ags, "name": new.name }));
    let renamed = plan
        .renamed
        .iter()
        .map(|renamed| json!({ "ags": renamed.ags, "from": renamed.from, "to": renamed.to }));
    let gone = plan.gone.iter().map(|gone| {
        let proposal = gone.proposal.as_ref();
        json!({
            "ags": gone.ags,
            "name": gone.name,
            "level": gone.level,
            "proposed": proposal.map(|proposal| proposal.ags),
            "presumed_by": proposal.map(|proposal| <&str>::from(proposal.reason)),
        })
    });
    json!({
        "outcome": outcome,
        "before": plan.installed,
        "territorial_state": plan.state,
        "new": new.collect::<Vec<_>>(),
        "renamed": renamed.collect::<Vec<_>>(),
        "gone": gone.collect::<Vec<_>>(),
        "moved": plan.moved(),
        "regrouped": plan.regrouped,
        "redesignated": plan.redesignated,
        "population_changed": plan.repopulated,
    })
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
