//! An import as its page shows it.

use web::Frame;
use web::pages::{
    FileProblem as PageFileProblem, ImportError as PageError, ImportPage, ImportPreview,
    ImportProblem, ImportState as PageState, KeptEntry,
};

use super::model::{Import, ImportState, Report, RowError};
use crate::exchange::cells::Problem;
use crate::exchange::sheet::FileProblem;
use crate::experts::EntryKind;

/// Errors a page shows; the file of rejected rows holds all.
const MOST_ERRORS: usize = 200;

/// The page of an import: with its surroundings, where it is, and until when it is kept.
pub(super) fn page(
    (frame, path, until): (Frame, String, String),
    import: Import,
    report: Report,
) -> ImportPage {
    let Report {
        errors,
        preview,
        was_overtaken,
        kept,
        fingerprint,
    } = report;
    let has_columns = !fingerprint.is_empty() || errors.is_empty();
    ImportPage {
        state: state(import.state),
        rows: import.rows,
        done: import.done,
        new: import.new,
        changed: import.changed,
        rejected: import.rejected,
        has_columns,
        more_errors: errors.len().saturating_sub(MOST_ERRORS),
        errors: errors.into_iter().take(MOST_ERRORS).map(error).collect(),
        preview: preview
            .into_iter()
            .map(|row| ImportPreview {
                row: row.row,
                is_new: row.is_new,
                is_person: row.kind == EntryKind::Person,
                headline: row.headline,
                skills: row.skills,
            })
            .collect(),
        was_overtaken,
        kept: kept
            .into_iter()
            .map(|kept| KeptEntry {
                row: kept.row,
                href: format!("/fachkraefte/{}", kept.entry),
            })
            .collect(),
        path,
        until,
        frame,
    }
}

fn error(error: RowError) -> PageError {
    let RowError {
        row,
        column,
        problem: found,
        excerpt,
        suggestions,
    } = error;
    PageError {
        row,
        column,
        problem: problem(found),
        excerpt,
        suggestions,
    }
}

/// How far an import is, as pages say it.
pub(super) const fn state(state: ImportState) -> PageState {
    match state {
        ImportState::Waiting => PageState::Checking,
        ImportState::Checked => PageState::Checked,
        ImportState::Applying => PageState::Applying,
        ImportState::Applied => PageState::Applied,
        ImportState::Undoing => PageState::Undoing,
        ImportState::Undone => PageState::Undone,
    }
}

/// Why a file was not taken, as pages say it.
pub(super) const fn file_problem(problem: FileProblem) -> PageFileProblem {
    match problem {
        FileProblem::TooLong | FileProblem::UnpacksTooLong => PageFileProblem::TooLong,
        FileProblem::TooManyRows => PageFileProblem::TooManyRows,
        FileProblem::TooManyColumns => PageFileProblem::TooManyColumns,
        FileProblem::CellTooLong(row) => PageFileProblem::CellTooLong(row),
        FileProblem::Empty => PageFileProblem::Empty,
        FileProblem::HeaderOnly => PageFileProblem::HeaderOnly,
        FileProblem::OldExcel => PageFileProblem::OldExcel,
        FileProblem::Unreadable => PageFileProblem::Unreadable,
    }
}

/// What is wrong with a cell, as pages say it.
pub(super) const fn problem(problem: Problem) -> ImportProblem {
    match problem {
        Problem::UnknownColumn => ImportProblem::UnknownColumn,
        Problem::PrivateColumn => ImportProblem::PrivateColumn,
        Problem::ColumnTwice => ImportProblem::ColumnTwice,
        Problem::Missing => ImportProblem::Missing,
        Problem::UnknownTerm => ImportProblem::UnknownTerm,
        Problem::Ambiguous => ImportProblem::Ambiguous,
        Problem::UnknownPlace => ImportProblem::UnknownPlace,
        Problem::WholeLand => ImportProblem::WholeLand,
        Problem::Confirmed => ImportProblem::Confirmed,
        Problem::Twice => ImportProblem::Twice,
        Problem::Level => ImportProblem::Level,
        Problem::Cefr => ImportProblem::Cefr,
        Problem::Day => ImportProblem::Day,
        Problem::Period => ImportProblem::Period,
        Problem::Order => ImportProblem::Order,
        Problem::Number { min, max } => ImportProblem::Number { min, max },
        Problem::Word => ImportProblem::Word,
        Problem::Mail => ImportProblem::Mail,
        Problem::Phone => ImportProblem::Phone,
        Problem::TooLong { max } => ImportProblem::TooLong { max },
        Problem::TooMany { max } => ImportProblem::TooMany { max },
        Problem::NamedCapacity => ImportProblem::NamedCapacity,
        Problem::PersonCounted => ImportProblem::PersonCounted,
        Problem::OtherKind => ImportProblem::OtherKind,
        Problem::UnknownAlias => ImportProblem::UnknownAlias,
        Problem::SameEntry { row } => ImportProblem::SameEntry { row },
        Problem::Identifying => ImportProblem::Identifying,
        Problem::HealthOrFamily => ImportProblem::HealthOrFamily,
        Problem::OnlyLater => ImportProblem::OnlyLater,
        Problem::Refused => ImportProblem::Refused,
    }
}
