//! `/einladungen/{token}`: somebody takes an invitation to a team; a form that posts `vorname`, `nachname`, `passwort` and
//! `nochmal`, as far as they are asked for.

use askama::Template;
use i18n_embed_fl::fl;

use crate::pages::PasswordProblem;
use crate::pages::password::messages;
use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, assets};

/// An invitation as whoever holds its link sees it.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/join.html")]
pub struct JoinPage {
    /// Surroundings.
    pub frame: Frame,
    /// Who invites.
    pub organisation: String,
    /// Where the form posts to.
    pub action: String,
    /// As whom it can be taken.
    pub kind: JoinAs,
    /// There is no entry yet, so the name is asked for.
    pub needs_name: bool,
    /// The name.
    pub form: Filled,
    /// Characters a password needs.
    pub needed: usize,
    /// What is wrong with the password.
    pub problems: Vec<PasswordProblem>,
    /// The account, or the entry, is tied already.
    pub has_entry: bool,
}

/// As whom an invitation can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinAs {
    /// With a new account.
    New,
    /// With the account that is signed in.
    Oneself,
    /// Another account is signed in.
    Other,
    /// The account has to sign in first.
    SignIn,
    /// The account is closed.
    Closed,
}

impl JoinPage {
    fn fields(&self) -> Vec<Field> {
        if !self.needs_name {
            return Vec::new();
        }
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let line = || FieldControl::Line("text", 80);
        let given = fl!(texts, "field-given-name");
        let family = fl!(texts, "field-family-name");
        vec![
            self.form.field(("vorname", given), line(), language),
            self.form.field(("nachname", family), line(), language),
        ]
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        let mut all = Field::messages(self.fields());
        all.extend(messages(&self.problems, self.frame.language));
        all
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }

    fn sign_in(&self) -> String {
        format!("/anmelden?weiter={}", self.action.replace('/', "%2F"))
    }
}
