//! `kataster admin recover`

use clap::Args;

use crate::accounts;
use crate::cli::installation::Installation;
use crate::cli::{CliError, failed};
use crate::config::Settings;

#[derive(Debug, Args)]
pub(in crate::cli) struct RecoverFlags {
    /// Mail address of the account
    #[arg(long)]
    email: String,
}

#[expect(clippy::print_stdout, reason = "the one time the link is shown")]
pub(super) async fn run(
    settings: &Settings,
    installation: &Installation,
    flags: &RecoverFlags,
) -> Result<(), CliError> {
    let email = flags.email.parse().map_err(failed)?;
    let token = accounts::recover(&installation.db, &installation.keyring, &email)
        .await
        .map_err(failed)?;
    println!("{}/einladung/{}", settings.base_url(), token.reveal());
    Ok(())
}
