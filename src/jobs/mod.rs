//! Work that follows from use cases: each job done by one node, at least once.
//!
//! A job holds ids; what it needs is loaded when it runs. A handler says how a failure ends.

mod runner;
mod store;

pub use runner::{Handler, JobFailure, Runner};
pub use store::{lag_seconds, plan};
