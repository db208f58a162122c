//! The cells of a row under their columns.

use crate::exchange::cells::{CellError, Problem};
use crate::exchange::columns::{Column, Mapping};
use crate::exchange::sheet::SheetRow;

/// More about one cell helps nobody.
const MOST_ERRORS_A_CELL: usize = 5;

/// The cells of a row under their columns.
pub(super) struct Cells<'a> {
    pub(super) mapping: &'a Mapping,
    pub(super) row: &'a SheetRow,
    pub(super) errors: Vec<(Column, CellError)>,
}

impl<'a> Cells<'a> {
    /// What stands there; none when nothing does: then what is known stays.
    pub(super) fn text(&self, column: Column) -> Option<&'a str> {
        let text = self.row.cell(self.mapping.place(column)?).trim();
        (!text.is_empty()).then_some(text)
    }

    pub(super) fn read<T>(
        &mut self,
        column: Column,
        read: impl FnOnce(&'a str) -> Result<T, CellError>,
    ) -> Option<T> {
        match read(self.text(column)?) {
            Ok(value) => Some(value),
            Err(error) => {
                self.errors.push((column, error));
                None
            }
        }
    }

    pub(super) fn read_list<T>(
        &mut self,
        column: Column,
        read: impl FnOnce(&'a str) -> Result<Vec<T>, Vec<CellError>>,
    ) -> Option<Vec<T>> {
        match read(self.text(column)?) {
            Ok(values) => Some(values),
            Err(errors) => {
                let errors = errors.into_iter().take(MOST_ERRORS_A_CELL);
                self.errors.extend(errors.map(|error| (column, error)));
                None
            }
        }
    }

    pub(super) fn fail(&mut self, column: Column, problem: Problem) {
        self.errors.push((column, CellError::new(problem)));
    }

    /// Replaces a text unless only blanks and line ends differ.
    pub(super) fn replace(&self, column: Column, text: &mut String) {
        if let Some(given) = self.text(column) {
            let given = given.replace("\r\n", "\n").replace('\r', "\n");
            let held = text.replace("\r\n", "\n").replace('\r', "\n");
            if given != held.trim() {
                *text = given;
            }
        }
    }
}
