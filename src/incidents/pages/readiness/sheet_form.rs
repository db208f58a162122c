//! The form of the arrival sheet, filled and read.

use std::collections::BTreeMap;

use strum::VariantArray;
use web::Language;
use web::pages::{SheetForm, credentials_problem};
use web::parts::{FieldProblem, Filled};

use super::words::sheet_field;
use crate::http::IfMatch;
use crate::incidents::readiness::{NewSheet, Sheet, SheetText, ShownSheet, TextProblem};
use crate::pages::Parameters;

/// The field of own tools.
const TOOLS: &str = "eigene-werkzeuge";

/// The form of what is kept.
pub(super) fn stored(shown: &ShownSheet) -> SheetForm {
    let texts = SheetText::VARIANTS.iter();
    let texts = texts.map(|about| {
        let text = shown.sheet.text(*about).to_owned();
        (sheet_field(*about).name(), text)
    });
    let tools = match shown.sheet.own_tools {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    SheetForm {
        filled: Filled {
            values: texts.chain([(TOOLS, tools.to_owned())]).collect(),
            problems: Vec::new(),
        },
        version: shown.version,
        is_conflict: false,
        asks_sure: false,
    }
}

/// The form as it was sent, with the sheet where nothing is wrong.
pub(super) fn sent(
    sent: &Parameters,
    language: Language,
) -> (SheetForm, IfMatch, Result<Sheet, ()>) {
    let text = |name: &str| sent.first(name).unwrap_or_default().to_owned();
    let all = SheetText::VARIANTS.iter();
    let texts: BTreeMap<_, _> = all
        .map(|about| (*about, text(sheet_field(*about).name())))
        .collect();
    let values = texts.iter();
    let values = values.map(|(about, text)| (sheet_field(*about).name(), text.clone()));
    let values = values.chain([(TOOLS, text(TOOLS))]).collect();
    let new = NewSheet {
        own_tools: match text(TOOLS).as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        is_sure: sent.first("keine-zugangsdaten").is_some(),
        texts,
    };
    let checked = new.checked();
    let wrong = checked.as_ref().err();
    let asks_sure = wrong.is_some_and(|wrong| {
        let mut kinds = wrong.iter().map(|(_, problem)| *problem);
        kinds.any(|problem| problem == TextProblem::Credentials)
    });
    let problems = wrong.into_iter().flatten().map(|(about, problem)| {
        let said = match problem {
            TextProblem::TooLong => FieldProblem::TooLong,
            TextProblem::NoPhone => FieldProblem::NoPhone,
            TextProblem::Credentials => credentials_problem(language),
        };
        (sheet_field(*about).name(), said)
    });
    let form = SheetForm {
        filled: Filled {
            values,
            problems: problems.collect(),
        },
        version: sent.parsed("stand").unwrap_or_default(),
        is_conflict: false,
        asks_sure,
    };
    let version = sent
        .parsed("stand")
        .map_or(IfMatch::Other, IfMatch::Version);
    (form, version, checked.map_err(|_| ()))
}
