//! `kataster admin token`

use clap::Args;

use crate::access::TokenScope;
use crate::accounts::{self, TokenTerms};
use crate::cli::installation::Installation;
use crate::cli::{CliError, failed};

#[derive(Debug, Args)]
pub(in crate::cli) struct TokenFlags {
    /// Mail address of the account
    #[arg(long)]
    email: String,
    /// A name its owner recognises
    #[arg(long, default_value = "command line")]
    label: String,
    /// Life in days, 1–365
    #[arg(long, default_value_t = 90)]
    days: i64,
}

#[expect(clippy::print_stdout, reason = "the one time the token is shown")]
pub(super) async fn run(installation: &Installation, flags: TokenFlags) -> Result<(), CliError> {
    let TokenFlags { email, label, days } = flags;
    let email = email.parse().map_err(failed)?;
    let terms = TokenTerms {
        label,
        scopes: vec![TokenScope::Read, TokenScope::Write],
        days,
    };
    let token = accounts::issue_token(&installation.db, &installation.keyring, &email, terms)
        .await
        .map_err(failed)?;
    println!("{}", token.reveal());
    Ok(())
}
