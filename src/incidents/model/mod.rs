//! What an incident is, and what may become of it.

mod clock;
mod doubt;
mod escalation;
mod handling;
mod note;
mod said;
#[cfg(test)]
mod samples;
mod side;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

pub use clock::{Clock, ClockId, Reported, clocks};
pub use doubt::{Doubt, doubts};
pub use escalation::Step;
pub use handling::{Handling, PersonalData, Tlp};
pub use note::{Event, EventKind, LONGEST_NOTE, Note};
pub use said::{Insurer, Particulars, System};
pub use side::{Side, Sight};

use crate::clock::Instant;
use crate::ids::{IncidentId, OrganisationId, RedemptionId};
use crate::incidents::roster::Desk;
use crate::reference::Phase;

/// Seconds within which somebody calls back.
const CALL_BACK: i64 = 15 * 60;
/// Seconds without a human after which the page says that nobody can be reached (trust.md 8).
const TRUTH: i64 = 20 * 60;
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

/// That somebody of the desk cares for an incident, so that nobody else calls back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Since when.
    pub at: Instant,
    /// Who.
    pub by: String,
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

    /// Until when somebody calls back.
    pub fn called_back_by(&self) -> Instant {
        self.cared_for_since().plus_seconds(CALL_BACK)
    }

    /// Since when it waits for whoever took it over last, else for anybody.
    fn cared_for_since(&self) -> Instant {
        self.taken.as_ref().map_or(self.asked_at, |taken| taken.at)
    }

    /// Whether the page must say that nobody is to be reached: nobody cared for so long, or nobody is on duty and
    /// nobody took it over either.
    pub fn is_left_alone(&self, now: Instant, desk: Desk) -> bool {
        if self.state() != IncidentState::Unverified {
            return false;
        }
        let is_unheard = match desk {
            Desk::Nobody => self.taken.is_none(),
            Desk::NoRoster | Desk::OnDuty => false,
        };
        is_unheard || self.cared_for_since().plus_seconds(TRUTH) <= now
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
    fn after_twenty_minutes_without_a_human_the_page_says_so() {
        let mut incident = incident();

        assert!(!incident.is_left_alone(ASKED.plus_seconds(1_199), Desk::NoRoster));
        assert!(incident.is_left_alone(ASKED.plus_seconds(1_200), Desk::OnDuty));
        incident.taken = Some(Taken {
            at: ASKED.plus_seconds(600),
            by: "acc".to_owned(),
        });
        assert_eq!(incident.called_back_by(), ASKED.plus_seconds(1_500));
        assert!(!incident.is_left_alone(ASKED.plus_seconds(1_799), Desk::OnDuty));
        assert!(incident.is_left_alone(ASKED.plus_seconds(1_800), Desk::OnDuty));
        incident.verified = Some(Verified {
            at: ASKED,
            by: "acc".to_owned(),
            how: Verification::CallBack,
        });
        assert!(!incident.is_left_alone(ASKED.plus_seconds(1_800), Desk::OnDuty));
    }

    #[test]
    fn where_nobody_is_on_duty_no_call_is_promised_until_somebody_takes_it() {
        let mut incident = incident();

        assert!(incident.is_left_alone(ASKED, Desk::Nobody));
        assert!(!incident.is_left_alone(ASKED, Desk::NoRoster));
        incident.taken = Some(Taken {
            at: ASKED,
            by: "acc".to_owned(),
        });
        assert!(!incident.is_left_alone(ASKED, Desk::Nobody));
    }

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
