//! `/konto`: the own roles, password, second factor, sessions and access keys.

mod handlers;
mod view;

pub use handlers::routes;
