//! The columns of the table of entries, by the names people give them.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use crate::fold::fold;
use crate::spreadsheet::to_csv;

/// What a column holds. Numbers that are private have none: only the person enters them.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the table below says what each is")]
pub enum Column {
    Alias,
    Kind,
    GivenName,
    FamilyName,
    Email,
    Phone,
    Mobile,
    Headcount,
    Headline,
    HeadlineEnglish,
    Text,
    TextEnglish,
    Skills,
    Certifications,
    Languages,
    Base,
    Radius,
    Mode,
    MaxDays,
    Notice,
    Clearance,
    ClearanceUntil,
    ClearanceOffice,
    Availability,
    AvailableFrom,
    Weekdays,
    Absences,
    Release,
    ReleaseDays,
    Errors,
}

/// How a column is called, and what stands in the example.
#[derive(Clone, Copy, Debug)]
pub struct Naming {
    /// What it holds.
    pub column: Column,
    /// Its name in what we write.
    pub de: &'static str,
    /// In English.
    pub en: &'static str,
    /// Other names it is known by.
    pub others: &'static [&'static str],
    /// A cell as an example.
    pub example: &'static str,
}

const fn name(
    column: Column,
    (de, en): (&'static str, &'static str),
    others: &'static [&'static str],
    example: &'static str,
) -> Naming {
    Naming {
        column,
        de,
        en,
        others,
        example,
    }
}

/// All columns in the order in which they are written.
#[rustfmt::skip]
pub const COLUMNS: &[Naming] = &[
    name(Column::Alias, ("Kennung", "Alias"), &["Kennzeichen", "ID"], ""),
    name(Column::Kind, ("Art", "Kind"), &["Typ", "Type"], "Person"),
    name(Column::GivenName, ("Vorname", "Given name"), &["First name", "Rufname"], "Erika"),
    name(Column::FamilyName, ("Nachname", "Family name"), &["Name", "Familienname", "Last name", "Surname"], "Mustermann"),
    name(Column::Email, ("E-Mail dienstlich", "Mail at work"), &["E-Mail", "Email", "Mail", "E-Mail-Adresse", "Dienstliche E-Mail", "Work mail", "Work email", "E-Mail address"], "erika.mustermann@example.org"),
    name(Column::Phone, ("Telefon dienstlich", "Phone at work"), &["Telefon", "Telefonnummer", "Dienstliches Telefon", "Diensttelefon", "Durchwahl", "Phone", "Work phone", "Telephone"], "030 23125 001"),
    name(Column::Mobile, ("Diensthandy", "Duty mobile"), &["Mobil dienstlich", "Handy dienstlich", "Bereitschaftsnummer", "Bereitschaftshandy", "Diensthandynummer", "Duty phone", "Work mobile"], "0171 3920001"),
    name(Column::Headcount, ("Personenzahl", "Headcount"), &["Anzahl", "Anzahl Personen", "Personen", "People"], ""),
    name(Column::Headline, ("Kurzbeschreibung", "Headline"), &["Überschrift", "Kurzbeschreibung deutsch", "Headline German", "Short description"], "Datensicherung und Wiederherstellung"),
    name(Column::HeadlineEnglish, ("Kurzbeschreibung englisch", "Headline English"), &["Überschrift englisch", "Short description English"], "Backup and restore"),
    name(Column::Text, ("Beschreibung", "Description"), &["Text", "Freitext", "Beschreibung deutsch", "Description German", "Text German"], ""),
    name(Column::TextEnglish, ("Beschreibung englisch", "Description English"), &["Text englisch", "Freitext englisch", "Text English"], ""),
    name(Column::Skills, ("Fähigkeiten", "Skills"), &["Fähigkeit", "Kenntnisse", "Skill", "Kompetenzen"], "Datensicherung und Rücksicherung:3, Veeam:4"),
    name(Column::Certifications, ("Zertifikate", "Certifications"), &["Zertifikat", "Zertifizierungen", "Certificates"], "CISSP:01.03.2024:28.02.2027"),
    name(Column::Languages, ("Sprachen", "Languages"), &["Sprache", "Sprachkenntnisse", "Language"], "Deutsch:C2, Englisch:B2"),
    name(Column::Base, ("Ort", "Base"), &["Standort", "Dienstort", "AGS", "Gemeinde", "Ort oder AGS", "Place", "Location", "Gemeindeschlüssel"], "Köthen (Anhalt)"),
    name(Column::Radius, ("Umkreis in km", "Radius in km"), &["Umkreis", "Radius", "Umkreis km", "Radius km"], "200"),
    name(Column::Mode, ("Einsatzart", "Mode"), &["Arbeitsweise", "Einsatzform", "Work mode"], "beides"),
    name(Column::MaxDays, ("Längster Einsatz in Tagen", "Longest deployment in days"), &["Tage", "Einsatztage", "Längster Einsatz", "Max. Tage", "Days", "Max days"], "14"),
    name(Column::Notice, ("Vorlauf in Stunden", "Notice in hours"), &["Vorlauf", "Vorlaufzeit", "Notice", "Notice hours"], "4"),
    name(Column::Clearance, ("Sicherheitsüberprüfung", "Clearance"), &["SÜ", "Überprüfung", "Security clearance"], "keine"),
    name(Column::ClearanceUntil, ("Überprüfung gültig bis", "Clearance until"), &["SÜ bis", "SÜ gültig bis", "Sicherheitsüberprüfung bis", "Clearance valid until"], ""),
    name(Column::ClearanceOffice, ("Überprüfung bestätigt von", "Clearance attested by"), &["SÜ bestätigt von", "Bestätigende Stelle", "Attesting office"], ""),
    name(Column::Availability, ("Verfügbarkeit", "Availability"), &["Verfügbar"], "24 h"),
    name(Column::AvailableFrom, ("Verfügbar ab", "Available from"), &["Ab"], ""),
    name(Column::Weekdays, ("Wochentage", "Weekdays"), &["Arbeitstage"], "Mo-Fr"),
    name(Column::Absences, ("Abwesend", "Absences"), &["Abwesenheit", "Abwesenheiten", "Urlaub", "Absent"], ""),
    name(Column::Release, ("Freigabe", "Release"), &["Freigabeform", "Freigabe des Arbeitgebers"], "ständig"),
    name(Column::ReleaseDays, ("Freigabe Tage im Jahr", "Release days a year"), &["Freigabetage", "Tage im Jahr", "Release days", "Days a year"], "20"),
    name(Column::Errors, ("Fehler", "Errors"), &["Error"], ""),
];

