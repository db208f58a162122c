//! JSON of questions and answers.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::model::AnswerKind;
use super::service::Given;
use crate::clock::Instant;
use crate::experts::PhoneNumber;
use crate::incidents::deployments::DeploymentState;
use crate::reference::{NeedMode, Phase, Text};

/// What somebody is asked, masked: the Kreis and not the town before they are committed.
#[derive(Clone, Serialize, ToSchema)]
pub struct AskedBody {
    /// Whether it can still be answered: `open`, `answered`, `expired` or `stood_down`.
    pub state: AskedState,
    /// Kreis of whoever needs help; the Land where the Kreis would name the town.
    pub district: Option<String>,
    /// What is needed.
    pub task: Text,
    /// What is seen; null for whoever is not committed while the police investigates.
    pub symptom: Option<String>,
    /// How far it has gone; null likewise.
    pub phase: Option<Phase>,
    /// A talk of up to two hours.
    pub first_call: bool,
    /// Where.
    pub mode: NeedMode,
    /// When help is to begin.
    pub from: Instant,
    /// For how many days.
    pub days: u16,
    /// A drill from end to end.
    pub drill: bool,
    /// Until when it can be answered.
    pub expires_at: Instant,
    /// What may be answered.
    pub options: Vec<AnswerKind>,
    /// What was answered.
    pub answer: Option<AnswerKind>,
    /// Until when it can be taken back.
    pub undo_until: Option<Instant>,
    /// How far a yes has come; null while it is in reserve.
    pub deployment_state: Option<DeploymentState>,
    /// Whom to phone, once both sides are committed.
    pub contact: Option<AskerContactBody>,
}

impl fmt::Debug for AskedBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AskedBody")
    }
}

/// Whom to phone, and the words of the call.
#[derive(Clone, Serialize, ToSchema)]
pub struct AskerContactBody {
    /// AGS of the place.
    pub municipality: Option<String>,
    /// Name and function.
    pub name: String,
    /// E.164.
    pub phone: String,
    /// What whoever phones says first.
    pub caller_word: Option<String>,
    /// What the called answers.
    pub code_word: Option<String>,
}

/// Whether a question can still be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AskedState {
    /// It can.
    Open,
    /// It was.
    Answered,
    /// It is too late.
    Expired,
    /// It is needed no more.
    StoodDown,
}

/// An answer.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewAnswer {
    /// What; `undo` takes the last one back, within ten minutes.
    pub answer: AnswerWord,
    /// From when, for help from afar or at the place.
    #[serde(default)]
    pub from: Option<Instant>,
    /// Rested, and the eleven hours of rest are kept: needed for help that is more than a talk.
    #[serde(default)]
    pub rested: bool,
    /// Nobody asks for one, and none is kept.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub reason: Option<String>,
}

/// What may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnswerWord {
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
    /// The last answer is taken back.
    Undo,
}

impl NewAnswer {
    /// The answer; none to take the last one back.
    pub(super) fn given(&self) -> Option<Given> {
        let kind = match self.answer {
            AnswerWord::FirstCall => AnswerKind::FirstCall,
            AnswerWord::Remote => AnswerKind::Remote,
            AnswerWord::OnSite => AnswerKind::OnSite,
            AnswerWord::No => AnswerKind::No,
            AnswerWord::NotTonight => AnswerKind::NotTonight,
            AnswerWord::Undo => return None,
        };
        Some(Given {
            kind,
            from: self.from,
            is_rested: self.rested,
        })
    }
}

/// Whom the desk phones. Never a name.
#[derive(Clone, Serialize, ToSchema)]
pub struct AlertContactBody {
    /// The public name.
    pub alias: String,
    /// One number, E.164; null where none was given.
    pub phone: Option<String>,
}

impl fmt::Debug for AlertContactBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AlertContactBody")
    }
}

impl From<PhoneNumber> for AlertContactBody {
    fn from(shown: PhoneNumber) -> Self {
        let PhoneNumber { alias, phone } = shown;
        Self { alias, phone }
    }
}
