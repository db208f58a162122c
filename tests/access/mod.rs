//! Who may not.

mod canaries;
mod foreign;
mod policy;
mod refusals;
mod stolen;
