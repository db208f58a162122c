//! Details, reports and notes as they are shown.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Instant;
use crate::ids::IncidentNoteId;
use crate::incidents::model::{Clock, ClockId, Insurer, Note, Side};
use crate::incidents::service::Details;

/// A report the law asks for. What is counted is no legal advice.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClockBody {
    /// Which.
    pub id: ClockId,
    /// By when.
    pub due_at: Instant,
    /// When it was made.
    pub done_at: Option<Instant>,
}

/// What was done, and who is bound by contract.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IncidentDetailsBody {
    /// What was done so far.
    pub measures_taken: String,
    /// The town's cyber insurance; for the town and the coordination office alone.
    pub insurer: Option<InsurerBody>,
    /// Contracts of the town that help now; for the same alone.
    pub own_contracts: String,
}

/// A cyber insurance.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InsurerBody {
    /// Who.
    pub name: String,
    /// Number of the policy.
    pub policy_number: Option<String>,
    /// E.164.
    pub phone: Option<String>,
}

/// A note handed over with an incident.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IncidentNoteBody {
    /// Its id.
    pub id: IncidentNoteId,
    /// When it was written.
    pub at: Instant,
    /// As what its author wrote.
    pub written_as: Side,
    /// What it says.
    pub text: String,
}

impl fmt::Debug for IncidentDetailsBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IncidentDetailsBody")
    }
}

impl fmt::Debug for InsurerBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InsurerBody")
    }
}

impl fmt::Debug for IncidentNoteBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IncidentNoteBody")
    }
}

impl From<Clock> for ClockBody {
    fn from(clock: Clock) -> Self {
        let Clock { id, due_at, done } = clock;
        Self {
            id,
            due_at,
            done_at: done.map(|done| done.at),
        }
    }
}

impl From<Details> for IncidentDetailsBody {
    fn from(details: Details) -> Self {
        let Details {
            measures,
            insurer,
            contracts,
        } = details;
        Self {
            measures_taken: measures,
            insurer: insurer.map(Into::into),
            own_contracts: contracts,
        }
    }
}

impl From<Insurer> for InsurerBody {
    fn from(insurer: Insurer) -> Self {
        let Insurer {
            name,
            policy,
            phone,
        } = insurer;
        Self {
            name,
            policy_number: policy,
            phone,
        }
    }
}

impl From<Note> for IncidentNoteBody {
    fn from(note: Note) -> Self {
        let Note { id, at, side, text } = note;
        Self {
            id,
            at,
            written_as: side,
            text,
        }
    }
}
