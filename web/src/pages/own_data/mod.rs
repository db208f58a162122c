//! What somebody can do about their own data: take a copy, consent, restrict, see who looked, erase.

mod consents;
mod erase;
mod export;
mod reveals;

pub use consents::{ConsentRow, ConsentState, ConsentsPage};
pub use erase::{EraseBlocked, EraseHint, ErasePage, EraseProblem, ErasedPage};
pub use export::{ExportActor, ExportPage, ExportRecord, ExportSection, OwnDataPage};
pub use reveals::{RevealReason, RevealRow, RevealsPage};
