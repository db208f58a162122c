//! The append-only record: who did what, chained by hashes from the first entry on.

mod api;
mod change;
mod checkpoint;
mod denials;
mod export;
mod pages;
mod query;
mod refusals;
mod service;
mod store;
mod undertaking;
mod verify;

pub use api::routes;
pub use change::change;
pub use checkpoint::{Checkpoint, Proof, checkpoints, proof, sign_head, sign_head_under};
pub use denials::{Denials, record_denials};
pub use export::Export;
pub use pages::routes as page_routes;
pub use query::{AuditQuery, AuditRecord};
pub use refusals::{REFUSALS, Refusal, count_refusal, record_refusals};
pub use service::read;
pub use undertaking::{Outcome, Undertaking};
pub use verify::{Broken, Trust, Verified, verify, verify_with};

/// The action of the entry that names the key which signs from then on.
pub const KEY_ADDED: &str = "keys.version_added";
