//! Cases as the pages know them.

use web::pages::{
    CaseKind as PageKind, CaseState as PageState, Grade as PageGrade, MissingStep,
    Verdict as PageVerdict, WhyNot,
};

use crate::experts::{Grade, Missing};
use crate::vetting::model::{CaseKind, CaseState, Refusal, Verdict};

pub(super) fn kind(kind: CaseKind) -> PageKind {
    match kind {
        CaseKind::Admission => PageKind::Admission,
        CaseKind::Renewal => PageKind::Renewal,
        CaseKind::Revocation => PageKind::Revocation,
    }
}

pub(super) fn state(state: CaseState) -> PageState {
    match state {
        CaseState::Open => PageState::Open,
        CaseState::Decided => PageState::Decided,
        CaseState::Withdrawn => PageState::Withdrawn,
    }
}

pub(super) fn grade(grade: Grade) -> PageGrade {
    match grade {
        Grade::Basic => PageGrade::Basic,
        Grade::Extended => PageGrade::Extended,
    }
}

pub(super) fn verdict(verdict: Verdict) -> PageVerdict {
    match verdict {
        Verdict::Admit => PageVerdict::Admit,
        Verdict::Reject => PageVerdict::Reject,
        Verdict::RequestChanges => PageVerdict::RequestChanges,
    }
}

pub(super) fn missing(missing: &[Missing]) -> Vec<MissingStep> {
    let step = |missing: &Missing| match missing {
        Missing::Vetted => MissingStep::Vetted,
        Missing::Consent => MissingStep::Consent,
        Missing::Confirmed => MissingStep::Confirmed,
        Missing::Participation => MissingStep::Participation,
        Missing::Release => MissingStep::Release,
        Missing::EmployerStruck => MissingStep::EmployerStruck,
    };
    missing.iter().map(step).collect()
}

pub(super) fn why_not(refusal: Refusal) -> WhyNot {
    match refusal {
        Refusal::AlreadyAssessed => WhyNot::Assessed,
        Refusal::TooClose => WhyNot::TooClose,
        Refusal::DecidedBefore => WhyNot::DecidedBefore,
        Refusal::Closed
        | Refusal::NotForThisKind
        | Refusal::NotLast
        | Refusal::TooLate
        | Refusal::Superseded
        | Refusal::NotRejected
        | Refusal::AppealedAlready => WhyNot::Closed,
    }
}
