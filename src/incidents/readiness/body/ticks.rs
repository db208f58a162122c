//! JSON of what is settled before the first touch.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::clock::Instant;
use crate::incidents::readiness::model::{Part, Tick, TickScope, Ticked};

/// What is settled before the first touch. What is open warns, and blocks nothing.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadinessBody {
    /// All seven, those still open first.
    pub ticks: Vec<TickBody>,
    /// How many are open.
    pub open: usize,
}

/// Something to be settled.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TickBody {
    /// What.
    pub id: Tick,
    /// Whether it is.
    pub done: bool,
    /// Since when.
    pub at: Option<Instant>,
    /// Which side said so; never who of it.
    pub side: Option<Part>,
    /// For everybody who helps in the incident, or for this deployment.
    pub scope: TickScope,
}

/// Whether something is settled.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewTick {
    /// Yes, or not any more.
    pub done: bool,
}

impl ReadinessBody {
    /// Of a list with those still open first.
    pub(in crate::incidents::readiness) fn new(all: &[(Tick, Option<Ticked>)]) -> Self {
        let ticks = all.iter().map(|(tick, ticked)| TickBody {
            id: *tick,
            done: ticked.is_some(),
            at: ticked.map(|ticked| ticked.at),
            side: ticked.map(|ticked| ticked.side),
            scope: tick.scope(),
        });
        Self {
            ticks: ticks.collect(),
            open: all.iter().filter(|(_, ticked)| ticked.is_none()).count(),
        }
    }
}
