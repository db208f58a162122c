//! `/notfallkarten` and `/organisation/notfallkarten`: who has a card.

use askama::Template;
use i18n_embed_fl::fl;

use super::BulkForm;
use crate::{Frame, assets};

/// Towns and their cards.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/cards.html")]
pub struct CardsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Which list it is.
    pub view: CardsView,
    /// Words of the name asked for.
    pub q: String,
    /// The towns of this page.
    pub rows: Vec<CardRow>,
    /// The next page.
    pub next_href: Option<String>,
    /// Many cards at once; for providers.
    pub bulk: Option<BulkForm>,
}

/// Which list it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardsView {
    /// All cards the viewer acts for.
    All,
    /// The towns the viewer's organisation serves, with or without a card.
    Served,
}

/// A town with where its card stands.
#[derive(Clone, Debug)]
pub struct CardRow {
    /// Name of the town.
    pub name: String,
    /// Its page, or the form that issues its first card.
    pub href: String,
    /// Number of its card; none without one.
    pub number: Option<String>,
    /// Its codes work.
    pub is_working: bool,
    /// Codes that still work.
    pub codes_left: u64,
    /// A new card waits for a second person.
    pub is_asked_for: bool,
}

impl CardsPage {
    fn path(&self) -> &'static str {
        match self.view {
            CardsView::All => "/notfallkarten",
            CardsView::Served => "/organisation/notfallkarten",
        }
    }

    /// What is wrong with the rows, all about one field.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let language = self.frame.language;
        let problems = self.bulk.iter().flat_map(|bulk| &bulk.problems);
        problems
            .map(|problem| ("zeilen", problem.message(language)))
            .collect()
    }
}
