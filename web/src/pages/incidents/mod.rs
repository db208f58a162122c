//! `/vorfaelle`: incidents, for who arranges the help and for the towns that asked.

mod event;
mod list;
mod page;
mod verify;

pub use event::{ClosingReason, IncidentEvent};
pub use list::{IncidentBadge, IncidentRow, IncidentsPage};
pub use page::{
    CloseForm, ContactView, HowVerified, IncidentContact, IncidentPage, TakeView, TimelineRow,
    Verified,
};
pub use verify::{VerifyForm, VerifyProblem, VerifyWith};
