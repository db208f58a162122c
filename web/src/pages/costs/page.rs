//! `/einsaetze/{id}/kosten`: estimate and costs of a deployment, and the same on paper.

use askama::Template;
use i18n_embed_fl::fl;

use super::sheet::{CostKind, CostSheetView, CostStage};
use crate::{Frame, Language, assets};

/// Estimate and costs; steps post `blatt`, `was`, `stand` and `frage` to `/einsaetze/{id}/kosten/schritt`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/costs.html")]
pub struct CostsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names the deployment in addresses.
    pub id: String,
    /// The public name; empty once the entry was erased.
    pub alias: String,
    /// Which kind of costs it bears; none where it costs nothing.
    pub kind: Option<CostKind>,
    /// The sheets there are, the estimate first.
    pub sheets: Vec<CostSheetView>,
    /// Those whoever looks can write.
    pub writable: Vec<CostStage>,
    /// Why a step was not taken.
    pub refusal: Option<CostsRefusal>,
    /// What was asked back and not sent.
    pub asked: String,
}

/// Why a step was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostsRefusal {
    /// Somebody changed it meanwhile.
    Changed,
    /// It does not stand so any more.
    NotNow,
    /// It is of the other kind of costs, and is written anew.
    OtherKind,
    /// Whoever wrote it does not decide.
    OwnWord,
    /// No question was written.
    NoQuestion,
}

impl CostsRefusal {
    fn text(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Changed => fl!(texts, "costs-refused-changed"),
            Self::NotNow => fl!(texts, "costs-refused-not-now"),
            Self::OtherKind => fl!(texts, "costs-refused-other-kind"),
            Self::OwnWord => fl!(texts, "costs-refused-own-word"),
            Self::NoQuestion => fl!(texts, "costs-refused-no-question"),
        }
    }
}

impl CostsPage {
    /// What the page is called.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "costs-title")
    }

    /// What is wrong with what was asked back.
    fn question_message(&self) -> Option<String> {
        let refusal = self.refusal?;
        (refusal == CostsRefusal::NoQuestion).then(|| refusal.text(self.frame.language))
    }

    /// The forms whoever looks can write: the last part of the address, and what the button says.
    fn forms(&self) -> Vec<(&'static str, String)> {
        let texts = self.frame.texts();
        let label = |stage: CostStage| {
            let is_there = self.sheets.iter().any(|sheet| sheet.stage == stage);
            match (stage, is_there) {
                (CostStage::Estimate, false) => fl!(texts, "costs-write-estimate"),
                (CostStage::Estimate, true) => fl!(texts, "costs-rewrite-estimate"),
                (CostStage::Actual, false) => fl!(texts, "costs-write-actual"),
                (CostStage::Actual, true) => fl!(texts, "costs-rewrite-actual"),
            }
        };
        let stages = self.writable.iter().copied();
        stages.map(|stage| (stage.path(), label(stage))).collect()
    }
}

/// The costs on paper; no invoice.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/cost_print.html")]
pub struct CostPrintPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names the deployment in addresses.
    pub id: String,
    /// The public name; empty once the entry was erased.
    pub alias: String,
    /// Who sends.
    pub employer: String,
    /// Who is helped.
    pub town: String,
    /// From when to when, such as `1. Dezember 2026 bis 3. Dezember 2026`.
    pub period: String,
    /// The day it was printed.
    pub today: String,
    /// The costs, else the estimate.
    pub sheet: CostSheetView,
}
