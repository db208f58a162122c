//! `kataster admin account`

use clap::Args;

use crate::access::{Grant, Role};
use crate::accounts::{self, NewAccount};
use crate::cli::installation::Installation;
use crate::cli::{CliError, failed};
use crate::db::Actor;
use crate::experts;
use crate::ids::{self, AccountId, ExpertId, OrganisationId};

#[derive(Debug, Args)]
pub(in crate::cli) struct AccountFlags {
    /// Mail address
    #[arg(long)]
    email: String,
    /// expert, `member_manager`, requester, vetter, coordinator, admin, auditor or `land_liaison`
    #[arg(long)]
    role: Role,
    /// The organisation the role is for: org_…
    #[arg(long, value_name = "ID")]
    organisation: Option<OrganisationId>,
    /// The person's entry the account is for: exp_…
    #[arg(long, value_name = "ID")]
    expert: Option<ExpertId>,
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) async fn run(installation: &Installation, flags: AccountFlags) -> Result<(), CliError> {
    let AccountFlags {
        email,
        role,
        organisation,
        expert,
    } = flags;
    let new = NewAccount {
        id: AccountId(ids::ordered(installation.db.clock().now())),
        email: email.parse().map_err(failed)?,
        password: None,
        grants: vec![Grant { role, organisation }],
    };
    let id = accounts::create(
        &installation.db,
        &installation.keyring,
        Actor::Operator,
        new,
    )
    .await
    .map_err(failed)?;
    if let Some(expert) = expert {
        experts::link_account(&installation.db, expert, id)
            .await
            .map_err(failed)?;
    }
    println!("{id}");
    Ok(())
}
