//! A file of entries in four steps: template, file, check, apply; and taken back within a day.
//!
//! What was uploaded lies sealed under a key of its own until it is applied, thrown away or a day old; then what the
//! changed entries held before lies there until it is taken back or a day old.

mod api;
mod apply;
mod body;
mod check;
mod identify;
mod jobs;
mod model;
mod operator;
mod pages;
mod plan;
mod rejected;
mod row;
mod service;
mod show;
mod store;
mod translate;
mod undo;

#[cfg(test)]
mod properties;

pub(super) use api::csv;
pub use api::routes;
pub use jobs::handlers as job_handlers;
pub use model::{Choice, Import, ImportError, ImportState, Kept, Preview, Report, RowError};
pub use operator::Ended;
pub use pages::routes as page_routes;
pub use plan::Progress;
pub(super) use service::organisation;
pub use service::{Counts, Desk};

pub use super::cells::Problem;
