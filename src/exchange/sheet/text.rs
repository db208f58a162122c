//! Tables as text: `;`, `,` or tab between cells, quotes around what holds them, in the usual encodings.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::{FileProblem, Rows, SheetRow};
use crate::spreadsheet::restored;

const SEPARATORS: [char; 3] = [';', '\t', ','];

/// The rows of a text; none has anything in it when the text is empty.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<SheetRow>, FileProblem> {
    let text = decoded(bytes);
    // No table of text has it: this is a picture or a program.
    if text.contains('\0') {
        return Err(FileProblem::Unreadable);
    }
    let (skipped, separator, rest) = separator(&text);
    let mut rows = Rows::default();
    let mut records = Records::new(rest, separator);
    let mut number = skipped;
    while let Some(cells) = records.next_record() {
        number += 1;
        rows.push(SheetRow { number, cells })?;
    }
    Ok(rows.rows)
}

/// As its first bytes say; else UTF-8, and what is none comes from Windows.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    let (text, has_errors) = UTF_8.decode_without_bom_handling(bytes);
    if !has_errors {
        return text;
    }
    WINDOWS_1252.decode_without_bom_handling(bytes).0
}

/// How many rows say only what stands between cells, that, and where the table begins.
fn separator(text: &str) -> (u32, char, &str) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(named) = first.trim().strip_prefix("sep=")
        && let Some(separator) = named.chars().next().or(Some('\t'))
    {
        let rest = text[first.len()..].trim_start_matches('\r');
        return (1, separator, rest.strip_prefix('\n').unwrap_or(rest));
    }
    // The header tells: its names hold none of them, unless in quotes.
    let filled = text.lines().find(|line| !line.trim().is_empty());
    let mut counts = [0_usize; 3];
    let mut is_quoted = false;
    for c in filled.unwrap_or_default().chars() {
        is_quoted ^= c == '"';
        if let Some(found) = SEPARATORS.iter().position(|s| *s == c && !is_quoted) {
            counts[found] += 1;
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    let found = counts.iter().position(|count| *count == most);
    (0, SEPARATORS[found.unwrap_or_default()], text)
}

/// Reads record by record. Empty ones count, as in a spreadsheet; a quote that is never closed ends with the text.
struct Records<'a> {
    chars: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, separator: char) -> Self {
        Self {
            chars: text.chars().peekable(),
            separator,
        }
    }

    fn next_record(&mut self) -> Option<Vec<String>> {
        self.chars.peek()?;
        let mut cells = Vec::new();
        loop {
            let (cell, is_last) = self.next_cell();
            cells.push(cell);
            if is_last {
                return Some(cells);
            }
        }
    }

    /// A cell, and whether its record ends with it.
    fn next_cell(&mut self) -> (String, bool) {
        let mut cell = String::new();
        let mut is_quoted = self.chars.next_if_eq(&'"').is_some();
        while let Some(c) = self.chars.next() {
            match c {
                '"' if is_quoted && self.chars.next_if_eq(&'"').is_some() => cell.push('"'),
                '"' if is_quoted => is_quoted = false,
                _ if is_quoted => cell.push(c),
                '\r' | '\n' => {
                    if c == '\r' {
                        self.chars.next_if_eq(&'\n');
                    }
                    return (restored(&cell).to_owned(), true);
                }
                _ if c == self.separator => return (restored(&cell).to_owned(), false),
                _ => cell.push(c),
            }
        }
        (restored(&cell).to_owned(), true)
    }
}
