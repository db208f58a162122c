//! What the API takes and shows of incidents.

mod new;
mod shown;

pub use new::NewIncident;
pub use shown::{IncidentBody, IncidentContactBody, ReportedBody};
