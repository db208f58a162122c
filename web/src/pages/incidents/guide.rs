//! What a struck town ticks off, phase by phase.

use i18n_embed_fl::fl;

use super::IncidentSide;
use crate::Language;
use crate::pages::Phase;

/// The guide of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideView {
    /// Where ticks are sent: `phase`, `war` of each line that was ticked, `zeile` of each that is; none to read only.
    pub action: Option<String>,
    /// Its phases, that of the incident first.
    pub phases: Vec<GuidePhase>,
}

/// The lines of a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuidePhase {
    /// Which.
    pub phase: Phase,
    /// The incident is in it now.
    pub is_current: bool,
    /// Who checked the text, and when.
    pub checked: Option<(String, String)>,
    /// Its lines.
    pub lines: Vec<GuideLine>,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideLine {
    /// Names it.
    pub key: String,
    /// What it says.
    pub text: String,
    /// That it is done.
    pub ticked: Option<GuideTick>,
}

/// That a line is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideTick {
    /// Since when.
    pub at: String,
    /// Who says so.
    pub side: IncidentSide,
}

impl GuidePhase {
    pub(in crate::pages) fn heading(&self, language: Language) -> String {
        let label = self.phase.label(language);
        if self.is_current {
            return fl!(language.texts(), "care-guide-now", phase = label);
        }
        label
    }

    /// How much of it is done.
    pub(in crate::pages) fn stand(&self, language: Language) -> String {
        let done = self.lines.iter().filter(|line| line.ticked.is_some());
        let (done, all) = (done.count(), self.lines.len());
        fl!(language.texts(), "care-guide-stand", done = done, all = all)
    }
}

impl GuideTick {
    pub(in crate::pages) fn text(&self, language: Language) -> String {
        let by = self.side.label(language);
        fl!(
            language.texts(),
            "care-guide-ticked",
            by = by,
            at = self.at.as_str()
        )
    }
}
