//! `/verwaltung`: what only admins do.

mod account;
mod list;
mod new;
mod role;

use askama::Template;
use i18n_embed_fl::fl;

pub use account::{KeptAccess, KeptAccountPage, KeptRole};
pub use list::{AccountRow, AccountState, AccountsFilter, AccountsPage, FindProblem, ProposalRow};
pub use new::{NewAccountPage, NewAccountProblem};
pub use role::{OrganisationChoice, RoleForm, RoleOption, RoleProblem};

use crate::{Frame, assets};

/// The overview.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/administration.html")]
pub struct AdministrationPage {
    /// Surroundings.
    pub frame: Frame,
}
