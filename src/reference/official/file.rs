//! The official file: the Gemeindeverzeichnis (GV100AD) of the Statistisches Bundesamt, as it appears every quarter.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use encoding_rs::{UTF_8, WINDOWS_1252};

use super::line::{self, LineProblem, Record};
use crate::reference::{
    AdministrationForm, AdministrationKey, Ags, Ars, Designation, Level, Postcode,
};

/// A place as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialPlace {
    /// The official key.
    pub ags: Ags,
    /// The long key.
    pub ars: Ars,
    /// What it is in the hierarchy.
    pub level: Level,
    /// What it calls itself.
    pub designation: Designation,
    /// Its name without the title.
    pub name: String,
    /// Inhabitants; of a Kreis and a Land the sum.
    pub population: Option<u32>,
    /// The postcode of its town hall.
    pub postcode: Option<Postcode>,
}

/// An administration as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialAdministration {
    /// The first nine digits of its members' long keys.
    pub key: AdministrationKey,
    /// Its name without the title.
    pub name: String,
    /// What its Land calls it; none for a single Gemeinde.
    pub form: Option<AdministrationForm>,
}

/// All places of Germany on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialFile {
    /// The day.
    pub state: NaiveDate,
    /// By key.
    pub places: BTreeMap<Ags, OfficialPlace>,
    /// The administrations.
    pub administrations: Vec<OfficialAdministration>,
}

/// Why a file cannot be read; nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct FileError {
    /// Where, counted from 1.
    pub line: usize,
    /// What.
    pub problem: FileProblem,
}

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// Nothing is in it.
    #[error("the file is empty")]
    Empty,
    /// A line is wrong by itself.
    #[error(transparent)]
    Line(#[from] LineProblem),
    /// A line describes another day than the first one.
    #[error("the line describes another territorial state than the first line")]
    OtherDay,
    /// A key stands there twice.
    #[error("the key {0} stands there twice")]
    Twice(Ags),
    /// What a place lies in is not in the file.
    #[error("the file has no record of what {0} lies in")]
    Orphan(Ags),
    /// A Kreis has no Gemeinde, a Land no Kreis.
    #[error("the file has nothing that lies in {0}: it is cut off")]
    Hollow(Ags),
}

impl OfficialFile {
    /// Reads a file in UTF-8 or Windows-1252.
    ///
    /// # Errors
    /// A line is wrong, or lines do not fit together.
    pub fn read(bytes: &[u8]) -> Result<Self, FileError> {
        let text = decoded(bytes);
        let at = |line: usize, problem| FileError { line, problem };
        let (mut state, mut places, mut administrations) = (None, Vec::new(), Vec::new());
        for (number, line) in (1..).zip(text.lines()) {
            // Old systems end a text with a character of its own.
            if line.trim_matches(['\u{1a}', ' ']).is_empty() {
                continue;
            }
            let (day, record) = line::read(line).map_err(|problem| at(number, problem.into()))?;
            if *state.get_or_insert(day) != day {
                return Err(at(number, FileProblem::OtherDay));
            }
            match record {
                Record::Place(place) => places.push((number, place)),
                Record::Administration(administration) => administrations.push(administration),
                Record::Other => {}
            }
        }
        let state = state.ok_or_else(|| at(1, FileProblem::Empty))?;
        let places = fitted(places)?;
        Ok(Self::of(state, places, administrations))
    }

    /// Places that fit together; adds up who lives in Kreise and Länder.
    pub(super) fn of(
        state: NaiveDate,
        places: impl IntoIterator<Item = OfficialPlace>,
        administrations: Vec<OfficialAdministration>,
    ) -> Self {
        let mut places: BTreeMap<Ags, OfficialPlace> =
            places.into_iter().map(|place| (place.ags, place)).collect();
        let mut sums: HashMap<Ags, u32> = HashMap::new();
        for place in places.values() {
            let people = place.population.unwrap_or(0);
            for above in [place.ags.parent(), Some(place.ags.land_key())] {
                if let Some(above) = above.filter(|above| *above != place.ags) {
                    let sum = sums.entry(above).or_default();
                    *sum = sum.saturating_add(people);
                }
            }
        }
        for (ags, people) in sums {
            if let Some(place) = places.get_mut(&ags) {
                place.population = Some(people);
            }
        }
        Self {
            state,
            places,
            administrations,
        }
    }

