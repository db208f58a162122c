//! Two people vouch for somebody who lost the second factor; then that person begins anew with a link.
//!
//! Each of the two names the account by its mail address, so the second one knows as well as the first whom they
//! vouch for. The link is shown to the second, who hands it over in person or by telephone, never by mail.

mod model;
mod pages;
mod service;
mod store;

pub(super) use pages::routes as page_routes;
