//! `kataster admin erase`: for requests that come on paper.

use std::str::FromStr;

use clap::Args;

use crate::accounts::{self, EmailAddress, MalformedEmail};
use crate::cli::installation::Installation;
use crate::cli::{CliError, failed};
use crate::config::Settings;
use crate::ids::{AccountId, ExpertId};
use crate::privacy::{self, Erased, Tombstones, Whom};

/// An account as an operator names it.
#[derive(Clone, Debug)]
enum AccountName {
    Id(AccountId),
    Email(EmailAddress),
}

impl FromStr for AccountName {
    type Err = MalformedEmail;

    fn from_str(text: &str) -> Result<Self, MalformedEmail> {
        match text.parse() {
            Ok(id) => Ok(Self::Id(id)),
            Err(_) => text.parse().map(Self::Email),
        }
    }
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(in crate::cli) struct EraseFlags {
    /// The person with this account: acc_… or a mail address
    #[arg(long, value_name = "ACCOUNT")]
    account: Option<AccountName>,
    /// The person of this entry: exp_…
    #[arg(long, value_name = "ID")]
    expert: Option<ExpertId>,
}

/// Neither flag was given.
#[derive(Debug, thiserror::Error)]
#[error("say whom: --account or --expert")]
struct Nobody;

#[expect(clippy::print_stdout, reason = "the command's answer: an id a line")]
pub(super) async fn run(
    settings: &Settings,
    installation: &Installation,
    flags: EraseFlags,
) -> Result<(), CliError> {
    let Installation { db, keyring, .. } = installation;
    let whom = match (flags.account, flags.expert) {
        (Some(AccountName::Id(id)), _) => Whom::Account(id),
        (Some(AccountName::Email(email)), _) => {
            let id = accounts::id_of(db, keyring, &email).await.map_err(failed)?;
            Whom::Account(id)
        }
        (None, Some(id)) => Whom::Entry(id),
        (None, None) => return Err(failed(Nobody)),
    };
    let tombstones = Tombstones::in_folder(&settings.data);
    let Erased {
        tombstones: erased,
        was_last_admin,
    } = privacy::erase_for(db, &tombstones, whom)
        .await
        .map_err(failed)?;
    // A running server does the same; without one it is not put off to the next start.
    if let Err(error) = privacy::scrub(db).await {
        tracing::warn!(
            error = &error as &dyn std::error::Error,
            "traces are overwritten by the next start"
        );
    }
    for tombstone in erased {
        println!("{tombstone} erased");
    }
    if was_last_admin {
        println!("this was the last admin: make another one with kataster admin account");
    }
    Ok(())
}
