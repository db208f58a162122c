//! What only admins do: the pages of accounts and roles, and the way to the others.

mod pages;

pub use pages::routes;
