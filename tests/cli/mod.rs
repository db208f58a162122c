//! The command line.

mod admin;
mod demo;
mod maintenance;
mod settings;
mod start_and_stop;
