//! Words somebody missed in the vocabulary while filling in an entry; admins accept or decline them.

mod error;
mod model;
mod service;
mod store;

pub use error::ProposalError;
pub use model::{NewProposal, Proposal, ProposalState};
pub use service::{accept_as_name, accept_as_term, decline, holders, of_entry, propose, waiting};