impl Column {
    /// How it is called.
    pub fn naming(self) -> &'static Naming {
        // The test below finds each of them in the table.
        COLUMNS
            .iter()
            .find(|naming| naming.column == self)
            .unwrap_or(&COLUMNS[0])
    }
}

/// Which column of a file holds what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    places: HashMap<Column, usize>,
}

impl Mapping {
    /// Where a column stands.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.get(&column).copied()
    }
}

/// What is wrong with the name of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderProblem {
    /// Nobody knows it; these are the nearest.
    Unknown(Vec<&'static str>),
    /// It holds what only the person enters.
    Private,
    /// The column stands there twice.
    Twice,
}

/// Finds the columns by their names, in any order and spelling; those without a name and a cell are none.
pub fn map(header: &[String]) -> Result<Mapping, Vec<(String, HeaderProblem)>> {
    let known = known_names();
    let (mut mapping, mut problems) = (Mapping::default(), Vec::new());
    for (place, name) in header.iter().enumerate() {
        let folded = key(name);
        if folded.is_empty() {
            continue;
        }
        let problem = match known.get(&folded) {
            Some(column) => {
                let twice = mapping.places.insert(*column, place).is_some();
                twice.then_some(HeaderProblem::Twice)
            }
            None if is_private(name) => Some(HeaderProblem::Private),
            None => Some(HeaderProblem::Unknown(nearest(&folded))),
        };
        problems.extend(problem.map(|problem| (name.trim().to_owned(), problem)));
    }
    if problems.is_empty() {
        Ok(mapping)
    } else {
        Err(problems)
    }
}

