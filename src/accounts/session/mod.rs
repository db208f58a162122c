//! Signing in with a browser: attempts are counted before a password is looked at, a session is
//! held by a random token of which the database keeps the hash.

mod api;
pub(super) mod attempts;
mod confirmation;
mod held;
mod lifetime;
mod method;
mod pages;
mod service;
mod store;
mod with_passkey;

pub(super) use api::routes;
pub(super) use confirmation::page_routes as confirmation_page_routes;
pub use held::{end_other_sessions, end_session, sessions, sign_out};
pub use method::{SessionMethod, needs_passkey};
pub(super) use pages::routes as page_routes;
pub(super) use service::owes;
pub use service::{SignIn, SignInAttempt, SignInError, SignedIn, finish_sign_in, sign_in};
pub use store::{HeldSession, forget_old};
pub(super) use store::{caller, end_all, is_open, prove};
