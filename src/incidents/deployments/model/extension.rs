//! A longer end: asked for by the town, and agreed as the deployment was, by two keys.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::clock::Instant;
use crate::ids::DeploymentId;

/// A longer end that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Its id.
    pub id: Uuid,
    /// What is to last longer.
    pub deployment: DeploymentId,
    /// Until when.
    pub until: Instant,
    /// When it was asked for.
    pub asked_at: Instant,
    /// Until when both must have said yes.
    pub due_at: Instant,
    /// When whoever helps said yes; for a capacity, when it was asked for.
    pub expert_at: Option<Instant>,
    /// When the employer did.
    pub employer_at: Option<Instant>,
    /// When it was decided, and how.
    pub closed: Option<(Instant, Outcome)>,
}

/// What became of it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    /// Both said yes.
    Agreed,
    /// One said no; nobody says who.
    Refused,
    /// One did not answer in time, or it ended before.
    Lapsed,
}

/// What whoever helps, or their employer, says.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ExtensionDecision {
    /// Yes.
    Agree,
    /// No; it needs no reason.
    Refuse,
}

impl Extension {
    /// Whether somebody is still asked.
    pub const fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Whether both said yes.
    pub const fn has_both_keys(&self) -> bool {
        self.expert_at.is_some() && self.employer_at.is_some()
    }
}
