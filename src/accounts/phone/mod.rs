//! On which telephone holders of accounts are rung when it cannot wait: stated, read and taken away by each alone.

mod service;
mod store;

pub use service::{PhoneError, keep, of_caller};
pub use store::find;
