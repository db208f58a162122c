//! Entries as rows.

use crate::clock::Instant;
use crate::exchange::cells::{
    Vocabulary, write_absences, write_availability, write_certifications, write_clearance,
    write_day, write_kind, write_languages, write_mode, write_place, write_release, write_skills,
    write_weekdays,
};
use crate::exchange::columns::{COLUMNS, Column};
use crate::experts::{EntryKind, Known, NewExpert};
use crate::reference::Reference;
use crate::spreadsheet::to_csv;

/// Entries as CSV, under the names an import knows.
pub(in crate::exchange) fn table(reference: &Reference, roll: &[Known], now: Instant) -> String {
    let vocabulary = Vocabulary::new(&reference.taxonomy);
    let columns = || {
        let written = COLUMNS
            .iter()
            .filter(|naming| naming.column != Column::Errors);
        written.map(|naming| naming.column)
    };
    let header: Vec<String> = columns()
        .map(|column| column.naming().de.to_owned())
        .collect();
    let rows = roll.iter().map(|known| {
        let held = known.as_new(now);
        let cell = |column| cell((reference, &vocabulary), (known, &held), column);
        columns().map(cell).collect::<Vec<String>>()
    });
    let rows: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();
    to_csv(rows.iter().map(|row| row.iter().map(String::as_str)))
}

fn cell(
    (reference, vocabulary): (&Reference, &Vocabulary<'_>),
    (known, held): (&Known, &NewExpert),
    column: Column,
) -> String {
    let person = held.identity.as_ref();
    let profile = &known.entry.profile;
    match column {
        Column::Alias => known.entry.alias.clone(),
        Column::Kind => write_kind(held.kind).to_owned(),
        Column::GivenName => person.map_or_else(String::new, |person| person.given_name.clone()),
        Column::FamilyName => person.map_or_else(String::new, |person| person.family_name.clone()),
        Column::Email => person.map_or_else(String::new, |person| person.email.clone()),
        Column::Phone => person
            .and_then(|person| person.phone.clone())
            .unwrap_or_default(),
        Column::Mobile => person
            .and_then(|person| person.mobile.clone())
            .unwrap_or_default(),
        Column::Headcount => match held.kind {
            EntryKind::Person => String::new(),
            EntryKind::Capacity => known.entry.headcount.to_string(),
        },
        Column::Headline => held.headline.de.clone(),
        Column::HeadlineEnglish => held.headline.en.clone(),
        Column::Text => held.text.de.clone(),
        Column::TextEnglish => held.text.en.clone(),
        Column::Skills => write_skills(vocabulary, &profile.skills),
        Column::Certifications => write_certifications(vocabulary, &held.certifications),
        Column::Languages => write_languages(vocabulary, &held.languages),
        Column::Base => write_place(&reference.regions, &held.base),
        Column::Radius => held.radius_km.to_string(),
        Column::Mode => write_mode(held.mode).to_owned(),
        Column::MaxDays => held.max_days.to_string(),
        Column::Notice => held.notice_hours.to_string(),
        Column::Clearance => write_clearance(held.clearance.level).to_owned(),
        Column::ClearanceUntil => held
            .clearance
            .valid_until
            .map(write_day)
            .unwrap_or_default(),
        Column::ClearanceOffice => held.clearance.office.clone().unwrap_or_default(),
        Column::Availability => write_availability(held.availability.state).to_owned(),
        Column::AvailableFrom => held.availability.from.map(write_day).unwrap_or_default(),
        Column::Weekdays => write_weekdays(&held.availability.weekdays),
        Column::Absences => write_absences(&held.availability.absences),
        Column::Release => held
            .release
            .map(|release| write_release(release.form).to_owned())
            .unwrap_or_default(),
        Column::ReleaseDays => {
            let days = held.release.and_then(|release| release.days_a_year);
            days.map(|days| days.to_string()).unwrap_or_default()
        }
        Column::Errors => String::new(),
    }
}
