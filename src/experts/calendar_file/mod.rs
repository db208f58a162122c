//! A calendar file that somebody exported, read for days away: what comes out is days, and of events a digest that knows them again.

mod api;
mod days;
mod draft;
mod event;
mod known;
mod lines;
mod model;
mod moment;
mod offer;
mod parse;
mod recurrence;
mod rule;
mod service;
mod zone;

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod known_tests;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use api::routes;
pub use event::Doubt;
pub use known::{CalendarChoice, KnownEvent, MovedEvent, take_over};
pub(super) use known::{forget_released, forget_uncovered};
pub use model::{CalendarReading, DoubtfulDays, FileFault, Flaw, LeftOut, ProposedDays};
pub use service::{CalendarFileError, read};
