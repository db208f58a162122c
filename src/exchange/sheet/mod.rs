//! What a file holds, whatever wrote it: a header and rows of text, numbered as a spreadsheet numbers them.

mod text;
mod workbook;

use serde::{Deserialize, Serialize};

/// Longest file in bytes.
pub const LONGEST_FILE: usize = 5 * 1024 * 1024;
/// Rows of data a file has at most.
pub const MOST_ROWS: usize = 10_000;
/// Columns a file has at most.
pub const MOST_COLUMNS: usize = 100;
/// Characters a cell has at most.
const LONGEST_CELL: usize = 8_000;

/// The first table of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Names of the columns.
    pub header: SheetRow,
    /// Rows in which something stands.
    pub rows: Vec<SheetRow>,
}

/// A row of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// As a spreadsheet numbers it, from 1.
    pub number: u32,
    /// Its cells as text; those at the end may be missing.
    pub cells: Vec<String>,
}

impl SheetRow {
    /// The text of a cell; empty where there is none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Why nothing of a file can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum FileProblem {
    /// It is longer than 5 MB.
    #[error("the file is longer than 5 MB")]
    TooLong,
    /// It unpacks to far more than a table of this size has.
    #[error("the file unpacks to more than 60 MB")]
    UnpacksTooLong,
    /// There are more than 10,000 rows.
    #[error("the file has more than 10,000 rows: split it")]
    TooManyRows,
    /// There are more than 100 columns.
    #[error("the file has more than 100 columns")]
    TooManyColumns,
    /// A cell has more than 8,000 characters.
    #[error("row {0} has a cell of more than 8,000 characters")]
    CellTooLong(u32),
    /// Nothing stands in it.
    #[error("the file is empty")]
    Empty,
    /// Only the names of the columns stand in it.
    #[error("the file has a header but no rows")]
    HeaderOnly,
    /// A workbook of Excel 97 to 2003.
    #[error("this is an old Excel file (.xls): save it as .xlsx or as CSV")]
    OldExcel,
    /// Neither text nor a workbook, or a damaged one.
    #[error("the file is neither CSV nor XLSX, or it is damaged")]
    Unreadable,
}

/// Reads a file by what is in it, not by its name.
///
/// # Errors
/// There is no table in it, or more than is taken.
pub fn read(bytes: &[u8]) -> Result<Sheet, FileProblem> {
    if bytes.len() > LONGEST_FILE {
        return Err(FileProblem::TooLong);
    }
    let rows = match bytes {
        [b'P', b'K', 3, 4, ..] => workbook::rows(bytes)?,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(FileProblem::OldExcel),
        _ => text::rows(bytes)?,
    };
    let mut rows = rows.into_iter().filter(|row| !row.is_empty());
    let header = rows.next().ok_or(FileProblem::Empty)?;
    let rows: Vec<SheetRow> = rows.collect();
    if rows.is_empty() {
        return Err(FileProblem::HeaderOnly);
    }
    let too_long = |row: &&SheetRow| {
        let mut cells = row.cells.iter();
        cells.any(|cell| cell.len() > LONGEST_CELL && cell.chars().count() > LONGEST_CELL)
    };
    if let Some(row) = rows.iter().chain([&header]).find(too_long) {
        return Err(FileProblem::CellTooLong(row.number));
    }
    Ok(Sheet { header, rows })
}

/// Rows as they are read, no more than are taken.
#[derive(Debug, Default)]
struct Rows {
    rows: Vec<SheetRow>,
    filled: usize,
}

impl Rows {
    /// Adds a row; the header is one, too.
    fn push(&mut self, row: SheetRow) -> Result<(), FileProblem> {
        if row.is_empty() {
            return Ok(());
        }
        if row.cells.len() > MOST_COLUMNS {
            return Err(FileProblem::TooManyColumns);
        }
        self.filled += 1;
        if self.filled > MOST_ROWS + 1 {
            return Err(FileProblem::TooManyRows);
        }
        self.rows.push(row);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
