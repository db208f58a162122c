//! A message, without what it says in words.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use super::Verb;
use crate::clock::Instant;
use crate::ids::{DeploymentId, MessageId};
use crate::incidents::deployments::Part;

/// One message of a deployment. It is never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// The deployment.
    pub deployment: DeploymentId,
    /// Its place in the thread, from 1: ids of one instant have no order.
    pub position: i32,
    /// When it was sent.
    pub sent_at: Instant,
    /// What it does.
    pub verb: Verb,
    /// The first message of the thread; of the first its own id.
    pub originating: MessageId,
    /// The message it follows or answers; of the first none.
    pub preceding: Option<MessageId>,
    /// Whose word it is.
    pub side: MessageSide,
    /// Which message it takes back or brings up to date.
    pub recall: Option<Recall>,
    /// Yes or no, where it is one.
    pub response: Option<MessageResponse>,
    /// What is to happen when.
    pub schedule: Vec<ScheduleEntry>,
}

/// Whose word a message is. Who said it, only the record knows.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum MessageSide {
    /// Who is helped.
    Town,
    /// Who sends them.
    Employer,
    /// Who helps.
    Expert,
    /// The coordination office.
    Coordinator,
    /// Nobody's: time ran out, or the register asks by itself.
    Service,
}

impl From<Part> for MessageSide {
    fn from(part: Part) -> Self {
        match part {
            Part::Town => Self::Town,
            Part::Employer => Self::Employer,
            Part::Expert => Self::Expert,
            Part::Coordinator => Self::Coordinator,
        }
    }
}

impl MessageSide {
    /// Whether a message of this side is the word of another: those who help speak for each other.
    pub const fn speaks_for(self, other: Self) -> bool {
        match self {
            Self::Town => matches!(other, Self::Town),
            Self::Employer | Self::Expert => matches!(other, Self::Employer | Self::Expert),
            Self::Coordinator | Self::Service => true,
        }
    }
}

/// What becomes of an earlier message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recall {
    /// Taken back, or brought up to date.
    pub kind: RecallKind,
    /// Which.
    pub message: MessageId,
}

/// How an earlier message is recalled.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RecallKind {
    /// It counts as this one says now.
    Update,
    /// It counts no more.
    Cancel,
}

/// What an answer says.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum MessageResponse {
    /// Yes.
    Accept,
    /// No.
    Decline,
    /// Yes, if somebody else says yes too.
    Provisional,
}

/// Something that is to happen, or did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduleEntry {
    /// What.
    pub kind: ScheduleKind,
    /// When.
    pub at: Instant,
}

/// What happens when, under the names of the standard.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
pub enum ScheduleKind {
    /// They are to be there.
    RequestedArrival,
    /// They will be there.
    EstimatedArrival,
    /// They were there.
    ActualArrival,
    /// They are to leave.
    RequestedDeparture,
    /// They will leave.
    EstimatedDeparture,
    /// They left.
    ActualDeparture,
    /// They are to set out for home.
    RequestedReturnDeparture,
    /// They will set out for home.
    EstimatedReturnDeparture,
    /// They set out for home.
    ActualReturnDeparture,
    /// They are to be home.
    RequestedReturnArrival,
    /// They will be home.
    EstimatedReturnArrival,
    /// They were home.
    ActualReturnArrival,
    /// From then on they can.
    BeginAvailable,
    /// Until then they can.
    EndAvailable,
    /// They were promised.
    Committed,
    /// Now.
    Current,
    /// They are to report.
    ReportTo,
    /// On the way.
    Route,
}
