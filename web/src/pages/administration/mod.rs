//! `/verwaltung`: what only admins do.

mod account;
mod channels;
mod contacts;
mod deliveries;
mod deputies;
mod field;
mod legal_rules;
mod list;
mod new;
mod organisations;
mod regions;
mod role;
mod terms;
mod texts;

use askama::Template;
use i18n_embed_fl::fl;

pub use account::{KeptAccess, KeptAccountPage, KeptRole};
pub use channels::{ChannelName, ChannelRow, ChannelState};
pub use contacts::{ContactFormPage, ContactKind, ContactsPage, KeptContactRow};
pub use deliveries::{DeliveriesPage, FailedJobRow};
pub use deputies::{DeputyRow, KeptDeputies};
pub use field::{AdminField, AdminInput, AdminProblem};
pub use legal_rules::{LegalFormsRow, LegalPairRow, LegalRulesPage, Tick};
pub use list::{AccountRow, AccountState, AccountsFilter, AccountsPage, FindProblem, ProposalRow};
pub use new::{NewAccountPage, NewAccountProblem};
pub use organisations::{
    KeptOrganisationPage, KeptOrganisationsPage, KeptServed, MembershipForm, NewOrganisationPage,
    Nis2, OrganisationRow, OrganisationsFilter, ServedForm,
};
pub use regions::{
    GoneRow, LineTrouble, PresumedBy, RegionCounts, RegionImportPage, RegionsPage, RegionsProblem,
    SuccessorTrouble,
};
pub use role::{OrganisationChoice, RoleForm, RoleOption, RoleProblem};

pub use terms::{
    KeptTermRow, KeptTermsPage, ProposalProblem, ProposedTerm, TermAxis, TermFormPage,
    TermStanding, TermState, yes_or_no,
};
pub use texts::{KeptTextRow, TextFormPage, TextName, TextsPage};

use crate::{Frame, assets};

/// The overview.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/administration.html")]
pub struct AdministrationPage {
    /// Surroundings.
    pub frame: Frame,
}