    /// The place with this key.
    pub(super) fn get(&self, ags: Ags) -> Option<&OfficialPlace> {
        self.places.get(&ags)
    }
}

/// Each key stands there once, in what it lies in, and nothing is hollow.
fn fitted(places: Vec<(usize, OfficialPlace)>) -> Result<Vec<OfficialPlace>, FileError> {
    let mut keys = HashSet::new();
    let mut filled = HashSet::new();
    for (line, place) in &places {
        if !keys.insert(place.ags) {
            let problem = FileProblem::Twice(place.ags);
            return Err(FileError {
                line: *line,
                problem,
            });
        }
        filled.extend(place.ags.parent());
    }
    for (line, place) in &places {
        let is_orphan = place
            .ags
            .parent()
            .is_some_and(|above| !keys.contains(&above));
        let is_hollow = place.ags.digit_count() < 8 && !filled.contains(&place.ags);
        let problem = match (is_orphan, is_hollow) {
            (true, _) => FileProblem::Orphan(place.ags),
            (false, true) => FileProblem::Hollow(place.ags),
            (false, false) => continue,
        };
        return Err(FileError {
            line: *line,
            problem,
        });
    }
    Ok(places.into_iter().map(|(_, place)| place).collect())
}

/// As its first bytes say; else UTF-8, and what is none comes from Windows.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let (text, _, has_errors) = UTF_8.decode(bytes);
    if !has_errors {
        return text;
    }
    WINDOWS_1252.decode_without_bom_handling(bytes).0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> String {
        let line = |kind: &str, key: &str, name: &str, designation: &str| {
            let line = format!(
                "{kind}20260930{key:<12}{name:<50}{:<50}{designation:<2}",
                ""
            );
            let rest = format!("{:011}{:011}{:011}    99867*****", 1, 47_000, 1);
            format!("{line:<128}{rest:<92}")
        };
        [
            line("10", "16", "Thüringen", ""),
            line("40", "16067", "Gotha", "44"),
            line("50", "16067   0029", "Gotha, Stadt", "50"),
            line("60", "160670290029", "Gotha, Stadt", "63"),
            line("60", "160670300030", "Grävenroda", "64"),
        ]
        .join("\r\n")
    }

    fn problem(text: &str) -> (usize, FileProblem) {
        let error = OfficialFile::read(text.as_bytes()).unwrap_err();
        (error.line, error.problem)
    }

    #[test]
    fn places_are_read_in_either_encoding_and_added_up() {
        let file = file();
        let (windows, ..) = WINDOWS_1252.encode(&file);
        let of_windows = OfficialFile::read(&windows).unwrap();
        let of_utf8 = OfficialFile::read(format!("\u{feff}{file}\r\n\u{1a}").as_bytes()).unwrap();

        assert_eq!(of_windows, of_utf8);
        assert_eq!(of_utf8.state.to_string(), "2026-09-30");
        let people = |key: &str| of_utf8.get(key.parse().unwrap()).unwrap().population;
        assert_eq!(people("16067"), Some(94_000));
        assert_eq!(people("16"), Some(94_000));
        assert_eq!(
            of_utf8.get("16067030".parse().unwrap()).unwrap().name,
            "Grävenroda"
        );
    }

    #[test]
    fn what_does_not_fit_together_is_refused_with_its_line() {
        let file = file();
        let lines: Vec<&str> = file.lines().collect();
        let gotha: Ags = "16067029".parse().unwrap();
        let kreis: Ags = "16067".parse().unwrap();

        assert_eq!(problem(""), (1, FileProblem::Empty));
        assert_eq!(
            problem(&[&file, lines[3]].join("\n")),
            (6, FileProblem::Twice(gotha))
        );
        assert_eq!(
            problem(&[lines[0], lines[3]].join("\n")),
            (1, FileProblem::Hollow("16".parse().unwrap()))
        );
        assert_eq!(
            problem(&lines[..3].join("\n")),
            (2, FileProblem::Hollow(kreis))
        );
        assert_eq!(problem(lines[3]), (1, FileProblem::Orphan(gotha)));
        let other = lines[4].replacen("0930", "0630", 1);
        assert_eq!(
            problem(&[lines[0], lines[1], lines[3], &other].join("\n")),
            (4, FileProblem::OtherDay)
        );
        assert_eq!(
            problem(&file[..file.len() - 75]),
            (5, FileProblem::Line(LineProblem::Population))
        );
    }
}
