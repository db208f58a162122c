//! Who may not.

mod canaries;
mod decoys;
mod foreign;
mod headers;
mod hosts;
mod policy;
mod proxies;
mod refusals;
mod stolen;
mod sweeps;
