//! A longer end: asked for by the town, and agreed as the deployment was, by two keys.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::clock::Instant;
use crate::ids::DeploymentId;

/// Seconds after which a town may ask again for what was not agreed: a no that needs no reason is none to be asked down.
const AGAIN: i64 = 12 * super::HOUR;
/// How often a later end of a deployment may be asked for and not be agreed.
const MOST: usize = 3;

/// Why a later end is not asked for once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedBefore {
    /// One is asked for.
    Open,
    /// The last was not agreed; from when another may be asked for.
    Lately(Instant),
    /// Too many were not agreed.
    Often,
}

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

/// What became of it, as it is kept; others learn only whether it was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
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

/// Whether another later end may be asked for, after these of the same deployment.
///
/// # Errors
/// Why not.
pub fn may_be_asked(before: &[Extension], now: Instant) -> Result<(), AskedBefore> {
    if before.iter().any(Extension::is_open) {
        return Err(AskedBefore::Open);
    }
    let closed = before.iter().filter_map(|one| one.closed);
    let not_agreed = closed.filter(|(_, outcome)| *outcome != Outcome::Agreed);
    let not_agreed: Vec<Instant> = not_agreed.map(|(at, _)| at).collect();
    if not_agreed.len() >= MOST {
        return Err(AskedBefore::Often);
    }
    let again = not_agreed
        .into_iter()
        .max()
        .map(|at| at.plus_seconds(AGAIN));
    match again.filter(|again| now < *again) {
        Some(again) => Err(AskedBefore::Lately(again)),
        None => Ok(()),
    }
}

impl Extension {
    /// Whether it is not decided.
    pub const fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Whether somebody can still answer.
    pub fn is_asked(&self, now: Instant) -> bool {
        self.is_open() && now < self.due_at
    }

    /// Whether both said yes.
    pub const fn has_both_keys(&self) -> bool {
        self.expert_at.is_some() && self.employer_at.is_some()
    }
}
