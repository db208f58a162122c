//! Emergency cards: ten codes on paper. The first is issued by one person, each further one by two.

mod acceptance;
mod api;
mod body;
mod bulk;
mod end;
mod issue;
mod model;
mod replace;
mod sheet;
mod store;
mod view;

pub(super) use acceptance::{Accepted, accept_as_member, accepted};
pub use acceptance::{accepted_version, has_accepted};
pub use api::routes;
pub(super) use body::{
    AskedReplacement, CardBody, CardQuery, NewAcceptance, NewEmergencyCard, Signatory,
};
pub(super) use bulk::{RowProblem, RowProblemKind, read as read_rows, read_day};
pub(super) use end::revoke;
pub(super) use issue::{Issued, issue, issue_many};
pub(super) use model::CardState;
pub(super) use replace::{ask, confirm};
pub use sheet::{Call, Calls, calls};
pub(super) use sheet::{Sheet, sheet};
pub(super) use view::{Standing, list, served_towns, show, signatory, standing};

use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::ids::EmergencyCardId;
use crate::input::FieldError;
use crate::organisations::OrganisationError;
use crate::sealing::SealError;

/// Why a card was not issued, revoked, replaced or shown.
#[derive(Debug, thiserror::Error)]
pub enum CardError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such card")]
    NotFound,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// The administration had a card before: two people replace it.
    #[error("there was a card before")]
    HasCard(EmergencyCardId),
    /// Another card took its place.
    #[error("the card was replaced")]
    Replaced,
    /// The conditions changed since they were accepted.
    #[error("the conditions changed since they were accepted")]
    ConditionsOutdated,
    /// The organisation accepted these conditions already.
    #[error("the conditions are accepted already")]
    AlreadyAccepted,
    /// Somebody asked for a replacement already.
    #[error("a replacement was asked for already")]
    AlreadyAsked,
    /// Nobody asked for a replacement within the last 24 hours.
    #[error("nobody asked for a replacement")]
    NotAsked,
    /// Whoever asked does not confirm.
    #[error("another person confirms")]
    SamePerson,
    /// The idempotency key was used with another body.
    #[error("the key was used with another body")]
    KeyReused,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for CardError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<SealError> for CardError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}

impl From<OrganisationError> for CardError {
    fn from(error: OrganisationError) -> Self {
        match error {
            OrganisationError::Storage(error) => Self::Storage(error),
            OrganisationError::Invalid(errors) => Self::Invalid(errors),
            OrganisationError::NotFound
            | OrganisationError::PlaceTaken(_)
            | OrganisationError::Version(_)
            | OrganisationError::SaidByAdmins
            | OrganisationError::KeyReused => Self::NotFound,
        }
    }
}

fn record(
    txn: &mut Txn,
    actor: Actor,
    action: &'static str,
    (card, details): (EmergencyCardId, serde_json::Value),
) {
    txn.audit(AuditEntry {
        actor,
        action,
        subject: card.to_string(),
        details,
    });
}
