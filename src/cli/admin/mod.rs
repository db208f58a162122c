//! `kataster admin …`: writes beside a running server, which follows through the change feed.

mod account;
mod affected;
mod erase;
mod import;
mod invite;
mod recover;
mod token;

use clap::Subcommand;

use super::installation::Installation;
use super::{CliError, failed};
use crate::config::Settings;

#[derive(Debug, Subcommand)]
pub(super) enum AdminCommand {
    /// Enter organisations and experts from JSON lines, all or none
    Import(import::ImportFlags),
    /// Make an account
    Account(account::AccountFlags),
    /// Print the link by which the holder of an account chooses a password; earlier links work no more
    Invite(invite::InviteFlags),
    /// Print the link by which somebody locked out begins anew without second factor, where no two people can vouch
    Recover(recover::RecoverFlags),
    /// List whose data an account, key or session could have read in a stretch of time
    Affected(affected::AffectedFlags),
    /// Erase a person who asked for it on paper, for good
    Erase(erase::EraseFlags),
    /// Issue an API token; it is printed once
    Token(token::TokenFlags),
}

pub(super) async fn run(settings: Settings, command: AdminCommand) -> Result<(), CliError> {
    let installation = Installation::open_beside(&settings).await?;
    match command {
        AdminCommand::Import(flags) => import::run(&installation, &flags).await?,
        AdminCommand::Account(flags) => account::run(&installation, flags).await?,
        AdminCommand::Invite(flags) => invite::run(&settings, &installation, &flags).await?,
        AdminCommand::Recover(flags) => recover::run(&settings, &installation, &flags).await?,
        AdminCommand::Affected(flags) => affected::run(&installation, flags).await?,
        AdminCommand::Erase(flags) => erase::run(&settings, &installation, flags).await?,
        AdminCommand::Token(flags) => token::run(&installation, flags).await?,
    }
    installation.db.close().await.map_err(failed)
}
