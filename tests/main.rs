//! The integration tests: one binary, one folder a concern, everything through the front door.

#![expect(
    clippy::print_stdout,
    clippy::format_push_string,
    clippy::unwrap_used,
    reason = "a test says what it skips and fails where it cannot go on; the lints only know functions marked as tests"
)]

mod access;
mod api;
mod architecture;
mod cli;
mod documents;
mod emergency;
mod exchange;
mod help;
mod notifications;
mod openapi;
mod pages;
mod privacy;
mod storage;
mod support;
