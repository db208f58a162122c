//! What somebody sees of their own: the entry, the organisation.

mod organisation;
mod pages;
mod profile;

pub use pages::routes;
