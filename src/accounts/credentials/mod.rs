//! Passwords: chosen by whoever holds the invitation, changed by whoever knows the old one, never by an admin.

mod pages;
mod rules;
mod service;
mod store;

pub use pages::mistyped;
pub(super) use pages::routes as page_routes;
pub(super) use rules::check_first;
pub use rules::{PasswordProblem, needed};
pub(super) use service::stands_alone;
pub use service::{
    Confirmed, CredentialError, change_password, confirm, hold_confirmed, invite, recover,
    set_password,
};
pub(super) use store::hold;
