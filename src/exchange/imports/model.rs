//! What an import is.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use crate::clock::Instant;
use crate::db::StorageError;
use crate::exchange::cells::{CellError, Problem};
use crate::exchange::sheet::FileProblem;
use crate::experts::{EntryKind, NewExpert};
use crate::ids::{ExpertId, ImportId, OrganisationId};

/// Hours after which an upload is forgotten, and within which what was applied can be taken back.
pub(super) const KEPT_HOURS: i64 = 24;
/// Rows up to which an answer waits for the work; longer files are worked on by a job.
pub(super) const AT_ONCE: usize = 300;
/// Rows shown before a file is applied.
pub(super) const PREVIEWED: usize = 20;

/// How far an import is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ImportState {
    /// Uploaded, and being checked.
    Waiting,
    /// Checked; nothing was done.
    Checked,
    /// Being applied.
    Applying,
    /// Applied.
    Applied,
    /// Being taken back.
    Undoing,
    /// Taken back.
    Undone,
}

impl ImportState {
    /// Whether somebody waits for it.
    pub const fn is_under_way(self) -> bool {
        match self {
            Self::Waiting | Self::Applying | Self::Undoing => true,
            Self::Checked | Self::Applied | Self::Undone => false,
        }
    }
}

/// An import as far as it is.
#[derive(Clone, Copy, Debug)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// Whose entries.
    pub organisation: OrganisationId,
    /// How far it is.
    pub state: ImportState,
    /// Rows of the file.
    pub rows: usize,
    /// Rows that enter an entry.
    pub new: usize,
    /// Rows that change one.
    pub changed: usize,
    /// Rows that are wrong.
    pub rejected: usize,
    /// Rows that were checked so far.
    pub done: usize,
    /// When it was uploaded.
    pub created_at: Instant,
    /// When it was applied.
    pub applied_at: Option<Instant>,
    /// When what is kept of it is forgotten.
    pub expires_at: Instant,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowError {
    /// As the spreadsheet numbers it.
    pub row: u32,
    /// The name of the column in the file.
    pub column: String,
    /// What.
    pub problem: Problem,
    /// The words it is about.
    pub excerpt: Option<String>,
    /// What was meant, perhaps.
    pub suggestions: Vec<String>,
}

impl RowError {
    /// About a cell.
    pub(super) fn new(row: u32, column: String, error: CellError) -> Self {
        let CellError {
            problem,
            excerpt,
            suggestions,
        } = error;
        Self {
            row,
            column,
            problem,
            excerpt,
            suggestions,
        }
    }
}

impl std::fmt::Display for RowError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(excerpt) = &self.excerpt {
            write!(f, "\"{excerpt}\": ")?;
        }
        write!(f, "{}", self.problem)
    }
}

/// What a row would do, without a name.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Preview {
    /// As the spreadsheet numbers it.
    pub row: u32,
    /// It enters an entry; else it changes one.
    pub is_new: bool,
    /// A person or a capacity.
    pub kind: EntryKind,
    /// Its short description.
    pub headline: String,
    /// How many skills.
    pub skills: usize,
}

/// An entry that could not be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The row it came with.
    pub row: u32,
    /// The entry.
    pub entry: ExpertId,
}

/// What checking, or taking back, found.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Report {
    /// What is wrong, by row.
    pub errors: Vec<RowError>,
    /// What the first good rows would do.
    pub preview: Vec<Preview>,
    /// Somebody changed entries after it was checked: it was checked again, and nothing was applied.
    pub was_overtaken: bool,
    /// What was not taken back, because somebody else had touched it since.
    pub kept: Vec<Kept>,
    /// Tells whether it is still what was shown.
    pub(super) fingerprint: Vec<u8>,
}

/// Rows to apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// All, and none if one is wrong.
    All,
    /// Those that are right.
    WithoutErrors,
}

/// What entries held before.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Former {
    /// Those that were entered.
    pub(super) entered: Vec<(u32, ExpertId)>,
    /// Those that were changed.
    pub(super) changed: Vec<FormerEntry>,
}

/// What an entry held before.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct FormerEntry {
    pub(super) row: u32,
    pub(super) id: ExpertId,
    /// Its version after the change.
    pub(super) version: i32,
    pub(super) held: NewExpert,
}

/// Why an import did not go on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is none, it is a day old, or the caller may not know of it.
    #[error("there is no such import")]
    NotFound,
    /// The organisation is not one the caller manages, or has to be named.
    #[error("name an organisation that you manage")]
    Organisation,
    /// There is no such organisation.
    #[error("there is no such organisation")]
    NoOrganisation,
    /// Nothing of the file can be used.
    #[error(transparent)]
    File(#[from] FileProblem),
    /// It is not at the step that this needs.
    #[error("the import is not at this step: read it again")]
    NotNow,
    /// Rows are wrong, and nobody said to leave them out.
    #[error("{0} rows have errors: correct them, or apply the others with skip_errors=true")]
    HasErrors(usize),
    /// The columns are wrong, so no row can be read.
    #[error("correct the columns first, then upload the file again")]
    NoColumns,
    /// Entries were changed since it was checked.
    #[error("somebody changed entries meanwhile: nothing was applied; look at the check again")]
    Overtaken,
    /// The idempotency key was used with another file.
    #[error("this Idempotency-Key was used with another body")]
    KeyReused,
    /// The work was cut off.
    #[error("the work broke off")]
    BrokeOff,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
