//! `kataster admin invite`

use clap::Args;

use crate::accounts;
use crate::cli::installation::Installation;
use crate::cli::{CliError, failed};
use crate::config::Settings;
use crate::db::Actor;

#[derive(Debug, Args)]
pub(in crate::cli) struct InviteFlags {
    /// Mail address of the account
    #[arg(long)]
    email: String,
}

#[expect(clippy::print_stdout, reason = "the one time the link is shown")]
pub(super) async fn run(
    settings: &Settings,
    installation: &Installation,
    flags: &InviteFlags,
) -> Result<(), CliError> {
    let email = flags.email.parse().map_err(failed)?;
    let (db, keyring) = (&installation.db, &installation.keyring);
    let token = accounts::invite(db, keyring, Actor::Operator, &email)
        .await
        .map_err(failed)?;
    println!("{}/einladung/{}", settings.base_url(), token.reveal());
    Ok(())
}
