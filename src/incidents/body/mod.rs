//! What the API takes and shows of incidents.

mod details;
mod new;
mod patch;
mod shown;

pub use details::{ClockBody, IncidentDetailsBody, IncidentNoteBody};
pub use new::NewIncident;
pub use patch::{IncidentPatch, InsurerPatch};
pub use shown::{IncidentBody, IncidentContactBody, ReportedBody};
