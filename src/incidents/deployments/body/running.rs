//! JSON of what becomes of a deployment that runs.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::clock::Instant;
use crate::ids::RequestId;
use crate::incidents::deployments::model::{Extension, ExtensionDecision, Outcome};

/// A later end that was asked for. Who has said yes so far is not in it: a refusal would name whoever is left.
///
/// That it was not agreed is told at once, for a relief must be looked for: an employer whose standing word counts, or who
/// said yes, can conclude from it who did not want to.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtensionBody {
    /// Until when.
    pub until: Instant,
    /// When it was asked for.
    pub asked_at: Instant,
    /// Until when both must have said yes.
    pub due_at: Instant,
    /// What became of it; null while it is asked.
    pub outcome: Option<ExtensionOutcome>,
}

/// What became of a later end. A no and no answer are the same: nobody learns who said what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExtensionOutcome {
    /// Both said yes.
    Agreed,
    /// One did not, or it ended before.
    NotAgreed,
}

/// It begins.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewStart {
    /// When it began; now if absent.
    #[serde(default)]
    pub at: Option<Instant>,
}

/// It is to end later.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewExtension {
    /// Until when.
    pub until: Instant,
}

/// Yes or no to a later end.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewExtensionDecision {
    /// What.
    pub decision: ExtensionDecision,
}

/// They are called back.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewReturn {
    /// Until when help goes on.
    pub at: Instant,
}

/// Who takes over is sought.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SuccessorBody {
    /// The request, a draft.
    pub request_id: RequestId,
}

impl From<Extension> for ExtensionBody {
    fn from(extension: Extension) -> Self {
        let Extension {
            id: _,
            deployment: _,
            until,
            asked_at,
            due_at,
            expert_at: _,
            employer_at: _,
            closed,
        } = extension;
        Self {
            until,
            asked_at,
            due_at,
            outcome: closed.map(|(_, outcome)| outcome.into()),
        }
    }
}

impl From<Outcome> for ExtensionOutcome {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Agreed => Self::Agreed,
            Outcome::Refused | Outcome::Lapsed => Self::NotAgreed,
        }
    }
}
