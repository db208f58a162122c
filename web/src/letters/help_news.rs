//! What became of a yes, for whoever said it and for their house.

use i18n_embed_fl::fl;

use crate::Language;

/// What became of a yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpNews {
    /// They are committed.
    Accepted,
    /// Nothing comes of it.
    NotNeeded,
    /// They were committed, and are not to set out.
    CalledOff,
    /// They are called back before the end.
    CalledBack,
    /// It is over.
    Over,
}

impl HelpNews {
    /// Subject and text for whoever said yes.
    pub(super) fn to_expert(self, register: &str, language: Language) -> (String, String) {
        let texts = language.texts();
        match self {
            Self::Accepted => (
                fl!(texts, "help-letter-accepted-subject"),
                fl!(texts, "help-letter-accepted", register = register),
            ),
            Self::NotNeeded => (
                fl!(texts, "help-letter-not-needed-subject"),
                fl!(texts, "help-letter-not-needed", register = register),
            ),
            Self::CalledOff => (
                fl!(texts, "help-letter-called-off-subject"),
                fl!(texts, "help-letter-called-off", register = register),
            ),
            Self::CalledBack => (
                fl!(texts, "help-letter-called-back-subject"),
                fl!(texts, "help-letter-called-back", register = register),
            ),
            Self::Over => (
                fl!(texts, "help-letter-ended-subject"),
                fl!(texts, "help-letter-ended", register = register),
            ),
        }
    }

    /// Subject and text for the managers of their house.
    pub(super) fn to_house(self, register: &str, language: Language) -> (String, String) {
        let texts = language.texts();
        match self {
            Self::Accepted => (
                fl!(texts, "help-letter-house-accepted-subject"),
                fl!(texts, "help-letter-house-accepted", register = register),
            ),
            Self::NotNeeded => (
                fl!(texts, "help-letter-house-not-needed-subject"),
                fl!(texts, "help-letter-house-not-needed", register = register),
            ),
            Self::CalledOff => (
                fl!(texts, "help-letter-house-called-off-subject"),
                fl!(texts, "help-letter-house-called-off", register = register),
            ),
            Self::CalledBack => (
                fl!(texts, "help-letter-house-called-back-subject"),
                fl!(texts, "help-letter-house-called-back", register = register),
            ),
            Self::Over => (
                fl!(texts, "help-letter-house-over-subject"),
                fl!(texts, "help-letter-house-over", register = register),
            ),
        }
    }
}
