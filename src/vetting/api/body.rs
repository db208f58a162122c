//! Cases as vetters see them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Instant;
use crate::experts::Grade;
use crate::ids::{AccountId, ExpertId, VettingCaseId};
use crate::vetting::model::{Assessment, Case, CaseKind, CaseState, Verdict};

/// A case as vetters see it: the entry by id, no identity.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseBody {
    id: VettingCaseId,
    expert_id: ExpertId,
    /// What is decided.
    kind: CaseKind,
    grade: Grade,
    state: CaseState,
    outcome: Option<Verdict>,
    opened_at: Instant,
    /// By when it should be decided.
    due_at: Instant,
    decided_at: Option<Instant>,
    /// The rejection it is an appeal of.
    appeal_of: Option<VettingCaseId>,
    /// What the applicant says in the appeal.
    grounds: Option<String>,
    /// A revocation that acts before it is decided.
    urgent: bool,
    /// Until when whoever spoke last can take it back.
    undo_until: Option<Instant>,
    assessments: Vec<AssessmentBody>,
}

/// What one vetter says.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AssessmentBody {
    vetter_id: AccountId,
    verdict: Verdict,
    reason: String,
    at: Instant,
}

/// Whether it was drawn for a second look is not told: it would be no sample.
pub(super) fn body(case: Case) -> CaseBody {
    let undo_until = case.undo_until();
    let Case {
        id,
        expert,
        kind,
        grade,
        is_sampled: _,
        state,
        outcome,
        opened_at,
        due_at,
        decided_at,
        appeal,
        is_urgent,
        assessments,
    } = case;
    CaseBody {
        id,
        expert_id: expert,
        kind,
        grade,
        state,
        outcome,
        opened_at,
        due_at,
        decided_at,
        appeal_of: appeal.as_ref().map(|appeal| appeal.of),
        grounds: appeal.map(|appeal| appeal.grounds),
        urgent: is_urgent,
        undo_until,
        assessments: assessments.into_iter().map(said).collect(),
    }
}

fn said(assessment: Assessment) -> AssessmentBody {
    let Assessment {
        vetter,
        verdict,
        reason,
        at,
    } = assessment;
    AssessmentBody {
        vetter_id: vetter,
        verdict,
        reason,
        at,
    }
}
