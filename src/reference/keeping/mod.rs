//! Reference data as admins keep it.

mod contact;
mod terms;
mod texts;

pub use contact::{
    ContactFields, KeptContact, add_contact, change_contact, check_contact, kept_contact,
    kept_contacts, remove_contact,
};
pub(super) use contact::{install as install_contacts, shown as shown_contacts};
pub use terms::{
    KeptTerm, KeptTerms, NewTerm, TermChange, add_term, change_term, kept_term, kept_terms,
    merge_terms, retire_term, stage_synonym, stage_term,
};
pub(super) use texts::{install as install_texts, texts as shown_texts};
pub use texts::{kept_text, record_check, reword};

use crate::db::StorageError;
use crate::input::FieldError;

/// Why reference data was not changed.
#[derive(Debug, thiserror::Error)]
pub enum KeepingError {
    /// There is none.
    #[error("there is nothing with this id")]
    NotFound,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// Somebody else changed it meanwhile.
    #[error("somebody else changed this meanwhile")]
    Changed,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for KeepingError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}
