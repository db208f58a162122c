//! Who reads a request along, as the town ticks it.

use super::CodeProblem;
use crate::Language;

/// Who reads along; both unless the town says no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HelpReaders {
    /// The liaison of the Land.
    pub land: bool,
    /// The IT provider that serves the town.
    pub provider: bool,
}

impl Default for HelpReaders {
    fn default() -> Self {
        Self {
            land: true,
            provider: true,
        }
    }
}

/// The form of a verified town; posts to `…/mitlesen`: `gefragt` for each box there is, `mitlesen` for each that is
/// ticked, and `code` from another phone.
#[derive(Clone, Debug)]
pub struct ReadersForm {
    /// What is ticked.
    pub ticked: HelpReaders,
    /// Name of the provider; without one there is no box.
    pub provider: Option<String>,
    /// It is not the phone that asked: the spoken code is to be typed.
    pub asks_code: bool,
    /// What is wrong with the code typed.
    pub problem: Option<CodeProblem>,
}

impl ReadersForm {
    /// Id of the field for the spoken code.
    pub(super) const FIELD: &'static str = "mitlesen-code";

    /// What is wrong with the code typed.
    pub(super) fn message(&self, language: Language) -> Option<String> {
        Some(self.problem?.message(language))
    }

    /// Whether another code may be typed.
    pub(super) fn is_locked(&self) -> bool {
        self.problem == Some(CodeProblem::Locked)
    }
}
