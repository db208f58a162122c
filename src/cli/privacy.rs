//! `kataster privacy …`: papers made from the classes of the columns. Reads settings, no data folder.

use clap::Subcommand;
use serde_json::json;

use super::{CliError, failed};
use crate::config::Settings;
use crate::privacy;

#[derive(Debug, Subcommand)]
pub(super) enum PrivacyCommand {
    /// Print the records of processing activities (Art. 30 DSGVO)
    Records {
        /// As JSON instead of Markdown
        #[arg(long)]
        json: bool,
    },
    /// Print what is kept of each person, for staff councils (docs/mitbestimmung)
    Participation,
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) fn run(settings: &Settings, command: &PrivacyCommand) -> Result<(), CliError> {
    match command {
        PrivacyCommand::Records { json: is_json } => {
            let records = privacy::records(&settings.privacy, &settings.retention);
            if *is_json {
                let document = json!({ "responsible": settings.privacy, "activities": records });
                println!(
                    "{}",
                    serde_json::to_string_pretty(&document).map_err(failed)?
                );
            } else {
                print!("{}", privacy::markdown(&settings.privacy, &records));
            }
        }
        PrivacyCommand::Participation => print!("{}", privacy::participation(&settings.retention)),
    }
    Ok(())
}
