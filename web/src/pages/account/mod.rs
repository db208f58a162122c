//! `/konto`: the own account, with its roles, password, second factor, sessions and access keys.

mod passkeys;
mod session;
mod token;

use askama::Template;
use i18n_embed_fl::fl;

pub use passkeys::{PasskeyProblem, PasskeyRow, Passkeys};
pub use session::SessionRow;
pub use token::{TokenForm, TokenProblem, TokenRow, TokenScope};

use super::PasswordProblem;
use super::password;
use crate::{Frame, Language, Role, assets};

/// The own account.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account.html")]
pub struct AccountPage {
    /// Surroundings.
    pub frame: Frame,
    /// Roles held.
    pub roles: Vec<HeldRole>,
    /// Characters a password needs.
    pub needed: usize,
    /// What was wrong with a change of the password.
    pub password_problems: Vec<PasswordProblem>,
    /// Devices that sign in.
    pub passkeys: Passkeys,
    /// Since when an authenticator app is set up, such as `12. Mai 2026`.
    pub authenticator_since: Option<String>,
    /// Recovery codes not used yet; none where there is nothing to recover.
    pub recovery_codes_left: Option<usize>,
    /// Why the second factor was not removed.
    pub removal_problem: Option<RemovalProblem>,
    /// Where the account is signed in.
    pub sessions: Vec<SessionRow>,
    /// Keys for programs.
    pub tokens: Vec<TokenRow>,
    /// The key just made, shown this once.
    pub new_token: Option<String>,
    /// What the form for a new key holds.
    pub token_form: TokenForm,
    /// What was wrong with a new key.
    pub token_problems: Vec<TokenProblem>,
}

/// A role held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRole {
    /// The role.
    pub role: Role,
    /// Name of the organisation it is held for.
    pub organisation: Option<String>,
}

/// Why the second factor was not removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemovalProblem {
    /// The password is wrong.
    Password,
    /// The code is wrong.
    Code,
    /// The password is not good enough to stand alone.
    TooWeak,
}

impl RemovalProblem {
    const ALL: [Self; 3] = [Self::Password, Self::Code, Self::TooWeak];

    /// Its value in an address.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Password => "passwort",
            Self::Code => "code",
            Self::TooWeak => "zu-schwach",
        }
    }

    /// The problem of a value.
    pub fn from_value(value: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|problem| problem.value() == value)
    }

    const fn field(self) -> &'static str {
        match self {
            Self::Code => "zweiter-faktor-code",
            Self::Password | Self::TooWeak => "zweiter-faktor-passwort",
        }
    }

    fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Password => fl!(texts, "second-factor-wrong-password"),
            Self::Code => fl!(texts, "second-factor-wrong-code"),
            Self::TooWeak => fl!(texts, "second-factor-password-weak"),
        }
    }
}

impl AccountPage {
    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let language = self.frame.language;
        let mut messages = password::messages(&self.password_problems, language);
        if let Some(problem) = self.removal_problem {
            messages.push((problem.field(), problem.message(language)));
        }
        if let Some(problem) = self.passkeys.problem {
            messages.push(("passkeys", problem.message(language)));
        }
        let tokens = self.token_problems.iter();
        messages.extend(tokens.map(|problem| (problem.field(), problem.message(language))));
        messages
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }

    /// Whether the page leads to vouching for others.
    fn may_vouch(&self) -> bool {
        self.frame
            .has_role(&[Role::MemberManager, Role::Coordinator, Role::Admin])
    }

    fn has_few_codes(&self) -> bool {
        self.recovery_codes_left.is_some_and(|left| left < 3)
    }

    fn has_other_sessions(&self) -> bool {
        self.sessions.iter().any(|session| !session.is_current)
    }
}
