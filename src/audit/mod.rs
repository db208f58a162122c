//! The append-only record: who did what, chained by hashes from the first entry on.

mod api;
mod denials;
mod pages;
mod query;
mod service;
mod store;

pub use api::routes;
pub use denials::{Denials, record_denials};
pub use pages::routes as page_routes;
pub use query::{AuditQuery, AuditRecord};
pub use service::{Broken, Verified, export, read, verify};
