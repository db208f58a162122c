//! Bringing many organisations and entries in at once.

mod lines;

pub use lines::{Imported, LineError, import_lines};
