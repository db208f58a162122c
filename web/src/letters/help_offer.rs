//! What a house is asked about its offers, and what a town is told of those it asked for.

use i18n_embed_fl::fl;

use super::Until;
use crate::Language;

/// What a message about an offer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferNews {
    /// A house is asked for an offer.
    HouseAsked {
        /// Until when it can answer.
        until: Until,
    },
    /// A house is asked for more days of what it promised.
    HouseMoreDays {
        /// Until when it can answer.
        until: Until,
    },
    /// What a house was asked, or promised, is over.
    HouseOver,
    /// A house said yes.
    TownAgreed,
    /// There is something new about what is used.
    TownChanged,
    /// A house said no.
    TownRefused,
    /// A house did not answer.
    TownLapsed,
    /// What was promised is over.
    TownOver,
}

impl OfferNews {
    /// Subject and text.
    pub(super) fn said(&self, register: &str, language: Language) -> (String, String) {
        let texts = language.texts();
        match self {
            Self::HouseAsked { until } => (
                fl!(texts, "borrowing-letter-asked-subject"),
                fl!(
                    texts,
                    "borrowing-letter-asked",
                    register = register,
                    until = until.said(language)
                ),
            ),
            Self::HouseMoreDays { until } => (
                fl!(texts, "borrowing-letter-more-subject"),
                fl!(
                    texts,
                    "borrowing-letter-more",
                    register = register,
                    until = until.said(language)
                ),
            ),
            Self::HouseOver => (
                fl!(texts, "borrowing-letter-house-over-subject"),
                fl!(texts, "borrowing-letter-house-over", register = register),
            ),
            Self::TownAgreed => (
                fl!(texts, "borrowing-letter-agreed-subject"),
                fl!(texts, "borrowing-letter-agreed", register = register),
            ),
            Self::TownChanged => (
                fl!(texts, "borrowing-letter-changed-subject"),
                fl!(texts, "borrowing-letter-changed", register = register),
            ),
            Self::TownRefused => (
                fl!(texts, "borrowing-letter-refused-subject"),
                fl!(texts, "borrowing-letter-refused", register = register),
            ),
            Self::TownLapsed => (
                fl!(texts, "borrowing-letter-lapsed-subject"),
                fl!(texts, "borrowing-letter-lapsed", register = register),
            ),
            Self::TownOver => (
                fl!(texts, "borrowing-letter-town-over-subject"),
                fl!(texts, "borrowing-letter-town-over", register = register),
            ),
        }
    }
}
