//! What becomes of a deployment that runs, for those who help and for the town.

use i18n_embed_fl::fl;

use crate::Language;

/// A later end, for whoever helps and for their house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionNews {
    /// They are asked to stay.
    Asked,
    /// It was agreed.
    Agreed,
    /// Their house is asked.
    HouseAsked,
}

/// What a town is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TownNews {
    /// It ends in two days.
    EndsSoon,
    /// It lasts longer, as was asked.
    Extended,
    /// It does not.
    NotExtended,
    /// They are called back.
    CalledBack,
    /// It was called off before it began.
    CalledOff,
    /// The other side ended it.
    Ended,
}

impl ExtensionNews {
    pub(super) fn said(self, register: &str, language: Language) -> (String, String) {
        let texts = language.texts();
        match self {
            Self::Asked => (
                fl!(texts, "help-letter-extension-asked-subject"),
                fl!(texts, "help-letter-extension-asked", register = register),
            ),
            Self::Agreed => (
                fl!(texts, "help-letter-extension-agreed-subject"),
                fl!(texts, "help-letter-extension-agreed", register = register),
            ),
            Self::HouseAsked => (
                fl!(texts, "help-letter-extension-house-subject"),
                fl!(texts, "help-letter-extension-house", register = register),
            ),
        }
    }
}

impl TownNews {
    pub(super) fn said(self, register: &str, language: Language) -> (String, String) {
        let texts = language.texts();
        match self {
            Self::EndsSoon => (
                fl!(texts, "help-letter-town-ends-soon-subject"),
                fl!(texts, "help-letter-town-ends-soon", register = register),
            ),
            Self::Extended => (
                fl!(texts, "help-letter-town-extended-subject"),
                fl!(texts, "help-letter-town-extended", register = register),
            ),
            Self::NotExtended => (
                fl!(texts, "help-letter-town-not-extended-subject"),
                fl!(texts, "help-letter-town-not-extended", register = register),
            ),
            Self::CalledBack => (
                fl!(texts, "help-letter-town-called-back-subject"),
                fl!(texts, "help-letter-town-called-back", register = register),
            ),
            Self::CalledOff => (
                fl!(texts, "help-letter-town-called-off-subject"),
                fl!(texts, "help-letter-town-called-off", register = register),
            ),
            Self::Ended => (
                fl!(texts, "help-letter-town-ended-subject"),
                fl!(texts, "help-letter-town-ended", register = register),
            ),
        }
    }
}
