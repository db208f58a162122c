//! The rows that are wrong as a file of their own, to be corrected and uploaded again.

use std::collections::BTreeMap;

use web::Language;
use web::pages::import_problem_text;

use super::model::RowError;
use super::show::problem;
use crate::exchange::columns::{Column, map};
use crate::exchange::sheet::Sheet;
use crate::spreadsheet::to_csv;

/// The rejected rows as they were, with one more column that says what is wrong.
pub(super) fn rejected(sheet: &Sheet, errors: &[RowError], language: Language) -> String {
    let mut by_row: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for error in errors {
        by_row
            .entry(error.row)
            .or_default()
            .push(text(error, language));
    }
    let mapping = map(&sheet.header.cells).unwrap_or_default();
    // A file that was corrected before has the column already.
    let earlier = mapping.place(Column::Errors);
    let width = sheet.header.cells.len();
    let kept = || (0..width).filter(|column| Some(*column) != earlier);
    let mut rows = Vec::with_capacity(by_row.len() + 1);
    let mut header: Vec<&str> = kept().map(|column| sheet.header.cell(column)).collect();
    header.push(Column::Errors.naming().de);
    rows.push(header);
    let told: BTreeMap<u32, String> = by_row
        .into_iter()
        .map(|(row, texts)| (row, texts.join(" ")))
        .collect();
    for row in &sheet.rows {
        if let Some(told) = told.get(&row.number) {
            let mut cells: Vec<&str> = kept().map(|column| row.cell(column)).collect();
            cells.push(told);
            rows.push(cells);
        }
    }
    to_csv(rows)
}

fn text(error: &RowError, language: Language) -> String {
    let what = import_problem_text(language, problem(error.problem));
    let excerpt = error
        .excerpt
        .as_deref()
        .map(|words| format!(" {words}:"))
        .unwrap_or_default();
    let meant = error
        .suggestions
        .first()
        .map(|meant| format!(" ({meant}?)"))
        .unwrap_or_default();
    format!("{}:{excerpt} {what}{meant}", error.column)
}
