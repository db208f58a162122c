//! Sealed rows: each with a data key of its own beside it, so that each can be erased alone, in backups too.

mod store;

pub use store::{forget, key, keys, new_key, open, seal};
