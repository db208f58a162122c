//! Rules of law as far as the register has any: bases, forms, what they cost, and conditions.

mod basis;
mod conditions;
mod matrix;
#[cfg(test)]
mod matrix_tests;
#[cfg(test)]
mod properties;

pub use basis::{
    Basis, CostKind, LegalBasis, PersonnelForm, Urgency, needs_basis, reminder_number, reminders,
    settle_by,
};
pub use conditions::{Conditions, ConfirmedBy, Confirmer, Immediate, ratify_by};
pub use matrix::{FormGroup, Matrix, Refused};
