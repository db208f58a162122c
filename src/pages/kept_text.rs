//! Texts that admins keep, as pages show them.

use web::Language;
use web::parts::FirstAid;

use super::day;
use crate::reference::KeptText;

/// Who checked a text, and on which day.
pub fn checked(text: &KeptText, language: Language) -> Option<(String, String)> {
    let (by, on) = text.checked.as_ref()?;
    Some((by.clone(), day(*on, language)))
}

/// First aid: the first line is its heading, the last one the exception.
pub fn first_aid(text: &KeptText, language: Language) -> FirstAid {
    let mut lines = text.lines(language).map(str::to_owned);
    FirstAid {
        title: lines.next().unwrap_or_default(),
        exception: lines.next_back().unwrap_or_default(),
        steps: lines.collect(),
        checked: checked(text, language),
    }
}
