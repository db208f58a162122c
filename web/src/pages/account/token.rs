//! Access keys, with which programs use the account.

use i18n_embed_fl::fl;

use crate::Language;

/// A key of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenRow {
    /// Names it in the form that revokes it.
    pub id: String,
    /// What its owner calls it.
    pub label: String,
    /// What it may do.
    pub scopes: Vec<TokenScope>,
    /// Day it was made, such as `3. Mai 2026`.
    pub created: String,
    /// Day it ends.
    pub expires: String,
    /// When it was last used.
    pub last_used: Option<String>,
    /// It has expired or is revoked.
    pub is_over: bool,
}

/// What a key may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenScope {
    /// Read what the account may read.
    Read,
    /// Change what the account may change.
    Write,
}

/// What the form for a new key holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenForm {
    /// The name typed.
    pub name: String,
    /// What is ticked.
    pub scopes: Vec<TokenScope>,
    /// The days chosen.
    pub days: u16,
}

/// What was wrong with a new key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenProblem {
    /// It has no name.
    NameMissing,
    /// Its name is longer than [`TokenForm::LONGEST_NAME`].
    NameTooLong,
    /// It may do nothing.
    ScopeMissing,
    /// Its days are none of [`TokenForm::DAYS`].
    DaysWrong,
    /// The account has as many as it may.
    TooMany,
    /// The password typed is wrong.
    WrongPassword,
}

impl TokenScope {
    /// All there are.
    pub const ALL: [Self; 2] = [Self::Read, Self::Write];

    /// Its value in forms.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }

    /// The scope of a value.
    pub fn from_value(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.value() == value)
    }

    /// What it is called.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Read => fl!(texts, "token-scope-read"),
            Self::Write => fl!(texts, "token-scope-write"),
        }
    }
}

impl TokenForm {
    /// How long a key may live, in days.
    pub const DAYS: [u16; 4] = [7, 30, 90, 365];
    /// Characters a name may have.
    pub const LONGEST_NAME: usize = 80;
}

impl Default for TokenForm {
    /// A key that reads, for a month.
    fn default() -> Self {
        Self {
            name: String::new(),
            scopes: vec![TokenScope::Read],
            days: 30,
        }
    }
}

impl TokenProblem {
    /// Id of the field it is about.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::NameMissing | Self::NameTooLong => "name",
            Self::ScopeMissing => "umfang-read",
            Self::DaysWrong => "tage",
            Self::TooMany => "schluessel",
            Self::WrongPassword => "schluessel-passwort",
        }
    }

    /// What to do about it.
    pub(super) fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::NameMissing => fl!(texts, "token-name-missing"),
            Self::NameTooLong => fl!(texts, "token-name-too-long", n = TokenForm::LONGEST_NAME),
            Self::ScopeMissing => fl!(texts, "token-scope-missing"),
            Self::DaysWrong => fl!(texts, "token-days-wrong"),
            Self::TooMany => fl!(texts, "token-too-many"),
            Self::WrongPassword => fl!(texts, "token-wrong-password"),
        }
    }
}
