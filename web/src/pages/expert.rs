//! `/fachkraefte/{id}`: one masked entry.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{Certification, ExpertCard, level_label};
use crate::{Frame, assets};

/// The page of a masked entry.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/expert.html")]
pub struct ExpertPage {
    /// Surroundings.
    pub frame: Frame,
    /// The card.
    pub card: ExpertCard,
    /// Names of its roles, best first.
    pub roles: Vec<String>,
    /// Paragraphs of the public text; empty where there is none.
    pub text: Vec<String>,
    /// Certificates.
    pub certifications: Vec<Certification>,
    /// The search, match or organisation one came from, or `/suche`.
    pub back_href: String,
}

impl ExpertPage {
    /// What the page one came from is called.
    fn back_label(&self) -> String {
        let texts = self.frame.texts();
        match self.back_href.split('?').next() {
            Some("/abgleich") => fl!(texts, "match-title"),
            Some("/organisation") => fl!(texts, "nav-organisation"),
            _ => fl!(texts, "search-title"),
        }
    }
}
