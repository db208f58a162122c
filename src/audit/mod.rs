//! The append-only record: who did what, chained by hashes from the first entry on.

mod service;
mod store;

pub use service::{Broken, Verified, verify};
