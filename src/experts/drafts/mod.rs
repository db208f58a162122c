//! What somebody typed into a form of an entry and has not saved yet; kept for a week.

mod service;
mod store;

pub use service::{Draft, DraftFields, DraftForm, find, forget, forget_old, keep};
