//! The command line: small commands that call the areas.

mod admin;
mod audit;
mod demo;
mod exchange;
mod folder;
mod installation;
mod keys;
mod openapi;
mod privacy;
mod progress;
mod regions;
mod serve;
mod start;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use toml::{Table, Value};

use crate::config::{ConfigError, Settings};

/// Registry of cybersecurity experts for mutual aid between German municipalities.
#[derive(Debug, Parser)]
#[command(name = "kataster", version)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

/// Flags of all commands.
#[derive(Clone, Debug, clap::Args)]
struct Common {
    /// Folder of database, keys and index [default: ./kataster-data, for demo ./kataster-demo]
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Settings file (TOML)
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// postgres://… instead of the SQLite file in the data folder
    #[arg(long, global = true, value_name = "URL")]
    database_url: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the API
    Serve {
        /// Address to listen on [default: 127.0.0.1:8080]
        #[arg(long, value_name = "ADDRESS")]
        listen: Option<String>,
    },
    /// Fill an empty data folder with a fictional federation, then serve it
    Demo(demo::DemoFlags),
    /// Bring the database to the schema and reference data of this version
    Migrate,
    /// Bring the entries of an organisation in from CSV or XLSX, all or none
    Import(exchange::ImportFlags),
    /// Take the entries of an organisation out as CSV
    Export(exchange::ExportFlags),
    /// The places of Germany
    #[command(subcommand)]
    Regions(regions::RegionsCommand),
    /// Build the search index anew
    Reindex,
    /// The audit record
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Papers about the data that is kept
    #[command(subcommand)]
    Privacy(privacy::PrivacyCommand),
    /// The keys that seal names and contacts
    #[command(subcommand)]
    Keys(keys::KeysCommand),
    /// Print the OpenAPI document
    Openapi,
    /// Organisations, accounts and tokens
    #[command(subcommand)]
    Admin(admin::AdminCommand),
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
enum CliError {
    /// The settings are wrong: exit code 2, like a wrong flag.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Anything else: exit code 1.
    #[error(transparent)]
    Failed(#[from] Box<dyn Error + Send + Sync>),
}

/// Boxes the error of an area.
fn failed(error: impl Error + Send + Sync + 'static) -> CliError {
    CliError::Failed(Box::new(error))
}

/// Runs the command of this process; 0 done, 1 failed, 2 wrong usage.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return wrong_usage(&error),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return report(&failed(error)),
    };
    let outcome = runtime.block_on(run(cli));
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    outcome.map_or_else(|error| report(&error), |()| ExitCode::SUCCESS)
}

async fn run(cli: Cli) -> Result<(), CliError> {
    let Cli { common, command } = cli;
    match command {
        Command::Serve { listen } => serve::run(settings(&common, listen, None)?).await,
        Command::Demo(flags) => {
            let data = common
                .data
                .clone()
                .unwrap_or_else(|| PathBuf::from("./kataster-demo"));
            let settings = settings(&common, flags.listen.clone(), Some(data))?;
            demo::run(settings, flags).await
        }
        Command::Migrate => installation::migrate(settings(&common, None, None)?).await,
        Command::Import(flags) => {
            Box::pin(exchange::import(settings(&common, None, None)?, flags)).await
        }
        Command::Export(flags) => exchange::export(settings(&common, None, None)?, flags).await,
        Command::Regions(command) => regions::run(settings(&common, None, None)?, command).await,
        Command::Reindex => installation::reindex(settings(&common, None, None)?).await,
        Command::Audit(command) => audit::run(settings(&common, None, None)?, command).await,
        Command::Privacy(command) => privacy::run(&settings(&common, None, None)?, &command),
        Command::Keys(command) => keys::run(settings(&common, None, None)?, command).await,
        Command::Openapi => openapi::run(),
        Command::Admin(command) => admin::run(settings(&common, None, None)?, command).await,
    }
}

fn settings(
    common: &Common,
    listen: Option<String>,
    data: Option<PathBuf>,
) -> Result<Settings, ConfigError> {
    let path = |path: PathBuf| path.display().to_string();
    let flags = [
        ("data", data.or_else(|| common.data.clone()).map(path)),
        ("database_url", common.database_url.clone()),
        ("listen", listen),
    ];
    let flags: Table = flags
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), Value::String(value?))))
        .collect();
    Settings::read(common.config.as_deref(), std::env::vars(), flags)
}

/// Help where it was asked for, else one line on stderr.
#[expect(
    clippy::print_stderr,
    reason = "the line says what is wrong with the command"
)]
fn wrong_usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let text = error.to_string();
    let line = text.lines().next().unwrap_or_default();
    eprintln!(
        "kataster: {}; try --help",
        line.trim_start_matches("error: ")
    );
    ExitCode::from(2)
}

/// One line on stderr: what failed, and why.
#[expect(
    clippy::print_stderr,
    reason = "the one place where a command says why it failed"
)]
fn report(error: &CliError) -> ExitCode {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        if !line.ends_with(&text) {
            line = format!("{line}: {text}");
        }
        cause = error.source();
    }
    eprintln!("kataster: {}", line.replace('\n', " "));
    match error {
        CliError::Config(_) => ExitCode::from(2),
        CliError::Failed(_) => ExitCode::FAILURE,
    }
}
