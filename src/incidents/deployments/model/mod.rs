//! What a deployment is: two keys and an acceptance, each turned once.

mod block;
mod extension;
mod news;
mod part;
mod running;
#[cfg(test)]
mod samples;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

pub use block::{BLOCK_DAYS, ExtensionRefused, LONGEST_DAYS, REMINDED, extended, latest_end};
pub use extension::{AskedBefore, Extension, ExtensionDecision, Outcome, may_be_asked};
pub use news::News;
pub use part::{Act, Part};
pub use running::NotNow;

use crate::clock::Instant;
use crate::ids::{AlertId, DeploymentId, ExpertId, IncidentId, NeedId, OrganisationId, RequestId};
use crate::incidents::legal::Basis;
use crate::incidents::model::Incident;
use crate::reference::{NeedMode, Phase};

/// Seconds of a minute and an hour.
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
/// Seconds within which a town can object to what was accepted by its word beforehand (trust.md 11).
const OBJECTION: i64 = 10 * MINUTE;
/// Seconds from verification within which that word counts.
const BEFOREHAND: i64 = 12 * HOUR;
/// Seconds within which whoever is committed to a first call wants to phone.
const CALL: i64 = 15 * MINUTE;

/// What a yes means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// A talk of up to two hours, free of quota.
    pub is_first_call: bool,
    /// At the place.
    pub is_on_site: bool,
    /// Its start.
    pub from: Instant,
    /// Its end.
    pub until: Instant,
}

/// An entry that is to meet a need, from its yes to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// Its id.
    pub id: DeploymentId,
    /// The request.
    pub request: RequestId,
    /// The need.
    pub need: NeedId,
    /// The alert that was answered.
    pub alert: AlertId,
    /// The incident.
    pub incident: IncidentId,
    /// Who helps.
    pub expert: ExpertId,
    /// Who sends them.
    pub employer: OrganisationId,
    /// Who is helped.
    pub requester: OrganisationId,
    /// Where it stands.
    pub state: DeploymentState,
    /// What was said yes to.
    pub terms: Terms,
    /// When the yes was said.
    pub made_at: Instant,
    /// Until when whoever is asked next must answer.
    pub due_at: Instant,
    /// When and by whose word it was released.
    pub released: Option<(Instant, String)>,
    /// When and by whose word it was accepted.
    pub accepted: Option<(Instant, String)>,
    /// When it began, and by whose word.
    pub started: Option<(Instant, String)>,
    /// When and by whom it ended.
    pub ended: Option<(Instant, String)>,
    /// Which side ended it, called it back or called it off; none by time alone.
    pub ended_as: Option<Part>,
    /// The request by which somebody is sought who takes over.
    pub successor: Option<RequestId>,
    /// On which legal basis and by which form they are sent; none while that is open.
    pub basis: Option<Basis>,
    /// Grows with every change.
    pub version: i32,
}

/// Where a deployment stands.
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
pub enum DeploymentState {
    /// The person said yes; the employer is asked.
    Agreed,
    /// The employer said yes; the town is asked.
    Released,
    /// The town said yes: they are committed.
    Accepted,
    /// They help.
    Active,
    /// They help until a day to which their house, or they themselves, called them back.
    Returning,
    /// It was carried out.
    Ended,
    /// Somebody called it off before it began.
    Cancelled,
    /// The employer or the town said no.
    Refused,
    /// The employer or the town did not answer in time.
    Lapsed,
    /// The person took the yes back, or the place is needed no more.
    Withdrawn,
}

/// Whose standing word counts where nobody is asked.
pub const STANDING_RELEASE: &str = "standing_release";
/// That the town said beforehand that the first fitting yes counts.
pub const SAID_BEFOREHAND: &str = "said_beforehand";

/// What an employer says.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ReleaseDecision {
    /// As it was agreed.
    Release,
    /// From afar only.
    RemoteOnly,
    /// No.
    Refuse,
}

/// What a town says.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AcceptanceDecision {
    /// Yes.
    Accept,
    /// No; it needs no reason.
    Refuse,
}

impl DeploymentState {
    /// Whether it holds a place of its need.
    pub const fn holds_a_place(self) -> bool {
        match self {
            Self::Agreed
            | Self::Released
            | Self::Accepted
            | Self::Active
            | Self::Returning
            | Self::Ended => true,
            Self::Refused | Self::Lapsed | Self::Withdrawn | Self::Cancelled => false,
        }
    }

