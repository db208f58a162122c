//! What tests stand on: a running service of their own, and builders with defaults.

mod app;
mod builders;
mod contract;
mod database;
mod device;
mod gateway;
mod gazetteer;
mod http;
mod mail;
mod routes;
mod settle;
mod site;

pub use app::{Answer, PASSWORD, TestApp};
pub use builders::{Organisation, district, expert, organisation};
pub use contract::{DOCUMENT, operations};
pub use database::{empty_database, server, until_waiting};
pub use device::Device;
pub use gateway::{GatewayProcess, SECRET, TOKEN};
pub use gazetteer::{Gazetteer, next_quarter};
pub use http::Client;
pub use mail::{MailServer, post};
pub use routes::{filled, page_paths};
pub use site::{Ended, Server, Site, free_address, program, run};

/// The instant at which all tests begin: a Monday morning in Berlin.
pub const NOW: &str = "2026-11-23T08:00:00Z";

fn now() -> kataster::clock::Instant {
    serde_json::from_value(serde_json::Value::String(NOW.to_owned())).unwrap()
}
