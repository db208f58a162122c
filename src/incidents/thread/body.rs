//! JSON of messages.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use super::model::{
    Message, MessageResponse, MessageSide, RecallKind, ScheduleEntry, ScheduleKind, Verb,
};
use crate::clock::Instant;
use crate::ids::MessageId;

/// A message of a deployment.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeploymentMessageBody {
    /// Its id.
    pub id: MessageId,
    /// What it does: a message type of OASIS EDXL-RM 1.0.
    #[serde(rename = "type")]
    pub verb: Verb,
    /// When it was sent.
    pub sent_at: Instant,
    /// Whose word it is.
    pub side: MessageSide,
    /// The first message of the thread.
    pub originating_id: MessageId,
    /// The message it follows or answers; null for the first.
    pub preceding_id: Option<MessageId>,
    /// Which message it takes back or brings up to date.
    pub recall: Option<MessageRecallBody>,
    /// Yes or no, where it is one.
    pub response: Option<MessageResponse>,
    /// What is to happen when.
    pub schedule: Vec<MessageScheduleBody>,
    /// What it says in words; null where there are none, or they were forgotten.
    pub text: Option<String>,
}

/// What becomes of an earlier message.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MessageRecallBody {
    /// How.
    #[serde(rename = "type")]
    pub kind: RecallKind,
    /// Which.
    pub message_id: MessageId,
}

/// Something that is to happen, or did.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MessageScheduleBody {
    /// What: a schedule type of OASIS EDXL-RM 1.0.
    #[serde(rename = "type")]
    pub kind: ScheduleKind,
    /// When.
    pub at: Instant,
}

/// What somebody writes.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewDeploymentMessage {
    /// A question or an answer, how it stands or the question how.
    #[serde(rename = "type")]
    pub verb: WrittenVerb,
    /// What it says; never changed.
    #[validate(length(max = 4_000), custom(function = "has_words"))]
    #[schema(min_length = 1, max_length = 4000)]
    pub text: String,
    /// The question it answers; an answer needs one.
    #[serde(default)]
    pub in_reply_to: Option<MessageId>,
}

/// What both sides write of their own accord.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
pub enum WrittenVerb {
    /// A question.
    RequestInformation,
    /// An answer.
    ResponseToRequestInformation,
    /// The question how it stands.
    RequestResourceDeploymentStatus,
    /// How it stands.
    ReportResourceDeploymentStatus,
}

impl From<WrittenVerb> for Verb {
    fn from(written: WrittenVerb) -> Self {
        match written {
            WrittenVerb::RequestInformation => Self::RequestInformation,
            WrittenVerb::ResponseToRequestInformation => Self::ResponseToRequestInformation,
            WrittenVerb::RequestResourceDeploymentStatus => Self::RequestResourceDeploymentStatus,
            WrittenVerb::ReportResourceDeploymentStatus => Self::ReportResourceDeploymentStatus,
        }
    }
}

fn has_words(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() {
        return Err(ValidationError::new("length"));
    }
    Ok(())
}

impl DeploymentMessageBody {
    /// A message with what it says in words.
    pub(super) fn new(message: Message, text: Option<String>) -> Self {
        let Message {
            id,
            deployment: _,
            position: _,
            sent_at,
            verb,
            originating,
            preceding,
            side,
            recall,
            response,
            schedule,
        } = message;
        let scheduled = |ScheduleEntry { kind, at }| MessageScheduleBody { kind, at };
        Self {
            id,
            verb,
            sent_at,
            side,
            originating_id: originating,
            preceding_id: preceding,
            recall: recall.map(|recall| MessageRecallBody {
                kind: recall.kind,
                message_id: recall.message,
            }),
            response,
            schedule: schedule.into_iter().map(scheduled).collect(),
            text,
        }
    }
}
