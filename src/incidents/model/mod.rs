//! What an incident is, and what may become of it.

mod clock;
mod doubt;
mod escalation;
mod handling;
mod note;
mod said;
#[cfg(test)]
pub(in crate::incidents) mod samples;
mod side;
mod waiting;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

pub use clock::{Clock, ClockId, Reported, clocks};
pub use doubt::{Doubt, doubts};
pub use escalation::Step;
pub use handling::{Handling, PersonalData, Readers, Tlp};
pub use note::{Event, EventKind, LONGEST_NOTE, Note};
pub use said::{Insurer, Particulars, System};
pub use side::{Side, Sight};
pub use waiting::{AGAIN, Recall, Taken, Wait};

use crate::clock::Instant;
use crate::ids::{IncidentId, OrganisationId, RedemptionId};
use crate::reference::Phase;

/// Days the link works after the end.
const LINK_DAYS: i64 = 7;

/// Somebody asks for help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Its id.
    pub id: IncidentId,
    /// AGS of the Gemeinde or Kreis, or the key of a shared administration; none for a place in no list.
    pub place: Option<String>,
    /// The organisation of that place, where there is one.
    pub organisation: Option<OrganisationId>,
    /// What is seen.
    pub symptom: String,
    /// How far it has gone.
    pub phase: Phase,
    /// 1–5, 5 is worst.
    pub severity: Option<u8>,
    /// What is down.
    pub systems: Vec<System>,
    /// Procedures that are down.
    pub services: Vec<String>,
    /// Why the number or the mail address may be dead.
    pub doubts: Vec<Doubt>,
    /// A drill from end to end.
    pub is_drill: bool,
    /// How it is handled.
    pub handling: Handling,
    /// What became of the emergency code.
    pub code: CodeOutcome,
    /// The use of the code that verified it.
    pub redemption: Option<RedemptionId>,
    /// When it was asked.
    pub asked_at: Instant,
    /// Somebody of the desk cares for it.
    pub taken: Option<Taken>,
    /// Who asked is who they say.
    pub verified: Option<Verified>,
    /// It is over.
    pub closed: Option<Closed>,
    /// Grows with every change.
    pub version: i32,
}

/// How somebody proved who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// When.
    pub at: Instant,
    /// Who says so: an account, or the service for a code.
    pub by: String,
    /// How.
    pub how: Verification,
}

/// The end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// When.
    pub at: Instant,
    /// Who closed it.
    pub by: String,
    /// As what.
    pub reason: ClosingReason,
}

/// Where an incident stands.
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
pub enum IncidentState {
    /// Nobody knows yet whether it is true.
    Unverified,
    /// Whoever asks is who they say.
    Verified,
    /// It is over.
    Closed,
}

/// How somebody proved who they are.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Verification {
    /// A code of the emergency card.
    EmergencyCode,
    /// A call, with a word each way.
    CallBack,
    /// A coordinator knows them, and says why.
    KnownPerson,
}

/// As what an incident is closed.
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
pub enum ClosingReason {
    /// Help is no longer needed.
    Done,
    /// The town took its request back.
    Withdrawn,
    /// It is the same as another one.
    Duplicate,
    /// Whoever asked is not who they said.
    NotGenuine,
}

/// What became of the emergency code that was sent along.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CodeOutcome {
    /// There was none.
    NotGiven,
    /// It was right.
    Accepted,
    /// It was not taken; which of the reasons it was, nobody is told.
    Refused,
    /// There were too many wrong ones, so it was not looked at.
    NotChecked,
}

impl ClosingReason {
    /// Whether the town may say so itself; the others are for the desk to find.
    pub fn is_for_the_town(self) -> bool {
        match self {
            Self::Done | Self::Withdrawn => true,
            Self::Duplicate | Self::NotGenuine => false,
        }
    }

    /// Whether there was nothing to help with: what is committed ends, too, and no need was met.
    pub fn ends_help(self) -> bool {
        match self {
            Self::Done => false,
            Self::Withdrawn | Self::Duplicate | Self::NotGenuine => true,
        }
    }
}

impl Incident {
    /// Where it stands.
    pub fn state(&self) -> IncidentState {
        match (&self.closed, &self.verified) {
            (Some(_), _) => IncidentState::Closed,
            (None, Some(_)) => IncidentState::Verified,
            (None, None) => IncidentState::Unverified,
        }
    }

    /// As what it was closed at a moment; nothing if it was not then.
    pub fn closed_then(&self, at: Instant) -> Option<ClosingReason> {
        let closed = self.closed.as_ref().filter(|closed| closed.at == at);
        closed.map(|closed| closed.reason)
    }

    /// Whether whoever asked turned out not to be who they said.
    pub fn is_not_genuine(&self) -> bool {
        let closed = self.closed.as_ref();
        closed.is_some_and(|closed| closed.reason == ClosingReason::NotGenuine)
    }

    /// Whether the link of whoever asked still works.
    pub fn is_followed(&self, now: Instant) -> bool {
        self.closed
            .as_ref()
            .is_none_or(|closed| now < closed.at.plus_days(LINK_DAYS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incidents::model::samples::{ASKED, incident};

    #[test]
    fn a_link_works_for_seven_days_after_the_end() {
        let mut incident = incident();
        assert!(incident.is_followed(ASKED.plus_days(300)));

        incident.closed = Some(Closed {
            at: ASKED,
            by: "acc".to_owned(),
            reason: ClosingReason::Done,
        });

        assert!(incident.is_followed(ASKED.plus_days(7).plus_seconds(-1)));
        assert!(!incident.is_followed(ASKED.plus_days(7)));
    }
}
