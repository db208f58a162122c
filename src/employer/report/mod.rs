//! How a team stands as a whole: never one person, and nothing of fewer than five.

mod model;
mod service;

pub use model::{Admissions, Figures, Freshness, Releases};
pub use service::report;
