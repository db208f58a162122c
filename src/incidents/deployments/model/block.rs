//! How long somebody helps without a break: blocks of seven days, two at most.

use super::{Deployment, DeploymentState};
use crate::clock::Instant;

/// Days of a block: whoever helps longer is asked again.
pub const BLOCK_DAYS: i64 = 7;
/// Days after which somebody else takes over. The law asks for a day of rest in seven (§ 9, § 11 ArbZG); teams in other
/// countries are relieved after fourteen days.
pub const LONGEST_DAYS: i64 = 14;
/// Seconds before its end at which both sides are asked how it goes on.
pub const REMINDED: i64 = 48 * 3_600;

/// Why a deployment is not made longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionRefused {
    /// It is not running, or is a talk.
    NotNow,
    /// It would end no later than it does.
    NotLater,
    /// It would be more than a block more; the latest end.
    PastBlock(Instant),
    /// It would be too long without a break; the latest end, if there is one.
    TooLong(Option<Instant>),
}

/// Checks a later end.
///
/// # Errors
/// Why it cannot be this one.
pub fn extended(
    deployment: &Deployment,
    until: Instant,
    now: Instant,
) -> Result<Instant, ExtensionRefused> {
    let terms = deployment.terms;
    let runs = match deployment.state {
        DeploymentState::Accepted | DeploymentState::Active => now < terms.until,
        DeploymentState::Agreed
        | DeploymentState::Released
        | DeploymentState::Returning
        | DeploymentState::Ended
        | DeploymentState::Cancelled
        | DeploymentState::Refused
        | DeploymentState::Lapsed
        | DeploymentState::Withdrawn => false,
    };
    if !runs || terms.is_first_call {
        return Err(ExtensionRefused::NotNow);
    }
    if until <= terms.until {
        return Err(ExtensionRefused::NotLater);
    }
    if until > terms.from.plus_days(LONGEST_DAYS) {
        return Err(ExtensionRefused::TooLong(latest_end(deployment)));
    }
    let block = terms.until.plus_days(BLOCK_DAYS);
    if until > block {
        return Err(ExtensionRefused::PastBlock(block));
    }
    Ok(until)
}

/// The latest end that can be asked for now; none when somebody else has to take over.
pub fn latest_end(deployment: &Deployment) -> Option<Instant> {
    let until = deployment.terms.until;
    let longest = deployment.terms.from.plus_days(LONGEST_DAYS);
    (longest > until).then(|| longest.min(until.plus_days(BLOCK_DAYS)))
}

impl Deployment {
    /// Whether both sides are to say how it goes on: it ends within two days, or they are called back.
    pub fn is_to_be_relieved(&self, now: Instant) -> bool {
        let is_close = match self.state {
            DeploymentState::Returning => true,
            DeploymentState::Accepted | DeploymentState::Active => {
                self.terms.until <= now.plus_seconds(REMINDED)
            }
            DeploymentState::Agreed
            | DeploymentState::Released
            | DeploymentState::Ended
            | DeploymentState::Cancelled
            | DeploymentState::Refused
            | DeploymentState::Lapsed
            | DeploymentState::Withdrawn => false,
        };
        is_close && !self.terms.is_first_call && now < self.terms.until
    }
}
