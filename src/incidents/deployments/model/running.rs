//! What may be done with a deployment once all said yes: it begins, they are called back, it ends or is called off.

use super::{Deployment, DeploymentState};
use crate::clock::Instant;

/// Days after its end in which a start can still be reported: whoever was busy forgets to.
pub const UNSTARTED_DAYS: i64 = 7;

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNow {
    /// It stands otherwise.
    State,
    /// It is not possible at this instant.
    Instant,
}

impl Deployment {
    /// When it began: now, or when it was, between the town's yes and its end.
    ///
    /// # Errors
    /// It stands otherwise, or it cannot have been then.
    pub fn start(&self, at: Option<Instant>, now: Instant) -> Result<Instant, NotNow> {
        let accepted = self.accepted.as_ref().map(|(at, _)| *at);
        let accepted = accepted.filter(|_| self.state == DeploymentState::Accepted);
        let accepted = accepted.ok_or(NotNow::State)?;
        let at = at.unwrap_or(now.min(self.terms.until));
        if at < accepted || at > now || at > self.terms.until {
            return Err(NotNow::Instant);
        }
        Ok(at)
    }

    /// The new end of whoever is called back: never later than it was.
    ///
    /// # Errors
    /// It stands otherwise, or it is past.
    pub fn call_back(&self, at: Instant, now: Instant) -> Result<Instant, NotNow> {
        if self.state != DeploymentState::Active {
            return Err(NotNow::State);
        }
        if at < now || at >= self.terms.until {
            return Err(NotNow::Instant);
        }
        Ok(at)
    }

    /// Whether it can end now.
    ///
    /// # Errors
    /// It was not begun, or is over.
    pub const fn finish(&self) -> Result<(), NotNow> {
        match self.state {
            DeploymentState::Active | DeploymentState::Returning => Ok(()),
            DeploymentState::Agreed
            | DeploymentState::Released
            | DeploymentState::Accepted
            | DeploymentState::Ended
            | DeploymentState::Cancelled
            | DeploymentState::Refused
            | DeploymentState::Lapsed
            | DeploymentState::Withdrawn => Err(NotNow::State),
        }
    }

    /// Whether it can be called off now.
    ///
    /// # Errors
    /// It is not committed, or was begun.
    pub fn call_off(&self) -> Result<(), NotNow> {
        if self.state == DeploymentState::Accepted {
            Ok(())
        } else {
            Err(NotNow::State)
        }
    }

    /// When it ends though nobody says so: with its end; a week later if nobody said that it began, but a talk, of which
    /// nobody says so.
    pub fn runs_out_at(&self) -> Option<Instant> {
        let until = self.terms.until;
        match self.state {
            DeploymentState::Active | DeploymentState::Returning => Some(until),
            DeploymentState::Accepted if self.terms.is_first_call => Some(until),
            DeploymentState::Accepted => Some(until.plus_days(UNSTARTED_DAYS)),
            DeploymentState::Agreed
            | DeploymentState::Released
            | DeploymentState::Ended
            | DeploymentState::Cancelled
            | DeploymentState::Refused
            | DeploymentState::Lapsed
            | DeploymentState::Withdrawn => None,
        }
    }
}
