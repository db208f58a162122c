//! What is kept of whom, and what a person can ask for.

mod affected;
mod classes;
mod consents;
mod erasure;
mod evidence;
mod export;
mod helping;
mod papers;
mod person;
pub(crate) mod retention;
mod reveals;
