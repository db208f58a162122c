//! Erasing a person: the data key is destroyed, rows deleted or blanked, traces overwritten.
//!
//! Id, alias and audit record stay. Who was erased is kept in the database and, apart from it, in a small file of the
//! data folder: when an older copy of the database is put back, the file says whom to erase again.

mod api;
mod jobs;
mod pages;
mod replay;
mod service;
mod tombstones;

pub(super) use api::routes;
pub use jobs::{LET_GO, SCRUB, scrub};
pub(super) use pages::routes as page_routes;
pub use replay::{ReplayError, replay_tombstones};
pub use service::{EraseError, Erased, Whom, erase_for};
pub use tombstones::{Tombstone, TombstoneError, Tombstones};
