//! Whom to call back in an emergency: registered before it, sealed, read by the town itself and, on record, by
//! whoever calls back.

mod model;
mod service;
mod store;

pub use model::{Contact, Purpose};
pub(super) use model::{ContactProblem, NewContact};
pub use service::{ContactError, has_any, reveal};
pub(super) use service::{add, check, listed, move_up, numbers, remove};
