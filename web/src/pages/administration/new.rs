//! `/verwaltung/konten/neu`: an account with its first role; a form that posts `email` beside the role's fields.

use askama::Template;
use i18n_embed_fl::fl;

use super::RoleForm;
use crate::{Frame, assets};

/// The form for a new account.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/new_account.html")]
pub struct NewAccountPage {
    /// Surroundings.
    pub frame: Frame,
    /// The address typed.
    pub email: String,
    /// What is wrong with it.
    pub email_problem: Option<NewAccountProblem>,
    /// The role.
    pub role_form: RoleForm,
}

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewAccountProblem {
    /// It is no mail address.
    Malformed,
    /// An account has it, perhaps a closed one.
    Taken,
}

impl NewAccountPage {
    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let texts = self.frame.texts();
        let email = self.email_problem.map(|problem| match problem {
            NewAccountProblem::Malformed => ("email", fl!(texts, "email-of-somebody-missing")),
            NewAccountProblem::Taken => ("email", fl!(texts, "new-account-taken")),
        });
        let mut messages: Vec<_> = email.into_iter().collect();
        messages.extend(self.role_form.messages(self.frame.language));
        messages
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}
