//! API tokens of the own account: listed, issued and revoked by whoever is signed in with a browser.

mod api;
mod service;
mod store;

pub use api::routes;
pub use service::{HeldToken, TokenError, issue, revoke, tokens};
pub(super) use store::revoke_all;
