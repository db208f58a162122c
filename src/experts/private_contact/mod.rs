//! Where a person can be reached privately, and in which order: entered, read and deleted by the person alone (trust.md 2).

mod model;
mod service;
mod store;

pub use model::{ContactOrder, ContactWay, PrivateContact, PrivateContactProblem};
pub(super) use service::forget;
pub use service::{PrivateContactError, forget_without_consent, keep, of_caller};
pub(super) use store::find;
