//! The vocabulary as admins keep it.

mod book;
mod fields;
mod naming;
mod service;
mod store;
#[cfg(test)]
mod tests;

pub use book::KeptTerm;
pub use fields::{NewTerm, TermChange};
pub use service::{
    KeptTerms, add_term, change_term, kept_term, kept_terms, merge_terms, retire_term,
    stage_synonym, stage_term,
};
