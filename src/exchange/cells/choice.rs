//! Words that stand for one of few things.

use super::{CellError, Problem};
use crate::experts::{AvailabilityState, EntryKind, ReleaseForm, WorkMode};
use crate::fold::fold;

type Words<T> = &'static [(T, &'static [&'static str])];

const KINDS: Words<EntryKind> = &[
    (EntryKind::Person, &["Person", "Fachkraft", "Einzelperson"]),
    (
        EntryKind::Capacity,
        &["Kapazität", "Teamkapazität", "Team", "Capacity"],
    ),
];
const MODES: Words<WorkMode> = &[
    (WorkMode::OnSite, &["vor Ort", "on site", "Präsenz"]),
    (
        WorkMode::Remote,
        &["aus der Ferne", "remote", "nur remote", "Fernhilfe"],
    ),
    (
        WorkMode::Either,
        &[
            "beides",
            "either",
            "both",
            "vor Ort und aus der Ferne",
            "vor Ort oder aus der Ferne",
        ],
    ),
];
const STATES: Words<AvailabilityState> = &[
    (AvailabilityState::Now, &["sofort", "now"]),
    (
        AvailabilityState::Within24Hours,
        &[
            "24 h",
            "24h",
            "24 Stunden",
            "innerhalb von 24 Stunden",
            "24 hours",
        ],
    ),
    (
        AvailabilityState::Within72Hours,
        &[
            "72 h",
            "72h",
            "72 Stunden",
            "innerhalb von 72 Stunden",
            "72 hours",
        ],
    ),
    (AvailabilityState::Later, &["später", "later"]),
    (
        AvailabilityState::RemoteOnly,
        &["nur aus der Ferne", "nur remote", "remote only"],
    ),
    (
        AvailabilityState::Unavailable,
        &["nicht", "nicht verfügbar", "none", "unavailable"],
    ),
];
const RELEASES: Words<ReleaseForm> = &[
    (
        ReleaseForm::Standing,
        &["ständig", "standing", "dauerhaft", "Dauerfreigabe"],
    ),
    (
        ReleaseForm::EachTime,
        &[
            "je Einsatz",
            "each time",
            "einzeln",
            "jedes Mal",
            "pro Einsatz",
        ],
    ),
];
const CLEARANCES: Words<u8> = &[
    (0, &["keine", "none", "0"]),
    (1, &["Ü1", "SÜ1", "Ü 1", "1"]),
    (2, &["Ü2", "SÜ2", "Ü 2", "2"]),
    (3, &["Ü3", "SÜ3", "Ü 3", "3"]),
];
const DAYS: Words<u8> = &[
    (1, &["Mo", "Montag", "Mon", "Monday", "1"]),
    (2, &["Di", "Dienstag", "Tue", "Tuesday", "2"]),
    (3, &["Mi", "Mittwoch", "Wed", "Wednesday", "3"]),
    (4, &["Do", "Donnerstag", "Thu", "Thursday", "4"]),
    (5, &["Fr", "Freitag", "Fri", "Friday", "5"]),
    (6, &["Sa", "Samstag", "Sat", "Saturday", "6"]),
    (7, &["So", "Sonntag", "Sun", "Sunday", "7"]),
];

fn read<T: Copy>(words: Words<T>, text: &str) -> Result<T, CellError> {
    let folded = fold(text);
    let found = words
        .iter()
        .find(|(_, names)| names.iter().any(|name| fold(name) == folded));
    found.map(|(value, _)| *value).ok_or_else(|| {
        let all = words.iter().filter_map(|(_, names)| names.first());
        CellError::new(Problem::Word)
            .about(text.trim())
            .suggesting(all.map(|name| (*name).to_owned()).collect())
    })
}

fn write<T: PartialEq>(words: Words<T>, value: &T) -> &'static str {
    let found = words.iter().find(|(known, _)| known == value);
    found
        .and_then(|(_, names)| names.first())
        .copied()
        .unwrap_or_default()
}

/// A person or a capacity.
pub fn read_kind(text: &str) -> Result<EntryKind, CellError> {
    read(KINDS, text)
}

