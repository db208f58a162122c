//! Imports as JSON.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::{Import, ImportState, Kept, Report, RowError};
use crate::clock::Instant;
use crate::ids::{ExpertId, ImportId, OrganisationId};

/// Errors an answer tells at most.
const MOST_ERRORS: usize = 1_000;

/// A file of entries as far as it is.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ImportBody {
    /// Its id.
    id: ImportId,
    /// Whose entries.
    organisation_id: OrganisationId,
    /// How far it is; while it is `waiting`, `applying` or `undoing`, ask again.
    state: ImportState,
    /// Rows of the file.
    rows: usize,
    /// Rows checked so far.
    checked: usize,
    /// Rows that enter an entry.
    new: usize,
    /// Rows that change one; rows that hold what is known count as neither.
    changed: usize,
    /// Rows with errors.
    rejected: usize,
    /// What is wrong, by row and column; at most 1,000.
    errors: Vec<ImportErrorBody>,
    /// What was not taken back, because somebody else had touched it since.
    kept: Vec<KeptEntryBody>,
    /// Entries were changed after the check: nothing was applied, and it was checked again.
    overtaken: bool,
    /// When it was uploaded.
    created_at: Instant,
    /// When it was applied.
    applied_at: Option<Instant>,
    /// When it is forgotten; until then what was applied can be taken back.
    expires_at: Instant,
}

/// What is wrong with a cell.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ImportErrorBody {
    /// As a spreadsheet numbers the row.
    row: u32,
    /// The name of the column in the file.
    column: String,
    /// What to do about it.
    detail: String,
    /// What was meant, perhaps.
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<String>,
}

/// An entry that was not taken back.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct KeptEntryBody {
    /// The row it came with.
    row: u32,
    /// The entry.
    expert_id: ExpertId,
}

impl ImportBody {
    pub(super) fn new(import: Import, report: Report) -> Self {
        let Import {
            id,
            organisation,
            state,
            rows,
            new,
            changed,
            rejected,
            done,
            created_at,
            applied_at,
            expires_at,
        } = import;
        let Report {
            errors,
            preview: _,
            was_overtaken,
            kept,
            fingerprint: _,
        } = report;
        Self {
            id,
            organisation_id: organisation,
            state,
            rows,
            checked: done,
            new,
            changed,
            rejected,
            errors: errors.into_iter().take(MOST_ERRORS).map(error).collect(),
            kept: kept.into_iter().map(kept_body).collect(),
            overtaken: was_overtaken,
            created_at,
            applied_at,
            expires_at,
        }
    }
}

fn error(error: RowError) -> ImportErrorBody {
    let detail = error.to_string();
    let RowError {
        row,
        column,
        problem: _,
        excerpt: _,
        suggestions,
    } = error;
    ImportErrorBody {
        row,
        column,
        detail,
        suggestion: suggestions.into_iter().next(),
    }
}

fn kept_body(Kept { row, entry }: Kept) -> KeptEntryBody {
    KeptEntryBody {
        row,
        expert_id: entry,
    }
}
