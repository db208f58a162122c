//! `/pruefung/verlaengerungen`: several renewals with one reason; posts `vorgang` and `grund`.

use askama::Template;
use i18n_embed_fl::fl;

use super::{Grade, VettingCasePage, WhyNot, missing_labels};
use crate::pages::MissingStep;
use crate::{Frame, assets};

/// The open renewals whoever looks may assess, and what became of those just sent.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/vetting_renewals.html")]
pub struct VettingRenewalsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Those that can be chosen.
    pub rows: Vec<RenewalRow>,
    /// What became of those chosen before.
    pub results: Vec<RenewalResult>,
    /// What was typed.
    pub reason: String,
    /// What was wrong.
    pub problems: Vec<RenewalProblem>,
}

/// A renewal to choose.
#[derive(Clone, Debug)]
pub struct RenewalRow {
    /// Its value in the form.
    pub id: String,
    /// Public name of the entry.
    pub alias: String,
    /// Short description of the entry.
    pub headline: String,
    /// How thorough it must be.
    pub grade: Grade,
    /// When the admission ends.
    pub due: String,
    /// What the entry lacks besides.
    pub missing: Vec<MissingStep>,
    /// One has assessed it, and another is needed.
    pub needs_another: bool,
    /// It is chosen.
    pub is_chosen: bool,
}

/// What became of a renewal.
#[derive(Clone, Debug)]
pub struct RenewalResult {
    /// Its page.
    pub href: String,
    /// Public name of the entry; empty where it is unknown.
    pub alias: String,
    /// How it went.
    pub outcome: RenewalOutcome,
}

/// How a renewal went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenewalOutcome {
    /// The admission goes on.
    Renewed,
    /// A second person is needed.
    NeedsAnother,
    /// It was not possible.
    Refused(WhyNot),
}

impl RenewalOutcome {
    /// How it looks.
    const fn kern(self) -> &'static str {
        match self {
            Self::Renewed => "success",
            Self::NeedsAnother => "info",
            Self::Refused(_) => "danger",
        }
    }
}

/// What was wrong with what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenewalProblem {
    /// Nothing is chosen.
    Nothing,
    /// The reason is too short or too long.
    Reason,
}

impl VettingRenewalsPage {
    /// Most renewals at once.
    pub const MOST: usize = 50;

    fn missing_of(&self, row: &RenewalRow) -> String {
        missing_labels(&row.missing, self.frame.language()).join(", ")
    }

    fn outcome_of(&self, result: &RenewalResult) -> String {
        let texts = self.frame.texts();
        match result.outcome {
            RenewalOutcome::Renewed => fl!(texts, "renewals-renewed"),
            RenewalOutcome::NeedsAnother => fl!(texts, "vetting-one-more"),
            RenewalOutcome::Refused(why_not) => why_not.text(self.frame.language()),
        }
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        let texts = self.frame.texts();
        let shortest = VettingCasePage::SHORTEST_REASON;
        let message = |problem: &RenewalProblem| match problem {
            RenewalProblem::Nothing => ("auswahl", fl!(texts, "renewals-nothing")),
            RenewalProblem::Reason => ("grund", fl!(texts, "vetting-reason-wrong", n = shortest)),
        };
        self.problems.iter().map(message).collect()
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}
