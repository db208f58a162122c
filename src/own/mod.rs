//! What somebody sees of their own: the account, the entry, the organisation.

mod pages;

pub use pages::routes;
