//! A fictional federation to try the register with: the same plan on the same day is the same demo.
//!
//! Places are real, organisations and people are not. Mail addresses are at example.org, telephone
//! numbers from the ranges the Bundesnetzagentur keeps for films.

mod archetype;
mod chance;
mod credentials;
mod entry;
mod federation;
mod fill;
mod names;
mod offers;
mod plan;
mod privacy;
mod store;
#[cfg(test)]
mod tests;
mod text;

pub use credentials::{Credentials, DemoAccount, credentials};
pub use fill::{DemoError, fill};
pub use plan::{MalformedPlan, Plan};
pub use privacy::privacy;
pub use store::{DemoState, state, wipe};
