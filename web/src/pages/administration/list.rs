//! `/verwaltung/konten`: who can sign in. A filter by GET (`rolle`, `zustand`, `organisation`), and a form that posts
//! `email`, which belongs in no address.

use askama::Template;
use i18n_embed_fl::fl;

use super::RoleOption;
use crate::{Frame, Language, Role, assets};

/// The list of accounts.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/accounts.html")]
pub struct AccountsPage {
    /// Surroundings.
    pub frame: Frame,
    /// What is asked for.
    pub filter: AccountsFilter,
    /// The accounts of this page.
    pub rows: Vec<AccountRow>,
    /// Roles that wait for a second person.
    pub proposals: Vec<ProposalRow>,
    /// The next page.
    pub next_href: Option<String>,
    /// The address looked for.
    pub email: String,
    /// Why it was not found.
    pub find_problem: Option<FindProblem>,
}

/// What a list of accounts is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct AccountsFilter {
    /// The roles to choose from.
    pub roles: Vec<RoleOption>,
    /// The state chosen.
    pub state: Option<AccountState>,
    /// Words of an organisation's name.
    pub organisation: String,
}

/// Whether somebody can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// Somebody chose a password.
    Open,
    /// Nobody has chosen a password yet.
    Invited,
    /// It is closed.
    Closed,
}

impl AccountState {
    const ALL: [Self; 3] = [Self::Open, Self::Invited, Self::Closed];

    /// Its value in an address.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Invited => "invited",
            Self::Closed => "closed",
        }
    }

    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Open => fl!(texts, "account-state-open"),
            Self::Invited => fl!(texts, "account-state-invited"),
            Self::Closed => fl!(texts, "account-state-closed"),
        }
    }

    pub(super) const fn kern(self) -> &'static str {
        match self {
            Self::Open => "success",
            Self::Invited => "warning",
            Self::Closed => "danger",
        }
    }
}

/// An account as a row.
#[derive(Clone, Debug)]
pub struct AccountRow {
    /// Its page.
    pub href: String,
    /// Its mail address.
    pub email: String,
    /// Its roles, each once.
    pub roles: Vec<Role>,
    /// Whether somebody can sign in.
    pub state: AccountState,
    /// The day it was made.
    pub created: String,
}

/// A role that waits for a second person.
#[derive(Clone, Debug)]
pub struct ProposalRow {
    /// The account's page.
    pub href: String,
    /// The account's mail address.
    pub email: String,
    /// The role.
    pub role: Role,
    /// Its value in forms.
    pub value: &'static str,
    /// Mail address of whoever proposed it.
    pub proposer: String,
    /// Whoever looks has proposed it.
    pub is_own: bool,
    /// It is about whoever looks.
    pub is_about_oneself: bool,
    /// Until when it can be confirmed.
    pub until: String,
}

/// Why an account was not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindProblem {
    /// It is no mail address.
    Malformed,
    /// No account has it.
    Unknown,
}

impl AccountsPage {
    fn is_filtered(&self) -> bool {
        let filter = &self.filter;
        let has_role = filter.roles.iter().any(|role| role.is_selected);
        has_role || filter.state.is_some() || !filter.organisation.is_empty()
    }

    fn find_message(&self) -> Option<String> {
        let texts = self.frame.texts();
        self.find_problem.map(|problem| match problem {
            FindProblem::Malformed => fl!(texts, "email-of-somebody-missing"),
            FindProblem::Unknown => fl!(texts, "accounts-find-unknown"),
        })
    }

    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let message = self.find_message().into_iter();
        message.map(|message| ("email", message)).collect()
    }
}
