//! Many cards at once: rows of `AGS;name;function;date`, checked one by one.

use chrono::NaiveDate;

use super::CardError;
use super::body::{NewAcceptance, Signatory};

/// Rows a file has at most.
pub const LONGEST: usize = 500;

/// A row that can be read.
#[derive(Clone, Debug)]
pub struct Row {
    /// Counted from 1.
    pub line: usize,
    /// Which administration.
    pub place: String,
    /// What it accepted.
    pub acceptance: NewAcceptance,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// Counted from 1.
    pub line: usize,
    /// What.
    pub kind: RowProblemKind,
}

/// The kinds of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowProblemKind {
    /// There is no row at all.
    Empty,
    /// There are more than 500.
    TooMany,
    /// It does not have four columns.
    Columns,
    /// The key is no administration that the caller acts for.
    Place,
    /// The administration stands in an earlier row, too.
    Twice,
    /// Name or function are missing or too long.
    Signatory,
    /// The day cannot be read.
    Date,
    /// The day is yet to come.
    Future,
    /// The administration had a card before.
    HasCard,
    /// It accepted a text that is no longer the current one.
    Outdated,
}

impl Row {
    /// What an error says about this row.
    pub(super) fn problem(&self, error: &CardError) -> RowProblem {
        let kind = match error {
            CardError::HasCard(_) => RowProblemKind::HasCard,
            CardError::Invalid(errors) => {
                let is_about = |name: &str| errors.iter().any(|e| e.pointer.ends_with(name));
                if is_about("/conditions_version") {
                    RowProblemKind::Outdated
                } else if is_about("/accepted_on") {
                    RowProblemKind::Future
                } else if is_about("/name") || is_about("/function") {
                    RowProblemKind::Signatory
                } else {
                    RowProblemKind::Place
                }
            }
            CardError::NotFound
            | CardError::Replaced
            | CardError::ConditionsOutdated
            | CardError::AlreadyAccepted
            | CardError::AlreadyAsked
            | CardError::NotAsked
            | CardError::SamePerson
            | CardError::KeyReused
            | CardError::Storage(_) => RowProblemKind::Place,
        };
        RowProblem {
            line: self.line,
            kind,
        }
    }
}

/// Reads rows; a first line that does not begin with a digit is a header, empty lines are skipped.
///
/// # Errors
/// All rows that cannot be read.
pub fn read(text: &str, version: i32) -> Result<Vec<Row>, Vec<RowProblem>> {
    let text = text.trim_start_matches('\u{feff}');
    let lines = (1..)
        .zip(text.lines())
        .map(|(line, text)| (line, text.trim()));
    let is_header = |line, text: &str| line == 1 && !text.starts_with(|c: char| c.is_ascii_digit());
    let lines: Vec<(usize, &str)> = lines
        .filter(|(line, text)| !text.is_empty() && !is_header(*line, text))
        .collect();
    if let Some((line, _)) = lines.get(LONGEST) {
        let kind = RowProblemKind::TooMany;
        return Err(vec![RowProblem { line: *line, kind }]);
    }
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    for (line, text) in lines {
        match row(line, text, version) {
            Ok(row) => rows.push(row),
            Err(kind) => problems.push(RowProblem { line, kind }),
        }
    }
    if rows.is_empty() && problems.is_empty() {
        let kind = RowProblemKind::Empty;
        problems.push(RowProblem { line: 1, kind });
    }
    if problems.is_empty() {
        Ok(rows)
    } else {
        Err(problems)
    }
}

fn row(line: usize, text: &str, version: i32) -> Result<Row, RowProblemKind> {
    let columns: Vec<&str> = text
        .split(';')
        .map(|column| column.trim().trim_matches('"').trim())
        .collect();
    let [place, name, function, day] = columns.as_slice() else {
        return Err(RowProblemKind::Columns);
    };
    if !matches!(place.len(), 5 | 8 | 9) || !place.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(RowProblemKind::Place);
    }
    if [name, function]
        .iter()
        .any(|text| !(2..=120).contains(&text.chars().count()))
    {
        return Err(RowProblemKind::Signatory);
    }
    Ok(Row {
        line,
        place: (*place).to_owned(),
        acceptance: NewAcceptance {
            conditions_version: version,
            accepted_on: read_day(day).ok_or(RowProblemKind::Date)?,
            signatory: Signatory {
                name: (*name).to_owned(),
                function: (*function).to_owned(),
            },
        },
    })
}

/// A day as people and spreadsheets write it.
pub(in crate::emergency) fn read_day(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d.%m.%Y"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(text.trim(), format).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_a_spreadsheet_is_read() {
        let text = "\u{feff}AGS;Name;Funktion;Datum\r\n15082180;Erika Muster;Bürgermeisterin;2026-11-20\r\n\r\n15082;\"Max Muster\";Landrat;03.11.2026\r\n";

        let rows = read(text, 1).unwrap();

        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4]);
        assert_eq!(rows[1].acceptance.signatory.name, "Max Muster");
        assert_eq!(rows[1].acceptance.accepted_on.to_string(), "2026-11-03");
    }

    #[test]
    fn each_row_that_cannot_be_read_is_named() {
        let text = "1508218;A B;CD;2026-11-20\n15082180;A B;2026-11-20\n15082180;;CD;2026-11-20\n15082180;A B;CD;morgen";

        let problems: Vec<_> = read(text, 1).unwrap_err();

        let kinds: Vec<_> = problems
            .iter()
            .map(|problem| (problem.line, problem.kind))
            .collect();
        let expected = [
            (1, RowProblemKind::Place),
            (2, RowProblemKind::Columns),
            (3, RowProblemKind::Signatory),
            (4, RowProblemKind::Date),
        ];
        assert_eq!(kinds, expected);
    }

    #[test]
    fn no_row_and_too_many_rows_are_refused() {
        let many = "15082180;A B;CD;2026-11-20\n".repeat(LONGEST + 1);

        assert_eq!(
            read("AGS;Name;Funktion;Datum", 1).unwrap_err()[0].kind,
            RowProblemKind::Empty
        );
        assert_eq!(read(&many, 1).unwrap_err()[0].kind, RowProblemKind::TooMany);
        assert_eq!(read(&many, 1).unwrap_err()[0].line, LONGEST + 1);
    }
}
