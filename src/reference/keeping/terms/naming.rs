//! Ids and names of terms.

use super::book::KeptTerm;
use crate::fold::fold;
use crate::input::FieldError;
use crate::reference::Axis;

/// Adds a word to the others of a language, unless it is one of the names.
pub(super) fn take_over(term: &mut KeptTerm, word: &str, is_german: bool) {
    if word.is_empty() || term.names().any(|name| fold(name) == fold(word)) {
        return;
    }
    let synonyms = &mut term.synonyms;
    let list = if is_german {
        &mut synonyms.de
    } else {
        &mut synonyms.en
    };
    list.push(word.to_owned());
}

/// Roles and domains say so in words of their own; of others nobody asks.
pub(super) fn mark_extended(term: &mut KeptTerm, is_extended: bool) {
    let (name, value) = match (term.axis, is_extended) {
        (Axis::Role, true) => ("grade", "extended"),
        (Axis::Role, false) => ("grade", "basic"),
        (Axis::Domain, true) => ("privileged", "1"),
        (Axis::Domain, false) => ("privileged", "0"),
        (
            Axis::Procedure
            | Axis::Product
            | Axis::Certification
            | Axis::Language
            | Axis::IncidentClass,
            _,
        ) => return,
    };
    term.attributes.insert(name.to_owned(), value.into());
}

/// Most characters of an id: the record names a term by it.
const LONGEST_ID: usize = 60;

/// An id that stays: lower case, digits, hyphens.
pub(super) fn new_id(axis: Axis, given: Option<&str>, label: &str) -> Result<String, FieldError> {
    let prefix = match axis {
        Axis::Role => "role:",
        Axis::Domain => "domain:",
        Axis::Procedure => "procedure:",
        Axis::Product => "product:",
        Axis::Certification => "certification:",
        Axis::Language => "",
        Axis::IncidentClass => {
            return Err(FieldError::new(
                "/axis",
                "fixed",
                "incident classes are given",
            ));
        }
    };
    let named = given.map(str::trim).filter(|given| !given.is_empty());
    let named = named.map(|given| given.strip_prefix(prefix).unwrap_or(given));
    let slug = match (named, axis) {
        (Some(named), _) => named.to_owned(),
        (None, Axis::Language) => {
            return Err(FieldError::new(
                "/id",
                "required",
                "a language has a code of two or three letters",
            ));
        }
        (None, _) => fold(label).split_whitespace().collect::<Vec<_>>().join("-"),
    };
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_code = axis != Axis::Language || (2..=3).contains(&slug.len());
    let is_good = is_code
        && slug.len() >= 2
        && prefix.len() + slug.len() <= LONGEST_ID
        && slug.chars().all(is_plain)
        && !slug.starts_with('-')
        && !slug.ends_with('-');
    if !is_good {
        return Err(FieldError::new(
            "/id",
            "format",
            "lower case letters, digits and hyphens",
        ));
    }
    Ok(format!("{prefix}{slug}"))
}
