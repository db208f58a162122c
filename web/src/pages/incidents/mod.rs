//! `/vorfaelle`: incidents, for who arranges the help and for the towns that asked.

mod attachments;
mod care;
mod details;
mod event;
mod intake;
mod list;
mod page;
mod roster;
mod verify;

pub use attachments::{AttachmentForm, AttachmentProblem, AttachmentRow, AttachmentsView};
pub use care::{
    ClockRow, ClockState, IncidentDetails, IncidentHandling, IncidentSide, InsurerView,
    LandContactRow, LegalReport, NoteForm, NoteProblem, NoteRow, NotesView, Tlp,
};
pub use details::IncidentDetailsPage;
pub use event::{ClosingReason, IncidentEvent};
pub use intake::{IntakeDonePage, IntakePage, IntakeTold};
pub use list::{IncidentBadge, IncidentRow, IncidentsPage};
pub use page::{
    CloseForm, ContactView, HowVerified, IncidentContact, IncidentPage, TakeView, TimelineRow,
    Verified,
};
pub use roster::{DutySeat, DutyTake, GapRow, RosterPage, ShiftProblem, ShiftRow};
pub use verify::{
    CalledNumber, RegisteredNumber, RegisteredView, VerifyForm, VerifyProblem, VerifyWith,
};
