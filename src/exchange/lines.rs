//! JSON lines, each `{"organisation": …}` or `{"expert": …}` as the API takes them; all or none.

use serde::Deserialize;
use utoipa::ToSchema;
use validator::{Validate, ValidationErrors};

use crate::db::{Actor, Db, StorageError};
use crate::experts::{self, ExpertError, NewExpert};
use crate::ids::{ExpertId, OrganisationId};
use crate::input::{self, InputError};
use crate::organisations::{self, NewOrganisation, OrganisationError};
use crate::reference::Reference;
use crate::sealing::Keyring;

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    /// A line is not valid.
    #[error("line {line}: {reason}")]
    Line {
        /// Counted from 1.
        line: usize,
        /// What is wrong with it.
        reason: InputError,
    },
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// What was imported, in the order of the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// An organisation.
    Organisation(OrganisationId),
    /// An entry.
    Expert(ExpertId),
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Line {
    Organisation(Box<NewOrganisation>),
    Expert(Box<NewExpert>),
}

impl Validate for Line {
    fn validate(&self) -> Result<(), ValidationErrors> {
        match self {
            Self::Organisation(new) => new.validate(),
            Self::Expert(new) => new.validate(),
        }
    }
}

/// Imports all lines in one transaction; empty lines are skipped.
///
/// # Errors
/// The first line that is not valid, with its number; nothing was imported.
pub async fn import_lines(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    text: &str,
) -> Result<Vec<Imported>, LineError> {
    let mut txn = db.begin().await?;
    let mut imported = Vec::new();
    let lines = (1..)
        .zip(text.lines())
        .filter(|(_, text)| !text.trim().is_empty());
    for (line, text) in lines {
        let invalid = |reason| LineError::Line { line, reason };
        match input::parse(text.as_bytes()).map_err(invalid)? {
            Line::Organisation(new) => {
                let staged = organisations::stage(&mut txn, reference, Actor::Operator, &new).await;
                imported.push(Imported::Organisation(
                    staged.map_err(|error| organisation_error(line, error))?,
                ));
            }
            Line::Expert(new) => {
                let staged =
                    experts::stage(&mut txn, (reference, ring), Actor::Operator, *new).await;
                imported.push(Imported::Expert(
                    staged.map_err(|error| expert_error(line, error))?,
                ));
            }
        }
    }
    txn.commit().await?;
    Ok(imported)
}

fn organisation_error(line: usize, error: OrganisationError) -> LineError {
    match error {
        OrganisationError::Storage(error) => LineError::Storage(error),
        OrganisationError::Invalid(errors) => LineError::Line {
            line,
            reason: InputError::Invalid(errors),
        },
        other => LineError::Line {
            line,
            reason: InputError::Unreadable(other.to_string()),
        },
    }
}

fn expert_error(line: usize, error: ExpertError) -> LineError {
    match error {
        ExpertError::Storage(error) => LineError::Storage(error),
        ExpertError::Invalid(errors) => LineError::Line {
            line,
            reason: InputError::Invalid(errors),
        },
        other => LineError::Line {
            line,
            reason: InputError::Unreadable(other.to_string()),
        },
    }
}