fn known_names() -> HashMap<String, Column> {
    let named = COLUMNS.iter().flat_map(|naming| {
        let names = [naming.de, naming.en]
            .into_iter()
            .chain(naming.others.iter().copied());
        names.map(|name| (key(name), naming.column))
    });
    named.collect()
}

/// A name without case, blanks and hyphens: "Vor-Name" is "Vorname".
fn key(name: &str) -> String {
    fold(name).replace(' ', "")
}

/// Whether a name asks for what is a person's own: "Telefon privat", "Handynummer (private)", "Home phone".
fn is_private(name: &str) -> bool {
    const OWN: [&str; 4] = ["home", "personal", "persoenlich", "persoenliche"];
    let folded = fold(name);
    folded.contains("privat") || folded.split(' ').any(|word| OWN.contains(&word))
}

/// Up to three names near one that nobody knows.
fn nearest(folded: &str) -> Vec<&'static str> {
    let distance = |naming: &Naming| {
        let names = [naming.de, naming.en]
            .into_iter()
            .chain(naming.others.iter().copied());
        let distances = names.map(|name| strsim::osa_distance(&key(name), folded));
        distances.min().unwrap_or(usize::MAX)
    };
    let readable = COLUMNS
        .iter()
        .filter(|naming| naming.column != Column::Errors);
    let mut ranked: Vec<_> = readable
        .map(|naming| (distance(naming), naming.de))
        .collect();
    ranked.sort_by_key(|(distance, _)| *distance);
    let farthest = folded.chars().count() / 3 + 1;
    ranked.retain(|(distance, _)| *distance <= farthest);
    ranked.into_iter().take(3).map(|(_, name)| name).collect()
}

/// The names of the columns and a row as an example.
pub fn template() -> String {
    let columns = || {
        COLUMNS
            .iter()
            .filter(|naming| naming.column != Column::Errors)
    };
    let header: Vec<&str> = columns().map(|naming| naming.de).collect();
    let example: Vec<&str> = columns().map(|naming| naming.example).collect();
    to_csv([header, example])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn each_column_is_in_the_table_under_names_of_its_own() {
        let mut seen = HashMap::new();
        for naming in COLUMNS {
            assert_eq!(naming.column.naming().de, naming.de);
            for name in [naming.de, naming.en].iter().chain(naming.others) {
                let earlier = seen.insert(key(name), naming.column);

                assert!(
                    earlier.is_none_or(|earlier| earlier == naming.column),
                    "{name}"
                );
                assert!(!is_private(name), "{name}");
            }
        }
        assert_eq!(COLUMNS.len(), Column::VARIANTS.len());
    }

    #[test]
    fn names_are_known_in_any_spelling_and_order() {
        let names = header(&["FAEHIGKEITEN", " vor-name ", "", "family  NAME", "E-mail"]);

        let mapping = map(&names).unwrap();

        assert_eq!(mapping.place(Column::Skills), Some(0));
        assert_eq!(mapping.place(Column::GivenName), Some(1));
        assert_eq!(mapping.place(Column::FamilyName), Some(3));
        assert_eq!(mapping.place(Column::Email), Some(4));
        assert_eq!(mapping.place(Column::Phone), None);
    }

    #[test]
    fn names_nobody_knows_are_answered_with_the_nearest() {
        let problems = map(&header(&["Vorname", "Fähigkeitn", "Schuhgröße"])).unwrap_err();

        let expected = [("Fähigkeitn", vec!["Fähigkeiten"]), ("Schuhgröße", vec![])];
        let expected = expected.map(|(name, near)| (name.to_owned(), HeaderProblem::Unknown(near)));
        assert_eq!(problems, expected);
    }

    #[test]
    fn private_columns_are_refused() {
        for name in [
            "Telefon privat",
            "Private Handynummer",
            "privatnummer",
            "Home phone",
            "E-Mail (privat)",
        ] {
            let problems = map(&header(&["Vorname", name])).unwrap_err();

            assert_eq!(problems, [(name.to_owned(), HeaderProblem::Private)]);
        }
    }

    #[test]
    fn a_column_twice_is_refused() {
        let problems = map(&header(&["Ort", "Vorname", "Standort"])).unwrap_err();

        assert_eq!(problems, [("Standort".to_owned(), HeaderProblem::Twice)]);
    }
}
