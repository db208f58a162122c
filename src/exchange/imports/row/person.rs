//! Who it is: a person with name and contact at work, or so many people without names.

use super::cells::Cells;
use crate::exchange::cells::{CellError, Problem, read_number};
use crate::exchange::columns::Column;
use crate::experts::{EntryKind, Identity, NewExpert};
use crate::phone;

const OF_PERSONS: [Column; 5] = [
    Column::GivenName,
    Column::FamilyName,
    Column::Email,
    Column::Phone,
    Column::Mobile,
];

/// Reads who it is.
pub(super) fn read(cells: &mut Cells<'_>, new: &mut NewExpert) {
    match new.kind {
        EntryKind::Capacity => capacity(cells, new),
        EntryKind::Person => person(cells, new),
    }
}

fn capacity(cells: &mut Cells<'_>, new: &mut NewExpert) {
    let count = cells.read(Column::Headcount, |text| read_number(text, 1..=500));
    new.headcount = count.or(new.headcount);
    if new.headcount.is_none() && cells.text(Column::Headcount).is_none() {
        cells.fail(Column::Headcount, Problem::Missing);
    }
    for column in OF_PERSONS {
        if cells.text(column).is_some() {
            cells.fail(column, Problem::NamedCapacity);
        }
    }
}

fn person(cells: &mut Cells<'_>, new: &mut NewExpert) {
    if cells
        .text(Column::Headcount)
        .is_some_and(|count| count != "1")
    {
        cells.fail(Column::Headcount, Problem::PersonCounted);
    }
    let mut identity = new.identity.take().unwrap_or_else(nobody);
    cells.replace(Column::GivenName, &mut identity.given_name);
    cells.replace(Column::FamilyName, &mut identity.family_name);
    cells.replace(Column::Email, &mut identity.email);
    number(cells, Column::Phone, &mut identity.phone);
    number(cells, Column::Mobile, &mut identity.mobile);
    let required = [
        (Column::GivenName, &identity.given_name),
        (Column::FamilyName, &identity.family_name),
        (Column::Email, &identity.email),
    ];
    for (column, _) in required.into_iter().filter(|(_, text)| text.is_empty()) {
        cells.fail(column, Problem::Missing);
    }
    new.identity = Some(identity);
}

fn nobody() -> Identity {
    Identity {
        given_name: String::new(),
        family_name: String::new(),
        email: String::new(),
        phone: None,
        mobile: None,
    }
}

/// Replaces a number unless it is the same in another spelling.
fn number(cells: &mut Cells<'_>, column: Column, held: &mut Option<String>) {
    if let Some(given) = cells.read(column, read_phone) {
        let same = held.as_deref().and_then(phone::e164);
        if same.as_ref() != Some(&given) {
            *held = Some(given);
        }
    }
}

/// A number in one spelling. A spreadsheet takes the zero before it away; whether there was one, nobody knows.
fn read_phone(text: &str) -> Result<String, CellError> {
    phone::e164(text).ok_or_else(|| {
        let error = CellError::new(Problem::Phone).about(text);
        let with_zero = format!("0{text}");
        match phone::e164(&with_zero) {
            Some(_) => error.suggesting(vec![with_zero]),
            None => error,
        }
    })
}
