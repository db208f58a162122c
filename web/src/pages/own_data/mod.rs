//! What somebody can do about their own data: take a copy, consent, restrict, erase.

mod consents;
mod erase;
mod export;

pub use consents::{ConsentRow, ConsentState, ConsentsPage};
pub use erase::{EraseBlocked, EraseHint, ErasePage, EraseProblem, ErasedPage};
pub use export::{ExportActor, ExportPage, ExportRecord, ExportSection, OwnDataPage};
