//! The second factor: six digits of an authenticator (TOTP, RFC 6238), or a recovery code.
//!
//! A step that was used is dead, a recovery code works once, and neither is ever stored in the clear.

mod pages;
mod recovery;
mod service;
mod store;
mod totp;

pub(super) use pages::routes as page_routes;
pub(super) use recovery::codes_for_the_first;
pub(super) use service::check;
pub use service::{SecondFactorError, SecondFactorState, renew_codes, state};
pub(super) use store::{is_left, is_set, remove, remove_codes};
