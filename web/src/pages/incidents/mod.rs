//! `/vorfaelle`: incidents, for who arranges the help and for the towns that asked.

mod attachments;
mod care;
mod clock;
mod details;
mod event;
mod guide;
mod intake;
mod list;
mod page;
mod roster;
mod situation;
mod verify;

pub use attachments::{AttachmentForm, AttachmentProblem, AttachmentRow, AttachmentsView};
pub use care::{
    IncidentDetails, IncidentHandling, IncidentSide, InsurerView, LandContactRow, NoteForm,
    NoteProblem, NoteRow, NotesView, Tlp,
};
pub use clock::{ClockRow, ClockState, LegalReport, Reached, ReminderRow};
pub use details::IncidentDetailsPage;
pub use event::{ClosingReason, IncidentEvent};
pub use guide::{GuideLine, GuidePhase, GuideTick, GuideView};
pub use intake::{IntakeDonePage, IntakePage, IntakeTold};
pub use list::{IncidentBadge, IncidentRow, IncidentsPage};
pub use page::{
    CloseForm, ContactView, HowVerified, IncidentContact, IncidentPage, TakeView, TimelineRow,
    Verified,
};
pub use roster::{DutySeat, DutyTake, GapRow, RosterPage, ShiftProblem, ShiftRow};
pub use situation::{SituationNeed, SituationPage};
pub use verify::{
    CalledNumber, RegisteredNumber, RegisteredView, VerifyForm, VerifyProblem, VerifyWith,
};
