//! `/organisation/angebote`: the own offers; each row has a form that posts `stand` and `was` (`veroeffentlichen`,
//! `zurueckziehen`).

use askama::Template;
use i18n_embed_fl::fl;

use super::OfferRefusal;
use crate::parts::{OfferCard, OfferKind};
use crate::{Frame, assets};

/// The offers of a house.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/own_offers.html")]
pub struct OwnOffersPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the organisation.
    pub name: String,
    /// It belongs to the federation; nobody else offers something.
    pub is_member: bool,
    /// It is struck itself: nothing of it is shown to others.
    pub is_struck: bool,
    /// All but those withdrawn, newest first.
    pub rows: Vec<OwnOfferRow>,
    /// Those withdrawn, newest first.
    pub withdrawn: Vec<OwnOfferRow>,
    /// Somebody else changed the offer meanwhile that was to be published or withdrawn.
    pub is_conflict: bool,
    /// Why an offer was not published.
    pub refused: Option<OfferRefusal>,
}

/// An offer of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnOfferRow {
    /// Its page.
    pub href: String,
    /// Where it stands.
    pub state: OwnOfferState,
    /// Counts its changes.
    pub version: i32,
    /// As others see it.
    pub card: OfferCard,
}

/// Where an own offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnOfferState {
    /// Only the house sees it.
    Draft,
    /// Others see it.
    Found,
    /// Published, but the house gives nothing now.
    Hidden,
    /// Its last day is past.
    Over,
    /// Taken back.
    Withdrawn,
}

impl OwnOffersPage {
    /// Where a new one is entered, by kind.
    fn kinds(&self) -> Vec<(String, String)> {
        let kind = |kind: OfferKind| {
            let href = format!("/organisation/angebote/neu?art={}", kind.value());
            (href, kind.label(self.frame.language))
        };
        OfferKind::ALL.map(kind).to_vec()
    }
}

impl OwnOfferState {
    fn label(self, frame: &Frame) -> String {
        let texts = frame.texts();
        match self {
            Self::Draft => fl!(texts, "offer-state-draft"),
            Self::Found => fl!(texts, "offer-state-found"),
            Self::Hidden => fl!(texts, "offer-state-hidden"),
            Self::Over => fl!(texts, "offer-state-over"),
            Self::Withdrawn => fl!(texts, "offer-state-withdrawn"),
        }
    }

    const fn tone(self) -> &'static str {
        match self {
            Self::Found => "success",
            Self::Draft | Self::Withdrawn => "info",
            Self::Hidden | Self::Over => "warning",
        }
    }

    const fn can_be_published(self) -> bool {
        match self {
            Self::Draft | Self::Withdrawn => true,
            Self::Found | Self::Hidden | Self::Over => false,
        }
    }

    const fn can_be_withdrawn(self) -> bool {
        match self {
            Self::Draft | Self::Found | Self::Hidden | Self::Over => true,
            Self::Withdrawn => false,
        }
    }
}
