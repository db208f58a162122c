//! `/pruefung`: the vetters' queue and cases, and what the applicant sees of them.

mod appeal;
mod case;
mod own;
mod queue;
mod renewals;

use i18n_embed_fl::fl;

pub use appeal::{AppealPage, AppealProblem};
pub use case::{
    AssessForm, CaseProblem, CaseProfile, CheckItem, PastCase, RevokeForm, Said, VettingCasePage,
    vetter_name,
};
pub use own::{OwnStep, OwnVetting};
pub use queue::{CaseRow, Progress, QueueFilter, VettingQueuePage};
pub use renewals::{
    RenewalOutcome, RenewalProblem, RenewalResult, RenewalRow, VettingRenewalsPage,
};

use super::MissingStep;
use crate::Language;

/// How thorough a case must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// One vetter.
    Basic,
    /// Two vetters.
    Extended,
}

/// What a case decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseKind {
    /// Whether the entry is admitted.
    Admission,
    /// Whether the admission goes on.
    Renewal,
    /// Whether the admission is taken away.
    Revocation,
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseState {
    /// Waits for vetters.
    Open,
    /// Decided.
    Decided,
    /// Taken back.
    Withdrawn,
}

/// What a vetter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Admit, or leave the admission.
    Admit,
    /// Reject, or take the admission away.
    Reject,
    /// Send back.
    RequestChanges,
}

/// Why somebody may not assess a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// It is no longer open.
    Closed,
    /// They have assessed it.
    Assessed,
    /// It is their own entry, or one of their own house.
    TooClose,
    /// It appeals what they said.
    DecidedBefore,
}

impl Grade {
    pub(super) const ALL: [Self; 2] = [Self::Basic, Self::Extended];

    /// Its value in an address.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Extended => "extended",
        }
    }

    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Basic => fl!(texts, "vetting-grade-basic"),
            Self::Extended => fl!(texts, "vetting-grade-extended"),
        }
    }
}

impl CaseKind {
    pub(super) const ALL: [Self; 3] = [Self::Admission, Self::Renewal, Self::Revocation];

    /// Its value in an address.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Admission => "admission",
            Self::Renewal => "renewal",
            Self::Revocation => "revocation",
        }
    }

    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Admission => fl!(texts, "vetting-kind-admission"),
            Self::Renewal => fl!(texts, "vetting-kind-renewal"),
            Self::Revocation => fl!(texts, "vetting-kind-revocation"),
        }
    }
}

impl CaseState {
    pub(super) const ALL: [Self; 3] = [Self::Open, Self::Decided, Self::Withdrawn];

    /// Its value in an address.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Decided => "decided",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Open => fl!(texts, "vetting-state-open"),
            Self::Decided => fl!(texts, "vetting-state-decided"),
            Self::Withdrawn => fl!(texts, "vetting-state-withdrawn"),
        }
    }
}

impl Verdict {
    /// Its value in a form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Admit => "admit",
            Self::Reject => "reject",
            Self::RequestChanges => "request_changes",
        }
    }

    /// The verdicts there are in a case of this kind.
    fn of(kind: CaseKind) -> Vec<Self> {
        match kind {
            CaseKind::Admission | CaseKind::Renewal => {
                vec![Self::Admit, Self::RequestChanges, Self::Reject]
            }
            CaseKind::Revocation => vec![Self::Reject, Self::Admit],
        }
    }

    fn label(self, kind: CaseKind, language: Language) -> String {
        let texts = language.texts();
        match (kind, self) {
            (CaseKind::Admission, Self::Admit) => fl!(texts, "vetting-admit"),
            (CaseKind::Renewal, Self::Admit) => fl!(texts, "vetting-renew"),
            (CaseKind::Revocation, Self::Admit) => fl!(texts, "vetting-leave"),
            (CaseKind::Admission | CaseKind::Renewal, Self::Reject) => fl!(texts, "vetting-reject"),
            (CaseKind::Revocation, Self::Reject) => fl!(texts, "vetting-take"),
            (_, Self::RequestChanges) => fl!(texts, "vetting-send-back"),
        }
    }

    /// What a decision like this has done.
    fn outcome(self, kind: CaseKind, language: Language) -> String {
        let texts = language.texts();
        match (kind, self) {
            (CaseKind::Admission, Self::Admit) => fl!(texts, "vetting-admitted"),
            (CaseKind::Renewal, Self::Admit) => fl!(texts, "renewals-renewed"),
            (CaseKind::Revocation, Self::Admit) => fl!(texts, "vetting-left"),
            (CaseKind::Admission | CaseKind::Renewal, Self::Reject) => {
                fl!(texts, "vetting-rejected")
            }
            (CaseKind::Revocation, Self::Reject) => fl!(texts, "vetting-taken"),
            (_, Self::RequestChanges) => fl!(texts, "vetting-sent-back"),
        }
    }

    /// How a decision like this looks.
    const fn kern(self) -> &'static str {
        match self {
            Self::Admit => "success",
            Self::Reject => "danger",
            Self::RequestChanges => "warning",
        }
    }
}

impl WhyNot {
    fn text(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Closed => fl!(texts, "vetting-closed"),
            Self::Assessed => fl!(texts, "vetting-assessed"),
            Self::TooClose => fl!(texts, "vetting-too-close"),
            Self::DecidedBefore => fl!(texts, "vetting-decided-before"),
        }
    }
}

/// What an entry lacks besides the admission, in few words for vetters.
fn missing_label(missing: MissingStep, language: Language) -> Option<String> {
    let texts = language.texts();
    match missing {
        MissingStep::Vetted => None,
        MissingStep::Consent => Some(fl!(texts, "vetting-lacks-consent")),
        MissingStep::Confirmed => Some(fl!(texts, "vetting-lacks-confirmation")),
        MissingStep::Participation => Some(fl!(texts, "vetting-lacks-participation")),
        MissingStep::Release => Some(fl!(texts, "vetting-lacks-release")),
        MissingStep::EmployerStruck => Some(fl!(texts, "vetting-lacks-peace")),
    }
}

fn missing_labels(missing: &[MissingStep], language: Language) -> Vec<String> {
    let labels = missing.iter().map(|step| missing_label(*step, language));
    labels.flatten().collect()
}
