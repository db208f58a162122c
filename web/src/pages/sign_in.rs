//! `/anmelden`: a form that posts `email`, `passwort` and `weiter`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::PasskeyOffer;
use crate::{Frame, Role, assets};

/// The sign-in page.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/sign_in.html")]
pub struct SignInPage {
    /// Surroundings.
    pub frame: Frame,
    /// The address typed before.
    pub email: String,
    /// Where to go once signed in.
    pub next: String,
    /// Asks a device instead.
    pub passkey: Option<PasskeyOffer>,
    /// What was wrong.
    pub problems: Vec<SignInProblem>,
    /// Accounts of the demo to try; else empty.
    pub demo_accounts: Vec<DemoAccount>,
}

/// What was wrong with a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInProblem {
    /// No address was typed.
    EmailMissing,
    /// No password was typed.
    PasswordMissing,
    /// Address and password do not belong together.
    Refused,
    /// The device's answer is not that of a passkey we know.
    PasskeyRefused,
    /// Too many tries.
    TooMany {
        /// When to try again.
        retry_minutes: u32,
    },
}

/// An account of the demo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoAccount {
    /// Its role.
    pub role: Role,
    /// Its address.
    pub email: String,
}

impl SignInProblem {
    /// Id of the field it is about.
    fn field(self) -> &'static str {
        match self {
            Self::PasswordMissing => "passwort",
            Self::EmailMissing | Self::Refused | Self::PasskeyRefused | Self::TooMany { .. } => {
                "email"
            }
        }
    }
}

impl SignInPage {
    fn message(&self, problem: SignInProblem) -> String {
        let texts = self.frame.texts();
        match problem {
            SignInProblem::EmailMissing => fl!(texts, "sign-in-email-missing"),
            SignInProblem::PasswordMissing => fl!(texts, "sign-in-password-missing"),
            SignInProblem::Refused => fl!(texts, "sign-in-refused"),
            SignInProblem::PasskeyRefused => fl!(texts, "passkey-refused"),
            SignInProblem::TooMany { retry_minutes } => {
                fl!(texts, "sign-in-too-many", minutes = retry_minutes)
            }
        }
    }

    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let problems = self.problems.iter();
        problems
            .map(|problem| (problem.field(), self.message(*problem)))
            .collect()
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}
