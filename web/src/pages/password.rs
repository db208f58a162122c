//! What can be wrong with a new password.

use i18n_embed_fl::fl;

use crate::Language;

/// What was wrong with a new password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProblem {
    /// None was typed.
    Missing,
    /// It is too short.
    TooShort {
        /// Characters it needs.
        needed: usize,
    },
    /// It is longer than can be kept.
    TooLong,
    /// It is easy to guess.
    TooEasy,
    /// The second one differs from the first.
    NotTheSame,
    /// The password until now was wrong.
    WrongOld,
}

impl PasswordProblem {
    /// Id of the field it is about.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Missing | Self::TooShort { .. } | Self::TooLong | Self::TooEasy => "passwort",
            Self::NotTheSame => "nochmal",
            Self::WrongOld => "altes",
        }
    }

    /// What to do about it.
    pub(super) fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Missing => fl!(texts, "password-missing"),
            Self::TooShort { needed } => fl!(texts, "password-too-short", n = needed),
            Self::TooLong => fl!(texts, "password-too-long"),
            Self::TooEasy => fl!(texts, "password-too-easy"),
            Self::NotTheSame => fl!(texts, "password-not-the-same"),
            Self::WrongOld => fl!(texts, "password-wrong-old"),
        }
    }
}

/// The problems as messages, each with the id of the field it is about.
pub(super) fn messages(
    problems: &[PasswordProblem],
    language: Language,
) -> Vec<(&'static str, String)> {
    let problems = problems.iter();
    problems
        .map(|problem| (problem.field(), problem.message(language)))
        .collect()
}
