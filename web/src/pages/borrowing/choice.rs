//! `/vorfaelle/{id}/angebote`: what a town asked for, and what it can ask for.

use askama::Template;
use i18n_embed_fl::fl;

use super::BorrowedRow;
use crate::pages::OfferFilter;
use crate::parts::{Link, OfferCard};
use crate::{Frame, Language, assets};

/// Offers for a town that is helped.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/borrowing.html")]
pub struct BorrowingPage {
    /// Surroundings.
    pub frame: Frame,
    /// The incident, by its place.
    pub incident: Link,
    /// It is a drill.
    pub is_drill: bool,
    /// What was asked for, newest first.
    pub asked: Vec<BorrowedRow>,
    /// Nothing more can be asked for: it is over.
    pub is_over: bool,
    /// Kinds to choose from.
    pub kinds: Vec<OfferFilter>,
    /// What can be asked for, the nearest first.
    pub offers: Vec<OfferChoice>,
}

/// An offer that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferChoice {
    /// As the town sees it.
    pub card: OfferCard,
    /// Where it is asked for.
    pub href: String,
}

impl BorrowingPage {
    /// What the page is called where it is linked.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "borrowing-title")
    }

    fn messages(&self) -> Vec<(String, String)> {
        let rows = self.asked.iter();
        rows.flat_map(|row| row.messages(self.frame.language))
            .collect()
    }
}
