//! One message to one entry, and what is answered.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use super::wave::HOME_WAVE;
use crate::clock::Instant;
use crate::ids::{AlertId, ExpertId, NeedId, RequestId};

/// Seconds within which an answer can be taken back.
pub const UNDO: i64 = 10 * 60;

/// One message to one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Its id.
    pub id: AlertId,
    /// The request.
    pub request: RequestId,
    /// The need.
    pub need: NeedId,
    /// Whom it asks.
    pub expert: ExpertId,
    /// In which wave; 0 as the town's own provider, beside the first.
    pub wave: u16,
    /// Where it stands.
    pub state: AlertState,
    /// By which way it went.
    pub channel: Option<String>,
    /// When it was made.
    pub made_at: Instant,
    /// Until when it can be answered.
    pub expires_at: Instant,
    /// When it went out.
    pub sent_at: Option<Instant>,
    /// When it was looked at first.
    pub seen_at: Option<Instant>,
    /// What was said, and when.
    pub answer: Option<(AnswerKind, Instant)>,
    /// From when they can, where they said so.
    pub answer_from: Option<Instant>,
    /// When it came to an end, with nothing or with a committed deployment.
    pub closed_at: Option<Instant>,
}

/// Where an alert stands.
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
pub enum AlertState {
    /// Not sent yet.
    Queued,
    /// Handed over.
    Sent,
    /// Arrived, as its gateway says.
    Delivered,
    /// Looked at.
    Seen,
    /// Answered.
    Answered,
    /// Nobody answered in time.
    Expired,
    /// No longer needed.
    StoodDown,
    /// No way to reach them worked.
    Failed,
}

/// What somebody answers.
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
pub enum AnswerKind {
    /// A talk now, of up to two hours.
    FirstCall,
    /// Help from afar.
    Remote,
    /// Help at the place.
    OnSite,
    /// No.
    No,
    /// No, and nothing else before the morning.
    NotTonight,
}

/// What a coordinator chose for a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Choice {
    /// Asked before all others.
    Pick,
    /// Not asked.
    Skip,
}

/// Whom a coordinator chose how.
pub type Chosen = (ExpertId, Choice);

impl AnswerKind {
    /// Whether it is a yes.
    pub const fn is_yes(self) -> bool {
        match self {
            Self::FirstCall | Self::Remote | Self::OnSite => true,
            Self::No | Self::NotTonight => false,
        }
    }
}

impl AlertState {
    /// Whether an answer is still waited for.
    pub const fn is_waiting(self) -> bool {
        match self {
            Self::Queued | Self::Sent | Self::Delivered | Self::Seen => true,
            Self::Answered | Self::Expired | Self::StoodDown | Self::Failed => false,
        }
    }
}

impl Alert {
    /// Until when an answer can be taken back.
    pub fn undo_until(&self) -> Option<Instant> {
        self.answer.map(|(_, at)| at.plus_seconds(UNDO))
    }

    /// Whether it went to the town's own provider as such.
    pub fn is_at_home(&self) -> bool {
        self.wave == HOME_WAVE
    }

    /// Whether the person knows that they are asked: by a message, by their link, or on the phone.
    pub const fn is_known(&self) -> bool {
        self.sent_at.is_some() || self.seen_at.is_some() || self.answer.is_some()
    }

    /// Whether the person said yes and it still counts.
    pub fn is_yes(&self) -> bool {
        self.closed_at.is_none() && self.answer.is_some_and(|(kind, _)| kind.is_yes())
    }
}