/// A person or a capacity.
pub fn write_kind(kind: EntryKind) -> &'static str {
    write(KINDS, &kind)
}

/// Where somebody works.
pub fn read_mode(text: &str) -> Result<WorkMode, CellError> {
    read(MODES, text)
}

/// Where somebody works.
pub fn write_mode(mode: WorkMode) -> &'static str {
    write(MODES, &mode)
}

/// How soon somebody can start.
pub fn read_availability(text: &str) -> Result<AvailabilityState, CellError> {
    read(STATES, text)
}

/// How soon somebody can start.
pub fn write_availability(state: AvailabilityState) -> &'static str {
    write(STATES, &state)
}

/// How the employer releases.
pub fn read_release(text: &str) -> Result<ReleaseForm, CellError> {
    read(RELEASES, text)
}

/// How the employer releases.
pub fn write_release(form: ReleaseForm) -> &'static str {
    write(RELEASES, &form)
}

/// A level of clearance.
pub fn read_clearance(text: &str) -> Result<u8, CellError> {
    read(CLEARANCES, text)
}

/// A level of clearance.
pub fn write_clearance(level: u8) -> &'static str {
    write(CLEARANCES, &level)
}

/// Days of the week between commas, or from one to another; in order, each once.
pub fn read_weekdays(text: &str) -> Result<Vec<u8>, CellError> {
    let mut days = Vec::new();
    let parts = text.split([',', ';', '/', '\n', '|', '+']).map(str::trim);
    for part in parts.filter(|part| !part.is_empty()) {
        match part.split_once(['-', '–']) {
            None => days.push(read(DAYS, part)?),
            Some((first, last)) => {
                let (first, last) = (read(DAYS, first)?, read(DAYS, last)?);
                if last < first {
                    return Err(CellError::new(Problem::Order).about(part));
                }
                days.extend(first..=last);
            }
        }
    }
    days.sort_unstable();
    days.dedup();
    Ok(days)
}

/// Days of the week; three and more in a row as from one to another.
pub fn write_weekdays(days: &[u8]) -> String {
    let mut parts = Vec::new();
    for run in days.chunk_by(|a, b| a + 1 == *b) {
        match run {
            [first, .., last] if run.len() > 2 => {
                parts.push(format!("{}-{}", write(DAYS, first), write(DAYS, last)));
            }
            _ => parts.extend(run.iter().map(|day| write(DAYS, day).to_owned())),
        }
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_reads_as_what_it_is_written_for() {
        fn check<T: Copy + PartialEq + std::fmt::Debug>(words: Words<T>) {
            for (value, names) in words {
                assert_eq!(read(words, write(words, value)), Ok(*value));
                for name in *names {
                    assert_eq!(read(words, &name.to_uppercase()), Ok(*value), "{name}");
                }
            }
        }

        check(KINDS);
        check(MODES);
        check(STATES);
        check(RELEASES);
        check(CLEARANCES);
        check(DAYS);
    }

    #[test]
    fn days_of_the_week_are_read_and_written() {
        for (text, days, written) in [
            ("Mo-Fr", vec![1, 2, 3, 4, 5], "Mo-Fr"),
            ("Fr, Montag; Di", vec![1, 2, 5], "Mo, Di, Fr"),
            ("Mo–Mi, Sa/So", vec![1, 2, 3, 6, 7], "Mo-Mi, Sa, So"),
        ] {
            assert_eq!(read_weekdays(text), Ok(days.clone()));
            assert_eq!(write_weekdays(&days), written);
        }
        assert_eq!(read_weekdays("Fr-Mo").unwrap_err().problem, Problem::Order);
        assert_eq!(
            read_weekdays("werktags").unwrap_err().problem,
            Problem::Word
        );
    }

    #[test]
    fn another_word_is_answered_with_those_there_are() {
        let error = read_mode("irgendwo").unwrap_err();

        assert_eq!(error.suggestions, ["vor Ort", "aus der Ferne", "beides"]);
    }
}
