//! Reveals: that a name and contact were shown to somebody else than the person, on record before they are.

mod api;
mod disclosure;
mod service;
mod store;

pub use api::routes;
pub(super) use disclosure::Disclosure;
pub use disclosure::RevealPurpose;
pub use service::{Reveal, RevealPage, Viewer, reveals};
