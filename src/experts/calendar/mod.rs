//! The own absences and duty as a calendar (RFC 5545) that other programs subscribe to by a secret address.

mod model;
mod service;
mod store;

pub use model::{CalendarEvent, CalendarWords, EventKind, render};
pub use service::{
    Calendar, CalendarError, calendar, calendar_since, make_calendar, revoke_calendar,
};
