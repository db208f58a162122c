//! What only admins do: the pages of accounts and roles, of reference data, and the way to the others.

mod pages;

pub use pages::routes;
