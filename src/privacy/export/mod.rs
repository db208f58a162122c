//! A copy of everything that is kept of oneself (Art. 15 and 20 DSGVO).

mod api;
mod pages;
mod service;

pub(super) use api::routes;
pub(super) use pages::routes as page_routes;
