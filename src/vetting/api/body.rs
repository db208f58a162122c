//! Cases as vetters see them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Instant;
use crate::experts::Grade;
use crate::ids::{AccountId, ExpertId, VettingCaseId};
use crate::vetting::model::{
    Assessment, Case, CaseKind, CaseState, Comment, Tick, Verdict, VetterName, checklist,
};
use crate::vetting::service::{Detail, QueueRow};

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
    /// It is open, and somebody else has to assess it: you have, or you are too close to it.
    waiting_for_others: bool,
    assessments: Vec<AssessmentBody>,
    /// The questions to be looked at; not in a list of cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    checklist: Option<Vec<CheckBody>>,
    /// What vetters told each other, oldest first; not in a list of cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    comments: Option<Vec<CommentBody>>,
}

/// A question of the checklist.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CheckBody {
    id: String,
    /// The end of the account's id of who ticked it first.
    ticked_by: Option<String>,
    ticked_on: Option<NaiveDate>,
}

/// What one vetter tells the others; the applicant never sees it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CommentBody {
    at: Instant,
    /// The end of the account's id.
    by: String,
    text: String,
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

/// A case with its notes.
pub(super) fn whole(detail: Detail) -> CaseBody {
    let Detail {
        row,
        comments,
        ticks,
        others: _,
        undo_until: _,
        may_revoke: _,
    } = detail;
    let asked = checklist(row.case.kind, row.case.grade);
    let asked = asked.map(|item| check(item.id, &ticks)).collect();
    CaseBody {
        checklist: Some(asked),
        comments: Some(comments.into_iter().map(comment).collect()),
        ..body(row)
    }
}

/// Whether it was drawn for a second look is not told: it would be no sample. Of the entry there is nothing but its id.
pub(super) fn body(row: QueueRow) -> CaseBody {
    let QueueRow {
        case,
        entry: _,
        missing: _,
        may_assess: _,
        waits_for_others,
        is_close: _,
    } = row;
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
        waiting_for_others: waits_for_others,
        assessments: assessments.into_iter().map(said).collect(),
        checklist: None,
        comments: None,
    }
}

fn check(id: &str, ticks: &[Tick]) -> CheckBody {
    let tick = ticks.iter().find(|tick| tick.item == id);
    CheckBody {
        id: id.to_owned(),
        ticked_by: tick.map(|tick| VetterName::of(tick.by).to_string()),
        ticked_on: tick.map(|tick| tick.at.date()),
    }
}

fn comment(comment: Comment) -> CommentBody {
    let Comment { by, text, at } = comment;
    CommentBody {
        at,
        by: VetterName::of(by).to_string(),
        text,
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
