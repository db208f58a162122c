//! What a person and the employer's managers see of the vetting of an entry.

use i18n_embed_fl::fl;

use super::{CaseKind, CaseState, Verdict};
use crate::Language;

/// Where an entry stands with the vetters.
#[derive(Clone, Debug)]
pub struct OwnVetting {
    /// Names the entry in forms.
    pub entry: String,
    /// Its public name.
    pub alias: String,
    /// The last case: what it decides, where it stands, how it ended.
    pub case: Option<(CaseKind, CaseState, Option<Verdict>)>,
    /// It is an appeal.
    pub is_appeal: bool,
    /// It acts before it is decided.
    pub is_urgent: bool,
    /// When it was opened, or decided.
    pub at: String,
    /// Why it was decided so, by paragraphs.
    pub reason: Vec<String>,
    /// What can be done.
    pub steps: Vec<OwnStep>,
}

/// What an applicant can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnStep {
    /// Submit the entry.
    Submit,
    /// Take the application back.
    Withdraw,
    /// Ask others to look again.
    Appeal,
}

impl OwnVetting {
    /// Whether there is something to know or to do.
    pub(crate) fn is_worth_showing(&self) -> bool {
        let is_admitted = matches!(
            self.case,
            Some((
                CaseKind::Admission | CaseKind::Renewal,
                _,
                Some(Verdict::Admit)
            ))
        );
        self.steps.contains(&OwnStep::Submit) || (self.case.is_some() && !is_admitted)
    }

    /// How it looks.
    pub(crate) fn kern(&self) -> &'static str {
        match self.case {
            Some((_, CaseState::Decided, Some(outcome))) => outcome.kern(),
            Some((CaseKind::Revocation, CaseState::Open, _)) => "warning",
            Some(_) | None => "info",
        }
    }

    /// Where it stands, in a sentence.
    pub(crate) fn sentence(&self, language: Language) -> String {
        let texts = language.texts();
        let at = self.at.as_str();
        let Some((kind, state, outcome)) = self.case else {
            return fl!(texts, "own-vetting-never");
        };
        match (state, kind, outcome) {
            (CaseState::Withdrawn, ..) => fl!(texts, "own-vetting-withdrawn"),
            (CaseState::Open, CaseKind::Revocation, _) if self.is_urgent => {
                fl!(texts, "own-vetting-suspended", at = at)
            }
            (CaseState::Open, CaseKind::Revocation, _) => {
                fl!(texts, "own-vetting-revoking", at = at)
            }
            (CaseState::Open, ..) if self.is_appeal => fl!(texts, "own-vetting-appealed", at = at),
            (CaseState::Open, CaseKind::Renewal, _) => fl!(texts, "own-vetting-renewing", at = at),
            (CaseState::Open, CaseKind::Admission, _) => fl!(texts, "own-vetting-open", at = at),
            (CaseState::Decided, CaseKind::Revocation, Some(Verdict::Reject)) => {
                fl!(texts, "own-vetting-revoked", at = at)
            }
            (CaseState::Decided, CaseKind::Revocation, _) => {
                fl!(texts, "own-vetting-left", at = at)
            }
            (CaseState::Decided, _, Some(Verdict::RequestChanges)) => {
                fl!(texts, "own-vetting-sent-back", at = at)
            }
            (CaseState::Decided, _, Some(Verdict::Reject)) => {
                fl!(texts, "own-vetting-rejected", at = at)
            }
            (CaseState::Decided, ..) => fl!(texts, "own-vetting-admitted", at = at),
        }
    }
}
