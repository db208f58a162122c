//! Work that follows from use cases: each job done by one node, at least once.
//!
//! A job holds ids; what it needs is loaded when it runs. A handler says how a failure ends.

mod given_up;
mod runner;
mod store;

pub use given_up::{
    GivenUp, KEPT_DAYS, KeepError, begin_anew, count_given_up, drop_one, forget_old, given_up,
};
pub use runner::{Handler, JobFailure, Runner};
pub use store::{lag_seconds, plan, tries, untried};
