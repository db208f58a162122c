//! Matching: who fits a need, who makes the best team, and why. Pure functions over one snapshot of
//! the register, and the service that asks them.

pub mod answer;
mod api;
mod body;
pub mod explain;
pub mod gather;
pub mod model;
mod pages;
pub mod plain;
mod request;
mod seek;
mod service;
pub mod team;

#[cfg(test)]
mod register;
#[cfg(test)]
mod sample;

pub use api::routes;
pub use body::{ClearanceLevel, NewHeadcount, NewNeed, NewNeedSkill};
pub use pages::routes as page_routes;
pub use search_index::Language as CardLanguage;
pub use seek::{Fitting, Seeker, Sought};
