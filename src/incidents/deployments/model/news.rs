//! What is told of a deployment to whoever said yes, and to their house.

use super::{Deployment, DeploymentState};
use crate::clock::Instant;

/// What whoever said yes is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// They are committed.
    Accepted,
    /// Nothing comes of it.
    NotNeeded,
    /// They were committed, and are not to set out.
    CalledOff,
    /// The other of the two called them back.
    CalledBack,
    /// It is over before its time.
    Over,
}

impl Deployment {
    /// What is to be told of it now; nothing while it is being decided, and nothing of what is over anyhow.
    pub fn news(&self, now: Instant) -> Option<News> {
        let was_committed = self.accepted.is_some();
        let is_ahead = now < self.terms.until;
        match self.state {
            DeploymentState::Agreed | DeploymentState::Released => None,
            DeploymentState::Accepted | DeploymentState::Active => {
                is_ahead.then_some(News::Accepted)
            }
            DeploymentState::Returning => is_ahead.then_some(News::CalledBack),
            DeploymentState::Ended => Some(News::Over),
            DeploymentState::Refused
            | DeploymentState::Lapsed
            | DeploymentState::Withdrawn
            | DeploymentState::Cancelled
                if was_committed =>
            {
                is_ahead.then_some(News::CalledOff)
            }
            DeploymentState::Refused
            | DeploymentState::Lapsed
            | DeploymentState::Withdrawn
            | DeploymentState::Cancelled => Some(News::NotNeeded),
        }
    }

    /// Whether whoever said yes is told when it ends so. Who took their yes back knows, and who is asked no more is told
    /// by the end of the alert.
    pub fn tells_of_end(&self, as_what: DeploymentState) -> bool {
        match as_what {
            DeploymentState::Refused
            | DeploymentState::Lapsed
            | DeploymentState::Cancelled
            | DeploymentState::Ended => true,
            DeploymentState::Withdrawn
            | DeploymentState::Agreed
            | DeploymentState::Released
            | DeploymentState::Accepted
            | DeploymentState::Active
            | DeploymentState::Returning => self.state == DeploymentState::Accepted,
        }
    }
}
