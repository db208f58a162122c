//! Whom to call back in an emergency: registered before it, sealed, read by the town itself and, on record, by
//! whoever calls back.

mod model;
mod service;
mod store;

pub(super) use model::{Contact, ContactProblem, NewContact};
pub(super) use service::{ContactError, add, check, listed, move_up, numbers, remove, reveal};
