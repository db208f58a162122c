//! `/verwaltung/konten/{id}`: an account with its roles and what lets somebody in.

use askama::Template;
use i18n_embed_fl::fl;

use super::{AccountState, DeputyRow, ProposalRow, RoleForm};
use crate::{Frame, Role, assets};

/// An account as an admin sees it.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/kept_account.html")]
pub struct KeptAccountPage {
    /// Surroundings.
    pub frame: Frame,
    /// Its id.
    pub id: String,
    /// Its mail address.
    pub email: String,
    /// Whether somebody can sign in.
    pub state: AccountState,
    /// The day it was made.
    pub created: String,
    /// It is the account of whoever looks: nothing is changed here.
    pub is_own: bool,
    /// Its roles.
    pub roles: Vec<KeptRole>,
    /// For whom it acts until a day, and who acts for it.
    pub deputies: Vec<DeputyRow>,
    /// Roles that wait for a second person.
    pub proposals: Vec<ProposalRow>,
    /// What lets somebody in.
    pub access: KeptAccess,
    /// The invitation, shown this once.
    pub link: Option<String>,
    /// The role to be given.
    pub role_form: RoleForm,
}

/// A role somebody has.
#[derive(Clone, Debug)]
pub struct KeptRole {
    /// The role.
    pub role: Role,
    /// Its value in forms.
    pub value: &'static str,
    /// Id and name of the organisation it is for.
    pub organisation: Option<(String, String)>,
}

/// What lets somebody in.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeptAccess {
    /// Sessions that were not ended.
    pub sessions: u64,
    /// Access keys that work.
    pub tokens: u64,
    /// Signing in asks for more than the password.
    pub has_second_factor: bool,
    /// One admin alone may hand over an invitation.
    pub may_invite: bool,
}

impl KeptAccountPage {
    fn is_closed(&self) -> bool {
        self.state == AccountState::Closed
    }

    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        self.role_form.messages(self.frame.language)
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}
