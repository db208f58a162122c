//! Requests for help on the page of their incident.

use super::{Places, RequestBadge};

/// Requests of an incident; its button posts `vorgang` to `/vorfaelle/{id}/ersuchen`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpSection {
    /// Those there are, oldest first.
    pub requests: Vec<RequestSummary>,
    /// Names one sending of the form; nothing for who may not ask, or once it is over.
    pub ask: Option<String>,
    /// Where offers are asked for; nothing for who may not.
    pub offers: Option<String>,
}

/// A request in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestSummary {
    /// Its page.
    pub href: String,
    /// When it was made, such as `heute, 14:20 Uhr`.
    pub made: String,
    /// Where it stands.
    pub state: RequestBadge,
    /// All its places.
    pub places: Places,
}