    /// Whether its place is taken for good: also by whoever has helped.
    pub const fn fills_a_place(self) -> bool {
        self.is_committed() || matches!(self, Self::Ended)
    }

    /// Whether all said yes, and it is not over.
    pub const fn is_committed(self) -> bool {
        match self {
            Self::Accepted | Self::Active | Self::Returning => true,
            Self::Agreed
            | Self::Released
            | Self::Ended
            | Self::Refused
            | Self::Lapsed
            | Self::Withdrawn
            | Self::Cancelled => false,
        }
    }

    /// Whether they help, or have helped.
    pub const fn was_begun(self) -> bool {
        match self {
            Self::Active | Self::Returning | Self::Ended => true,
            Self::Agreed
            | Self::Released
            | Self::Accepted
            | Self::Refused
            | Self::Lapsed
            | Self::Withdrawn
            | Self::Cancelled => false,
        }
    }

    /// As what it ends when help ends at once: what was begun was carried out, all else comes to nothing.
    pub const fn when_given_up(self) -> Self {
        match self {
            Self::Active | Self::Returning | Self::Ended => Self::Ended,
            Self::Agreed
            | Self::Released
            | Self::Accepted
            | Self::Refused
            | Self::Lapsed
            | Self::Withdrawn
            | Self::Cancelled => Self::Withdrawn,
        }
    }
}

impl Deployment {
    /// Whether somebody is waited for.
    pub fn is_pending(&self) -> bool {
        matches!(
            self.state,
            DeploymentState::Agreed | DeploymentState::Released
        )
    }

    /// Whether the employer may still release it for help from afar alone, where it is needed like this.
    pub fn may_be_remote(&self, needed: NeedMode) -> bool {
        let allows = match needed {
            NeedMode::OnSite => false,
            NeedMode::Remote | NeedMode::Either => true,
        };
        allows && self.terms.is_on_site && self.state == DeploymentState::Agreed
    }

    /// Whether both sides of it, which is of this incident, see each other now: never with whoever is not who they said,
    /// though help was begun.
    pub fn is_open_in(&self, incident: &Incident, now: Instant) -> bool {
        self.incident == incident.id && !incident.is_not_genuine() && self.is_open_to_both(now)
    }

    /// Whether it lasts, or ended seven days ago at most (security.md, tier 2). Whoever shows something asks the incident
    /// besides.
    pub(in crate::incidents::deployments) fn is_open_to_both(&self, now: Instant) -> bool {
        self.state.fills_a_place() && now < self.terms.until.plus_days(7)
    }

    /// Whether what was committed was called off within seven days: whoever was to help still looks at it so long.
    pub fn was_called_off_lately(&self, now: Instant) -> bool {
        let was_committed = self.accepted.is_some() && self.state != DeploymentState::Ended;
        let ended = self.ended.as_ref().filter(|_| was_committed);
        ended.is_some_and(|(at, _)| now < at.plus_days(7))
    }

    /// Until when the town can still object to what it had accepted beforehand.
    pub fn objection_until(&self) -> Option<Instant> {
        let (at, by) = self.accepted.as_ref()?;
        (self.state == DeploymentState::Accepted && by == SAID_BEFOREHAND)
            .then(|| at.plus_seconds(OBJECTION))
    }

    /// Until when whoever helps by a talk wants to phone.
    pub fn calls_by(&self) -> Option<Instant> {
        let (at, _) = self.accepted.as_ref()?;
        self.terms
            .is_first_call
            .then(|| at.plus_seconds(CALL).max(self.terms.from))
    }
}

/// Until when an employer, and then the town, must answer.
pub fn due(now: Instant, phase: Phase, is_first_call: bool) -> Instant {
    let seconds = match (phase, is_first_call) {
        (Phase::Acute, true) => 15 * MINUTE,
        (Phase::Acute, false) => HOUR,
        (Phase::Emergency, _) => 24 * HOUR,
        (Phase::Rebuild, _) => 72 * HOUR,
    };
    now.plus_seconds(seconds)
}

/// Whether the town's word beforehand still counts.
pub fn counts_beforehand(verified_at: Instant, now: Instant) -> bool {
    now < verified_at.plus_seconds(BEFOREHAND)
}
