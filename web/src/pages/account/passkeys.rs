//! The devices that sign in.

use i18n_embed_fl::fl;

use crate::Language;
use crate::parts::PasskeyOffer;

/// The passkeys of an account and how to make another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkeys {
    /// Those there are.
    pub held: Vec<PasskeyRow>,
    /// Makes another; none where the installation has no host name.
    pub offer: Option<PasskeyOffer>,
    /// The session was confirmed a few minutes ago, so that one can be made or removed.
    pub is_confirmed: bool,
    /// Whoever removes the last one goes on with the password alone, which is asked for.
    pub asks_password: bool,
    /// What was wrong.
    pub problem: Option<PasskeyProblem>,
}

/// A passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyRow {
    /// Its id.
    pub id: String,
    /// When it was made, such as `12. Mai 2026`.
    pub created: String,
    /// When it was last used.
    pub last_used: Option<String>,
}

/// What was wrong with a passkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyProblem {
    /// The device's answer.
    Refused,
    /// The password.
    Password,
    /// The password is not good enough to stand alone.
    TooWeak,
}

impl PasskeyProblem {
    const ALL: [Self; 3] = [Self::Refused, Self::Password, Self::TooWeak];

    /// Its value in an address.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Refused => "passkey",
            Self::Password => "passkey-passwort",
            Self::TooWeak => "passkey-zu-schwach",
        }
    }

    /// The problem of a value.
    pub fn from_value(value: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|problem| problem.value() == value)
    }

    pub(super) fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Refused => fl!(texts, "passkey-refused"),
            Self::Password => fl!(texts, "second-factor-wrong-password"),
            Self::TooWeak => fl!(texts, "second-factor-password-weak"),
        }
    }
}
