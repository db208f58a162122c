//! `/organisation/angebote/anfragen`: what the house is asked for, and what it promised.

use askama::Template;
use i18n_embed_fl::fl;

use super::BorrowedRow;
use crate::{Frame, Language, assets};

/// Requests to a house.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/offer_answers.html")]
pub struct OfferAnswersPage {
    /// Surroundings.
    pub frame: Frame,
    /// Those that wait for its word, the most urgent first.
    pub waiting: Vec<BorrowedRow>,
    /// All others, newest first.
    pub others: Vec<BorrowedRow>,
    /// Older ones.
    pub next: Option<String>,
}

impl OfferAnswersPage {
    /// What the page is called where it is linked.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "borrowing-house-title")
    }

    fn messages(&self) -> Vec<(String, String)> {
        let rows = self.waiting.iter().chain(&self.others);
        rows.flat_map(|row| row.messages(self.frame.language))
            .collect()
    }
}
