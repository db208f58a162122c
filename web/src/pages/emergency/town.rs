//! `/kommune` for the town itself, `/notfallkarten/{organisation_id}` for those who act for it.

use askama::Template;
use i18n_embed_fl::fl;

use super::{ContactForm, ContactRow, RevealPurpose, TownCard};
use crate::{Frame, assets};

/// The own town: card, conditions, whom to call back, provider.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/town.html")]
pub struct TownPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the town.
    pub name: String,
    /// Its card.
    pub standing: TownCard,
    /// Who accepted the conditions for it, name and function.
    pub signatory: Option<String>,
    /// Whom to call back, in this order.
    pub contacts: Vec<ContactRow>,
    /// The form for another.
    pub form: ContactForm,
}

/// A town as its provider and the offices see it.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/town_card.html")]
pub struct TownCardPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the town.
    pub name: String,
    /// Names it in forms.
    pub organisation_id: String,
    /// Its card.
    pub standing: TownCard,
    /// The viewer may look at the numbers to call back.
    pub may_reveal: bool,
    /// The numbers, once the viewer said what for.
    pub revealed: Option<Vec<ContactRow>>,
}

impl TownPage {
    /// What is wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let language = self.frame.language;
        let problems = self.form.problems.iter();
        problems
            .map(|problem| (problem.field(), problem.message(language)))
            .collect()
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}
