//! Confirming that it is still the same person, before what is most sensitive ("sudo"): for ten minutes after.

mod pages;
mod service;

pub(in crate::accounts) use pages::routes as page_routes;
