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
mod service;
pub mod team;

#[cfg(test)]
mod register;
#[cfg(test)]
mod sample;

pub use api::routes;
pub use pages::routes as page_routes;
