//! Signing in with a browser: attempts are counted before a password is looked at, a session is
//! held by a random token of which the database keeps the hash.

mod api;
mod attempts;
mod lifetime;
mod pages;
mod service;
mod store;
mod token;

pub(super) use api::routes;
pub use pages::routes as page_routes;
pub use service::{SignInAttempt, SignInError, SignedIn, sign_in, sign_out};
pub(super) use store::caller;
pub use store::forget_old;
pub use token::SessionToken;
