//! The entries of an organisation as the table that an import reads.

mod api;
mod service;
mod table;

pub use api::routes;
pub use service::export_for_operator;
#[cfg(test)]
pub(super) use table::table;
