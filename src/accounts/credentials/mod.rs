//! Passwords: chosen by whoever holds the invitation, changed by whoever knows the old one, never by an admin.

mod pages;
mod rules;
mod service;
mod store;

pub use pages::mistyped;
pub(super) use pages::routes as page_routes;
pub use rules::{PasswordProblem, needed};
pub use service::{CredentialError, change_password, invite, set_password};
pub(super) use service::{confirm, hold_confirmed, stands_alone};
pub(super) use store::hold;
