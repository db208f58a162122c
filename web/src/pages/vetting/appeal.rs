//! `/fachkraefte/{id}/widerspruch`: asking others to look at a rejection again; posts `begruendung`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, assets};

/// The form of an appeal.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/appeal.html")]
pub struct AppealPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names the entry in the form.
    pub entry: String,
    /// Its public name.
    pub alias: String,
    /// Where one came from: the own entry or the organisation.
    pub back: (String, bool),
    /// Why it was rejected, by paragraphs.
    pub reason: Vec<String>,
    /// What was typed.
    pub grounds: String,
    /// What was wrong.
    pub problem: Option<AppealProblem>,
}

/// What was wrong with an appeal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppealProblem {
    /// Too short or too long.
    Grounds,
}

impl AppealPage {
    /// Fewest characters that say anything.
    pub const SHORTEST: usize = 10;
    /// Most characters.
    pub const LONGEST: usize = 2_000;

    fn messages(&self) -> Vec<(&'static str, String)> {
        let message = fl!(self.frame.texts(), "appeal-wrong", n = Self::SHORTEST);
        let wrong = self
            .problem
            .map(|AppealProblem::Grounds| ("begruendung", message));
        wrong.into_iter().collect()
    }
}
