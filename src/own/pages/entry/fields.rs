//! Values of an entry as forms show them, and as the API takes them.

use serde_json::{Value, json};
use web::Language;
use web::pages::EntryField;
use web::parts::WorkMode as PageMode;

use super::Editing;
use crate::experts;
use crate::pages::place_name;
use crate::reference::{Ags, Reference};

/// A value as the API takes it.
pub(super) fn value(field: EntryField, text: &str) -> Value {
    match field {
        EntryField::Radius
        | EntryField::MaxDays
        | EntryField::Notice
        | EntryField::Headcount
        | EntryField::ClearanceLevel => text
            .parse::<u32>()
            .map_or_else(|_| json!(text), |number| json!(number)),
        EntryField::NightAlerts => json!(!text.is_empty()),
        EntryField::Phone
        | EntryField::Mobile
        | EntryField::ClearanceUntil
        | EntryField::ClearanceOffice
            if text.is_empty() =>
        {
            Value::Null
        }
        EntryField::GivenName
        | EntryField::FamilyName
        | EntryField::Email
        | EntryField::Phone
        | EntryField::Mobile
        | EntryField::HeadlineDe
        | EntryField::HeadlineEn
        | EntryField::TextDe
        | EntryField::TextEn
        | EntryField::Place
        | EntryField::Mode
        | EntryField::ClearanceUntil
        | EntryField::ClearanceOffice => json!(text),
    }
}

/// Puts a value where a pointer of one or two parts leads.
pub(super) fn put(body: &mut Value, pointer: &str, value: Value) {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    match parts[..] {
        [name] => body[name] = value,
        [above, name] => body[above][name] = value,
        _ => {}
    }
}

/// What is stored, as the form shows it.
pub(super) fn stored(editing: &Editing, field: EntryField, reference: &Reference) -> String {
    let entry = &editing.entry;
    let identity = |pick: fn(&experts::Identity) -> String| {
        entry.identity.as_ref().map(pick).unwrap_or_default()
    };
    match field {
        EntryField::GivenName => identity(|held| held.given_name.clone()),
        EntryField::FamilyName => identity(|held| held.family_name.clone()),
        EntryField::Email => identity(|held| held.email.clone()),
        EntryField::Phone => identity(|held| held.phone.clone().unwrap_or_default()),
        EntryField::Mobile => identity(|held| held.mobile.clone().unwrap_or_default()),
        EntryField::HeadlineDe => entry.headline.de.clone(),
        EntryField::HeadlineEn => entry.headline.en.clone(),
        EntryField::TextDe => entry.text.de.clone(),
        EntryField::TextEn => entry.text.en.clone(),
        EntryField::Place => {
            let region = entry
                .base
                .parse::<Ags>()
                .ok()
                .and_then(|ags| reference.regions.get(ags));
            region.map_or_else(
                || entry.base.clone(),
                |region| place_name(reference, region),
            )
        }
        EntryField::Radius => entry.radius_km.to_string(),
        EntryField::Mode => <&str>::from(entry.mode).to_owned(),
        EntryField::MaxDays => entry.max_days.to_string(),
        EntryField::Notice => entry.notice_hours.to_string(),
        EntryField::Headcount => entry.headcount.to_string(),
        EntryField::NightAlerts => {
            if entry.night_alerts {
                "1".to_owned()
            } else {
                String::new()
            }
        }
        EntryField::ClearanceLevel => entry.clearance.level.to_string(),
        EntryField::ClearanceUntil => entry
            .clearance
            .valid_until
            .map(|day| day.to_string())
            .unwrap_or_default(),
        EntryField::ClearanceOffice => entry.clearance.office.clone().unwrap_or_default(),
    }
}

pub(super) fn options(field: EntryField, language: Language) -> Vec<(String, String)> {
    match field {
        EntryField::Mode => PageMode::ALL
            .iter()
            .map(|mode| (mode.value().to_owned(), mode.label(language)))
            .collect(),
        EntryField::ClearanceLevel => {
            let none = match language {
                Language::German => "keine",
                Language::English => "none",
            };
            let levels = ["Ü1", "Ü2", "Ü3"].into_iter().zip(1..);
            let levels =
                levels.map(|(label, level): (&str, u8)| (level.to_string(), label.to_owned()));
            [("0".to_owned(), none.to_owned())]
                .into_iter()
                .chain(levels)
                .collect()
        }
        _ => Vec::new(),
    }
}
