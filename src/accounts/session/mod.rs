//! Signing in with a browser: attempts are counted before a password is looked at, a session is
//! held by a random token of which the database keeps the hash.

mod api;
pub(super) mod attempts;
mod lifetime;
mod pages;
mod service;
mod store;

pub(super) use api::routes;
pub(super) use pages::routes as page_routes;
pub use service::{
    SignIn, SignInAttempt, SignInError, SignedIn, end_other_sessions, end_session, finish_sign_in,
    sessions, sign_in, sign_out,
};
pub use store::{HeldSession, forget_old};
pub(super) use store::{caller, end_all};
