//! Incidents: a town asks for help, is called back or proves itself by a code, and is followed until it is over.
//!
//! Whoever asks has no account at hand. The link to the status page is all they hold, and before they are verified
//! it says nothing but that they are called back (trust.md 10).

mod api;
mod body;
mod model;
mod pages;
mod service;
mod store;

pub use api::routes;
pub use pages::routes as page_routes;
pub use service::forget_old;
