//! What stands in a cell: reading it as people write it, and writing it so that it reads the same again.

mod choice;
mod day;
mod list;
mod place;
mod problem;

pub use choice::{
    read_availability, read_clearance, read_kind, read_mode, read_release, read_weekdays,
    write_availability, write_clearance, write_kind, write_mode, write_release, write_weekdays,
};
pub use day::{read_absences, read_day, write_absences, write_day};
pub use list::{Vocabulary, write_certifications, write_languages, write_skills};
pub use place::{Places, write_place};
pub use problem::{CellError, Problem};

use std::ops::RangeInclusive;

/// A whole number within bounds.
pub fn read_number(text: &str, range: RangeInclusive<u16>) -> Result<u16, CellError> {
    let bare = text
        .trim()
        .trim_end_matches("km")
        .trim_end_matches("Tage")
        .trim_end_matches("Stunden")
        .trim();
    // Spreadsheets write 14 as 14.0, or as 14,0.
    let whole = bare
        .split_once(['.', ','])
        .filter(|(_, rest)| rest.bytes().all(|b| b == b'0'));
    let number = whole.map_or(bare, |(whole, _)| whole).parse::<u16>();
    let (min, max) = (*range.start(), *range.end());
    number
        .ok()
        .filter(|number| range.contains(number))
        .ok_or(CellError::new(Problem::Number { min, max }))
}
