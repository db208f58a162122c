//! On which legal basis help stands: who may help whom on which, what was chosen for a deployment, and the conditions a
//! town confirmed at once. Data that admins have checked, and no legal advice.

mod api;
mod body;
mod model;
mod service;
mod store;
mod words;

pub(in crate::incidents) use api::routes;
pub use model::{
    Basis, CostKind, FormGroup, LegalBasis, Matrix, PersonnelForm, Urgency, settle_by,
};
pub(in crate::incidents) use model::{Conditions, ConfirmedBy, Confirmer, needs_basis};
pub(in crate::incidents) use service::{
    BASIS_OPEN, CONDITIONS_OPEN, NewBasis, Options, conditions, conditions_by_link, conditions_of,
    confirm, confirm_by_link, may_set, options, plan_reminders, send_basis_open,
    send_conditions_open, set_basis, sides,
};
pub use service::{KeptRules, LegalError, NewRules, kept_rules, matrix, save_rules};
pub(in crate::incidents) use store::{confirmed_version, forget_legal};
