//! What those who care for an incident hand over to each other, and what happened to it.

use strum::{EnumString, IntoStaticStr};

use super::{Side, Step};
use crate::clock::Instant;
use crate::ids::{IncidentNoteId, OrganisationId};

/// Signs a note may have.
pub const LONGEST_NOTE: usize = 4_000;

/// A note handed over with an incident. It is never changed.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: IncidentNoteId,
    /// When it was written.
    pub at: Instant,
    /// As what its author wrote.
    pub side: Side,
    /// What it says.
    pub text: String,
}

/// Without what it says.
impl std::fmt::Debug for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Note")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// Something that happened to an incident, besides what it says itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Instant,
    /// What.
    pub kind: EventKind,
    /// To whom, where it is about a house.
    pub organisation: Option<OrganisationId>,
}

/// What happened. The desk being called is told with its seat, and nobody's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum EventKind {
    /// Somebody changed what is known of it.
    Updated,
    /// The provider of the town was told.
    ProviderTold,
    /// It was told that it is over.
    ProviderToldOver,
    /// Whoever is on duty was called.
    PrimaryCalled,
    /// Their deputy was.
    DeputyCalled,
    /// The third was.
    ThirdCalled,
    /// All of the desk were.
    AllCalled,
}

impl From<Step> for EventKind {
    fn from(called: Step) -> Self {
        match called {
            Step::Primary => Self::PrimaryCalled,
            Step::Deputy => Self::DeputyCalled,
            Step::Third => Self::ThirdCalled,
            Step::All => Self::AllCalled,
        }
    }
}
