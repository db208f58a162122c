//! Use cases of entries.

mod by_link;
mod change;
mod consent;
mod enter;
mod joining;
mod keep;
mod on_call;
mod releases;
mod reminders;
mod skills;
mod view;

pub use by_link::{MailQuestion, MailQuestionError, answer_mail_question, mail_question};
pub use change::update;
pub use consent::{OwnConsents, consents, give_consent, restrict, withdraw_consent};
pub(super) use consent::{give, hold_own_entry, own_entry};
pub(super) use enter::{checked, create, new_entry};
pub use enter::{free_alias, stage};
pub use joining::{Joining, mail_of, stage_draft, stage_link};
pub(super) use keep::set_availability;
pub use keep::{CONFIRMED, change_availability, change_with_events, confirm, link_account};
pub use on_call::plan_on_call;
pub(super) use releases::withdraw_release;
pub use releases::{ReleaseOrder, Released, Releases, releases, set_releases};
pub(super) use reminders::plan_confirmations;
pub use reminders::{CONFIRMATION_DUE, CONSENT_ENDS, remind_of_confirmation, remind_of_consent};
pub use skills::{confirm_skills, drop_skill_change};
pub(super) use view::employer_at;
pub use view::{TeamEntry, head_count, listed, missing, of_account, own_view, team};

use super::body::NewRelease;
use super::model::Release;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, ChangeKind, StorageError, Txn};
use crate::http::Problem;
use crate::ids::ExpertId;
use crate::input::FieldError;
use crate::organisations;

/// Why an entry was not shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum ExpertError {
    /// There is none, or the caller may not know of it.
    #[error("there is no such entry")]
    NotFound,
    /// Fields are not valid.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// The version asked for is not the current one.
    #[error("the version does not match")]
    Version(Problem),
    /// Only the person says so, or only the employer.
    #[error("{0}")]
    NotYours(&'static str),
    /// The idempotency key was used with another body.
    #[error("the key was used with another body")]
    KeyReused,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for ExpertError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<organisations::OrganisationError> for ExpertError {
    fn from(error: organisations::OrganisationError) -> Self {
        match error {
            organisations::OrganisationError::Storage(error) => Self::Storage(error),
            _ => Self::NotFound,
        }
    }
}

/// What a write answers with.
#[derive(Clone, Copy, Debug)]
pub struct Saved {
    /// Id of the entry.
    pub id: ExpertId,
    /// What a reader must have seen to see it.
    pub generation: i64,
}

pub(super) fn release(given: NewRelease, now: Instant) -> Release {
    let NewRelease {
        form,
        days_a_year,
        until,
    } = given;
    let longest = now.plus_days(Release::DAYS);
    Release {
        form,
        days_a_year,
        from: now,
        until: until.map_or(longest, Instant::end_of),
        withdrawn_at: None,
    }
}

pub(super) fn record(
    txn: &mut Txn,
    actor: Actor,
    action: &'static str,
    id: ExpertId,
    details: serde_json::Value,
) {
    txn.changed(ChangeKind::Expert, id.0);
    txn.audit(AuditEntry {
        actor,
        action,
        subject: id.to_string(),
        details,
    });
}
