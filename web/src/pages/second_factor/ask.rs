//! `/anmelden/zweiter-faktor`: a form that posts `code` and `weiter`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::PasskeyOffer;
use crate::{Frame, assets};

/// The second step of signing in.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/second_factor.html")]
pub struct SecondFactorPage {
    /// Surroundings.
    pub frame: Frame,
    /// Where to go once signed in.
    pub next: String,
    /// Asks one of the account's devices instead.
    pub passkey: Option<PasskeyOffer>,
    /// What was wrong.
    pub problem: Option<SecondFactorProblem>,
}

/// What was wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondFactorProblem {
    /// None was typed.
    Missing,
    /// It is not the right one.
    Refused,
    /// Too many tries.
    TooMany {
        /// When to try again.
        retry_minutes: u32,
    },
}

impl SecondFactorPage {
    fn message(&self) -> Option<String> {
        let texts = self.frame.texts();
        let message = match self.problem? {
            SecondFactorProblem::Missing => fl!(texts, "code-missing"),
            SecondFactorProblem::Refused => fl!(texts, "code-refused"),
            SecondFactorProblem::TooMany { retry_minutes } => {
                fl!(texts, "sign-in-too-many", minutes = retry_minutes)
            }
        };
        Some(message)
    }

    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let message = self.message().into_iter();
        message.map(|message| ("code", message)).collect()
    }
}
