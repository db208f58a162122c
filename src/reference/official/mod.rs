//! Places from the official file: the quarterly Gemeindeverzeichnis (GV100AD) of the Statistisches Bundesamt is compared
//! with what is installed, people say what took over the places that are gone, and all of it is written at once.
//!
//! Keys that went out of use stay, with their successor: what refers to them keeps its meaning.

mod choices;
mod file;
mod line;
#[cfg(test)]
mod line_tests;
mod names;
mod pending;
mod plan;
#[cfg(test)]
mod properties;
mod proposal;
#[cfg(test)]
mod samples;
mod service;
mod settle;
mod store;
#[cfg(test)]
mod tests;
mod typed;

pub use choices::{Choices, SuccessorProblem, Unsettled};
pub use file::{FileError, FileProblem, OfficialFile};
pub use line::LineProblem;
pub use pending::{Pending, apply_pending, discard, forget_imports, keep_file, pending};
pub use plan::{Gone, Named, Plan, Renamed, Shortfall};
pub use proposal::{Proposal, Reason};
pub use service::{Applied, Order, Outcome, PlacesError, apply, rehearse};
pub(super) use store::administrations as named_administrations;
pub use typed::successor;
