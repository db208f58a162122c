//! Offers: the own ones, the form of one, and all that stand.

mod form;
mod list;
mod own;

use i18n_embed_fl::fl;

use crate::Frame;

pub use form::{OfferFormPage, OfferFormState};
pub use list::{OfferFilter, OffersPage};
pub use own::{OwnOfferRow, OwnOfferState, OwnOffersPage};

/// Why an offer was not kept or published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferRefusal {
    /// The house is no member.
    NoMember,
    /// It has as many as it may have.
    TooMany,
    /// Something in it is wrong by now.
    Outdated,
    /// The same form was saved with something else in it.
    Entered,
}

impl OfferRefusal {
    fn text(self, frame: &Frame) -> String {
        let texts = frame.texts();
        match self {
            Self::NoMember => fl!(texts, "own-offers-no-member"),
            Self::TooMany => fl!(texts, "own-offers-too-many"),
            Self::Outdated => fl!(texts, "own-offers-open-first"),
            Self::Entered => fl!(texts, "own-offers-entered"),
        }
    }
}
