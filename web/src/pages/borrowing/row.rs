//! A request for an offer, as one of its sides sees it. What can be done posts to `/angebotsanfragen/{id}/…`.

use i18n_embed_fl::fl;

use super::{BorrowingCost, BorrowingStand};
use crate::Language;
use crate::parts::{FieldProblem, OfferKind, OfferSize};

/// A request for an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BorrowedRow {
    /// Names it in addresses.
    pub id: String,
    /// The line of the offer.
    pub title: String,
    /// What it is.
    pub kind: OfferKind,
    /// Whose it is, for the town; for the house the Kreis, and once it is promised the town. Empty where it is not told.
    pub place: String,
    /// What happened, for the house.
    pub symptom: Option<String>,
    /// How much.
    pub size: OfferSize,
    /// Its start.
    pub from: String,
    /// Its end.
    pub until: String,
    /// Where it stands.
    pub stand: BorrowingStand,
    /// What the town said.
    pub message: Option<String>,
    /// What the house said.
    pub reason: Option<String>,
    /// What it will cost, by the estimate of the house.
    pub estimate: Option<String>,
    /// On which terms it is paid.
    pub cost: BorrowingCost,
    /// What the offer says about the cost.
    pub cost_note: String,
    /// It is a drill.
    pub is_drill: bool,
    /// The house answers.
    pub answer: Option<OfferAnswerForm>,
    /// The town asks for more days.
    pub more: Option<MoreDaysForm>,
    /// What else can be done with one tap.
    pub acts: Vec<BorrowedAct>,
    /// A button shows whom to phone.
    pub has_contact: bool,
}

/// The house answers; posts `antwort` (`accept`, `refuse`), `menge`, `schaetzung` and `grund` to `antwort`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfferAnswerForm {
    /// How much it may promise; none where it is there or not, and for more days.
    pub most: Option<u32>,
    /// How much, as typed.
    pub quantity: String,
    /// What is wrong with that.
    pub problem: Option<FieldProblem>,
    /// The estimate, as typed.
    pub estimate: String,
    /// The reason, as typed.
    pub reason: String,
}

/// The town asks for more days; posts `tage` to `verlaengerung`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoreDaysForm {
    /// How many there can be.
    pub most: u16,
    /// How many, as typed.
    pub days: String,
    /// What is wrong with that.
    pub problem: Option<FieldProblem>,
}

/// What one tap does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BorrowedAct {
    /// It is used from now on.
    Start,
    /// The question, or what was promised, is taken back.
    Withdraw,
    /// It is given back, or not given after all.
    End,
}

impl BorrowedAct {
    /// The end of the address.
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Start => "beginn",
            Self::Withdraw => "rueckzug",
            Self::End => "ende",
        }
    }

    pub(super) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Start => fl!(texts, "borrowing-start"),
            Self::Withdraw => fl!(texts, "borrowing-withdraw"),
            Self::End => fl!(texts, "borrowing-end"),
        }
    }
}

impl BorrowedRow {
    /// What it is, whose or where.
    pub(super) fn about(&self, language: Language) -> String {
        let kind = self.kind.label(language);
        let parts = [Some(kind), self.size.text(language)].into_iter().flatten();
        let told = [self.place.clone(), self.symptom.clone().unwrap_or_default()];
        let told = told.into_iter().filter(|text| !text.is_empty());
        parts.chain(told).collect::<Vec<_>>().join(" · ")
    }

    /// What it costs: the terms, what the offer says, what the house estimates.
    pub(super) fn price(&self, language: Language) -> String {
        let estimate = self
            .estimate
            .as_deref()
            .map(|estimate| fl!(language.texts(), "borrowing-estimated", estimate = estimate));
        let note = (!self.cost_note.is_empty()).then(|| format!("{}.", self.cost_note));
        let terms = Some(self.cost.text(language));
        let all = [terms, note, estimate].into_iter().flatten();
        all.collect::<Vec<_>>().join(" ")
    }

    /// What is wrong, with the ids of its fields.
    pub(super) fn messages(&self, language: Language) -> Vec<(String, String)> {
        let quantity = self.answer.as_ref().and_then(|form| {
            let message = form.message(language)?;
            Some((format!("menge-{}", self.id), message))
        });
        let days = self.more.as_ref().and_then(|form| {
            let message = form.message(language)?;
            Some((format!("tage-{}", self.id), message))
        });
        quantity.into_iter().chain(days).collect()
    }
}

impl OfferAnswerForm {
    pub(super) fn message(&self, language: Language) -> Option<String> {
        let label = fl!(language.texts(), "borrowing-quantity");
        let problem = self.problem.as_ref()?;
        Some(problem.message(&label, language))
    }
}

impl MoreDaysForm {
    pub(super) fn message(&self, language: Language) -> Option<String> {
        let label = fl!(language.texts(), "borrowing-more-days");
        let problem = self.problem.as_ref()?;
        Some(problem.message(&label, language))
    }
}
