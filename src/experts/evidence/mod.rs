//! Files that prove what an entry claims: sealed, for the person and for vetters of an open case, deleted after the
//! decision; that they were looked at stays noted (trust.md 5).

mod api;
mod model;
mod service;
mod store;

pub use api::{EvidenceBody, file_response, routes};
pub use model::{EvidenceFile, EvidenceFormat, MOST_FILES};
pub use service::{
    EvidenceError, NewEvidence, OpenedFile, add, forget, of_entry, open_own, own, past, remove,
    show_vetter, whose,
};
pub use store::decided;
