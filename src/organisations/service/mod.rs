//! Use cases of organisations.

mod change;
mod check;
mod enter;
mod name;
mod seat;
mod view;

pub use change::{set_struck, stage_duty_phone, update};
pub use enter::{create, exists, hold, stage};
pub use name::called;
pub use seat::{Seat, able, by_id, by_ids, home_providers, places_served, seat_of, seated_at};
pub use view::{employer_facts, list, places_above, show};

use crate::db::{Actor, AuditEntry, ChangeKind, StorageError, Txn};
use crate::http::Problem;
use crate::ids::OrganisationId;
use crate::input::FieldError;

/// Why an organisation was not shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such organisation")]
    NotFound,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// The place has its organisation already.
    #[error("the place has its organisation already")]
    PlaceTaken(OrganisationId),
    /// The version asked for is not the current one.
    #[error("the version does not match")]
    Version(Problem),
    /// The caller may change this organisation, but not this field.
    #[error("only an admin says who is a member and whom it serves")]
    SaidByAdmins,
    /// The idempotency key was used with another body.
    #[error("the key was used with another body")]
    KeyReused,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for OrganisationError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// What a write answers with.
#[derive(Debug)]
pub struct Saved {
    /// Id of the organisation.
    pub id: OrganisationId,
    /// What a reader must have seen to see it.
    pub generation: i64,
}

fn record(
    txn: &mut Txn,
    actor: Actor,
    action: &'static str,
    id: OrganisationId,
    details: serde_json::Value,
) {
    txn.changed(ChangeKind::Organisation, id.0);
    txn.audit(AuditEntry {
        actor,
        action,
        subject: id.to_string(),
        details,
    });
}
