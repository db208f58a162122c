//! Decoys: invented entries that only whoever pages deep through the register gets to see, which raises an alarm.
//!
//! A decoy is no entry. It is in no table of the register and in no index file, so it cannot be matched, alerted,
//! counted or exported. Which id it shows is sealed: a copy of the database does not tell.

mod model;
mod pages;
mod service;
mod store;

pub use model::{Decoy, NewDecoy};
pub use pages::routes as page_routes;
pub use service::{DecoyError, all, find, make, remove};
