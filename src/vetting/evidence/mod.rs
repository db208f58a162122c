//! Evidence as vetters see it: while a case of its entry is open.

mod api;
mod service;

pub use api::routes;
pub(super) use service::{of_case, show};
