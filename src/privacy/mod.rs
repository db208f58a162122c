//! What is kept of whom, and what a person can ask for: a copy, an end, proof of who saw it.
//!
//! Everything rests on one table, [`classes()`]: each column of each table with its class, purpose, period and readers.
//! The export, the erasure and the papers are made from it.

mod affected;
mod api;
mod classes;
mod consents;
mod erasure;
mod export;
mod pages;
mod papers;
mod person;
mod retention;
mod store;

pub use affected::{Affected, AffectedError, Basis, Suspect, Window, affected};
pub use api::routes;
pub use classes::{Class, Column, Kept, Purpose, Reader, Table, Whose, Words, classes};
pub use erasure::{
    EraseError, Erased, LET_GO, ReplayError, SCRUB, Tombstone, TombstoneError, Tombstones, Whom,
    erase_for, replay_tombstones, scrub,
};
pub use pages::routes as page_routes;
pub use papers::{Record, markdown, participation, records};
pub use person::Person;
pub use retention::{
    ANSWER_DAYS, MESSAGE_DAYS, ORDER_YEARS, PAPER_DAYS, REVIEW_DAYS, Retention, forget_old,
};
