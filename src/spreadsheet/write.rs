//! A table as text that every spreadsheet in Germany opens: UTF-8 with its mark, `;` between cells.

use super::safe;

/// Rows as CSV, formulas made harmless.
pub fn to_csv<'a, R>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = &'a str>,
{
    let mut text = String::from('\u{feff}');
    for row in rows {
        for (column, cell) in row.into_iter().enumerate() {
            if column > 0 {
                text.push(';');
            }
            push(&mut text, &safe(cell));
        }
        text.push_str("\r\n");
    }
    text
}

fn push(text: &mut String, cell: &str) {
    if !cell.contains([';', '"', '\r', '\n', ',', '\t']) {
        text.push_str(cell);
        return;
    }
    text.push('"');
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}
