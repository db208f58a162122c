//! `kataster audit …`: reads beside a running server.

use clap::Subcommand;

use super::installation::Installation;
use super::{CliError, failed};
use crate::audit;
use crate::config::Settings;

#[derive(Debug, Subcommand)]
pub(super) enum AuditCommand {
    /// Recompute the chain from the first entry on
    Verify,
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) async fn run(settings: Settings, command: AuditCommand) -> Result<(), CliError> {
    let installation = Installation::open_beside(&settings).await?;
    match command {
        AuditCommand::Verify => {
            let verified = audit::verify(&installation.db).await.map_err(failed)?;
            println!("the chain of {} entries is intact", verified.entries);
        }
    }
    installation.db.close().await.map_err(failed)
}
