//! Who sends a request for help.

use std::net::IpAddr;

use crate::access::Permit;
use crate::access::action::ReportIncident;
use crate::attempts::subscriber;
use crate::clock::Instant;
use crate::db::Actor;
use crate::db::idempotency::Attempt;
use crate::incidents::model::Taken;

/// Who sends it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Sender {
    /// How it comes in.
    pub(in crate::incidents) way: Way,
    /// The same attempt is the same incident.
    pub(in crate::incidents) attempt: Option<Attempt>,
}

/// How a request comes in.
#[derive(Clone, Debug)]
pub(in crate::incidents) enum Way {
    /// Whoever asks sends it, from this address.
    Sent(Option<IpAddr>),
    /// Whoever asks phones, and a coordinator takes it down.
    Phoned(Permit<ReportIncident>),
}

impl Way {
    /// Whose requests and codes are counted together; nobody's at the desk, since behind it are many callers.
    pub(super) fn subscriber(&self) -> Option<String> {
        match self {
            Self::Sent(address) => Some(subscriber(*address)),
            Self::Phoned(_) => None,
        }
    }

    /// Who did it, as the record says.
    pub(super) fn actor(&self) -> Actor {
        match self {
            Self::Sent(_) => Actor::Service,
            Self::Phoned(permit) => permit.actor(),
        }
    }

    pub(super) fn is_by_phone(&self) -> bool {
        matches!(self, Self::Phoned(_))
    }

    /// Who is on the phone with them cares for it from then on.
    pub(super) fn taken(&self, at: Instant) -> Option<Taken> {
        match self {
            Self::Sent(_) => None,
            Self::Phoned(permit) => Some(Taken {
                first_at: at,
                at,
                by: permit.actor().to_string(),
            }),
        }
    }
}
