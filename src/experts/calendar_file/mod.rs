//! A calendar file that somebody exported, read for days away: nothing of it is kept, and what comes out is days.

mod api;
mod draft;
mod event;
mod lines;
mod model;
mod moment;
mod parse;
mod recurrence;
mod rule;
mod service;
mod zone;

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use api::routes;
pub use event::Doubt;
pub use model::{CalendarReading, DoubtfulDays, FileFault, Flaw, LeftOut, ProposedDays, merge};
pub use service::{CalendarFileError, read};
