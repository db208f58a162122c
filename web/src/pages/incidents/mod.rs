//! `/vorfaelle`: incidents, for who arranges the help and for the towns that asked.

mod list;
mod page;
mod verify;

pub use list::{IncidentBadge, IncidentRow, IncidentsPage};
pub use page::{
    CloseForm, CloseProblem, ContactView, HowVerified, IncidentContact, IncidentPage, TimelineRow,
    Verified,
};
pub use verify::{VerifyForm, VerifyProblem, VerifyWith};
