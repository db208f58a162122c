//! The roster: which coordinator is on duty when, in which seat, and where nobody is (trust.md 8).
//!
//! As long as no shift is kept there is no roster, and everybody is called at once.

mod api;
mod body;
mod model;
mod pages;
mod service;
mod store;

pub(super) use api::routes;
pub use model::Desk;
#[cfg(test)]
pub(super) use model::Duty;
pub(super) use model::{DutySeat, OnDuty};
pub(super) use pages::routes as page_routes;
pub use service::{desk, duty_calendar};
pub(super) use service::{forget_old, watch};
