//! Admission of entries: cases, assessments by different vetters, decisions.

mod api;
mod evidence;
mod model;
mod service;
mod store;

pub use api::routes;
pub use model::{Case, CaseState, Verdict};
pub use store::{insert as open, with_open_case};
