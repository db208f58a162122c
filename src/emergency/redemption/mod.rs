//! Redeeming an emergency code: once, counted before it is looked at, and told to those it concerns.
//!
//! A code opens one incident of one administration and nothing else: no session, no look at anything. Every way a
//! code can be wrong gets the same answer; the record keeps which it was.

mod api;
mod jobs;
mod lost;
mod model;
mod service;
mod store;

pub use api::routes;
pub use jobs::{ALERT, handler};
pub use lost::tell_again;
pub(super) use model::Notice;
pub use service::{Claim, Redemption, Refusal, count, redeem};
pub(super) use service::{Redeemed, redeemed};
