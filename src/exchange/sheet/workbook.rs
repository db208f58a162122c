//! Tables of Excel (XLSX): the first sheet, each cell as people typed it.

use std::io::{Cursor, Read};
use std::panic;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::{FileProblem, MOST_COLUMNS, MOST_ROWS, Rows, SheetRow};
use crate::spreadsheet::restored;

/// Bytes a workbook has unpacked at most: a hundred times the packed text of 10,000 long rows.
const LONGEST_UNPACKED: u64 = 60 * 1024 * 1024;
/// Files a workbook is made of at most.
const MOST_PARTS: usize = 500;
/// Rows between rows: whoever writes below that has no table.
const LAST_ROW: u32 = 200_000;

/// The rows of the first sheet.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<SheetRow>, FileProblem> {
    is_bounded(bytes)?;
    // The file comes from outside and others read it: what they did not think of must not take the service down.
    panic::catch_unwind(|| cells(bytes)).unwrap_or(Err(FileProblem::Unreadable))
}

/// Unpacks everything once and keeps nothing: what the file says of its own size may be wrong.
fn is_bounded(bytes: &[u8]) -> Result<(), FileProblem> {
    let unreadable = |_| FileProblem::Unreadable;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if archive.len() > MOST_PARTS {
        return Err(FileProblem::UnpacksTooLong);
    }
    let mut left = LONGEST_UNPACKED;
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(unreadable)?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        left = left
            .checked_sub(read.map_err(|_| FileProblem::Unreadable)?)
            .ok_or(FileProblem::UnpacksTooLong)?;
    }
    Ok(())
}

fn cells(bytes: &[u8]) -> Result<Vec<SheetRow>, FileProblem> {
    let unreadable = |_: XlsxError| FileProblem::Unreadable;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let name = book.sheet_names().first().cloned();
    let name = name.ok_or(FileProblem::Empty)?;
    let mut reader = book.worksheet_cells_reader(&name).map_err(unreadable)?;
    let mut rows = Rows::default();
    let mut current = SheetRow::default();
    while let Some(cell) = reader.next_cell().map_err(unreadable)? {
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        if row > LAST_ROW {
            return Err(FileProblem::TooManyRows);
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MOST_COLUMNS {
            return Err(FileProblem::TooManyColumns);
        }
        if row + 1 != current.number {
            // Cells come in order; a file that mixes them has rows twice, and is refused as too long at worst.
            rows.push(std::mem::take(&mut current))?;
            current.number = row + 1;
        }
        if current.cells.len() <= column {
            current.cells.resize(column + 1, String::new());
        }
        current.cells[column] = text;
    }
    rows.push(current)?;
    debug_assert!(rows.rows.len() <= MOST_ROWS + 1, "the rows are counted");
    Ok(rows.rows)
}

/// A value as somebody would have typed it.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => plain(text),
        DataRef::SharedString(text) => plain(text),
        DataRef::Bool(is_so) => if *is_so { "ja" } else { "nein" }.to_owned(),
        DataRef::DateTime(moment) => day(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text
            .split_once('T')
            .map_or_else(|| text.clone(), |(day, _)| day.to_owned()),
        // What a formula could not work out is no value.
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn plain(text: &str) -> String {
    restored(text).replace('\0', "\u{fffd}")
}

fn day(moment: &ExcelDateTime) -> String {
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return moment.as_f64().to_string();
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    format!("{day:02}.{month:02}.{year:04}")
}
