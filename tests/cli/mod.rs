//! The command line.

mod admin;
mod demo;
mod exchange;
mod maintenance;
mod regions;
mod settings;
mod slow;
mod smuggling;
mod start_and_stop;
