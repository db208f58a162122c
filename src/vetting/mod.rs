//! Admission of entries: cases, assessments by different vetters, decisions.

mod api;
mod evidence;
mod jobs;
mod model;
mod pages;
mod service;
mod store;

pub use api::routes;
pub use jobs::handlers;
pub use model::{CaseKind, CaseState, Refusal, Verdict};
pub use pages::{evidence_row, routes as page_routes};
pub use service::{
    OwnCase, OwnStep, OwnVetting, Submitted, VettingError, appeal, draws, open, own,
    publish_capacity, submit, team, withdraw,
};
pub use store::with_open_case;
