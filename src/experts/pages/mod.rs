//! Entries in the words of pages, for every area that shows them.

mod words;

pub use words::{EntryWords, evidence, readiness, work_mode};
