//! `/bestaetigen`: a form that posts `passwort`, `code` and `weiter`, and one that asks a passkey.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::PasskeyOffer;
use crate::{Frame, assets};

/// The page that asks whoever is signed in to show that it is still them.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/confirm.html")]
pub struct ConfirmPage {
    /// Surroundings.
    pub frame: Frame,
    /// Where to go after.
    pub next: String,
    /// What the account confirms with.
    pub with: ConfirmWith,
    /// What was wrong.
    pub problem: Option<ConfirmProblem>,
}

/// What an account confirms with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfirmWith {
    /// The password.
    Password,
    /// The password, and digits or a recovery code.
    PasswordAndCode,
    /// A passkey, or the password and a recovery code.
    Passkey(Option<PasskeyOffer>),
}

/// What was wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfirmProblem {
    /// The password.
    Password,
    /// The code.
    Code,
    /// Digits do not stand in for a passkey.
    PasskeyNeeded,
    /// The device's answer.
    Passkey,
}

impl ConfirmPage {
    fn asks_code(&self) -> bool {
        match self.with {
            ConfirmWith::Password => false,
            ConfirmWith::PasswordAndCode | ConfirmWith::Passkey(_) => true,
        }
    }

    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let texts = self.frame.texts();
        let message = self.problem.map(|problem| match problem {
            ConfirmProblem::Password => ("passwort", fl!(texts, "second-factor-wrong-password")),
            ConfirmProblem::Code => ("code", fl!(texts, "second-factor-wrong-code")),
            ConfirmProblem::PasskeyNeeded => ("code", fl!(texts, "confirm-passkey-needed")),
            ConfirmProblem::Passkey => ("inhalt", fl!(texts, "passkey-refused")),
        });
        message.into_iter().collect()
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}
