//! Days and periods of days.

use chrono::{Datelike, NaiveDate};

use super::{CellError, Problem};
use crate::experts::Absence;

/// A day as people and spreadsheets write it: TT.MM.JJJJ, ISO, or with slashes in between.
pub fn read_day(text: &str) -> Result<NaiveDate, CellError> {
    let text = text.trim();
    let text = text.strip_suffix("00:00:00").map_or(text, str::trim_end);
    let formats = ["%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y", "%Y/%m/%d"];
    // Of "04.12.26" the year is 2026, though the first format reads the year 26.
    let days = formats
        .iter()
        .filter_map(|format| NaiveDate::parse_from_str(text, format).ok());
    days.into_iter()
        .find(|day| (1900..=2200).contains(&day.year()))
        .ok_or_else(|| CellError::new(Problem::Day).about(text))
}

/// A day as it is written in Germany; one that nobody reads so, as programs write it.
pub fn write_day(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// Periods between commas, each a day or two with a dash between them.
pub fn read_absences(text: &str) -> Result<Vec<Absence>, CellError> {
    let periods = text.split([',', ';', '\n', '|']).map(str::trim);
    let periods = periods.filter(|period| !period.is_empty());
    let mut absences = periods.map(read_absence).collect::<Result<Vec<_>, _>>()?;
    absences.sort_by_key(|absence| (absence.first_day, absence.last_day));
    Ok(absences)
}

fn read_absence(text: &str) -> Result<Absence, CellError> {
    if let Ok(day) = read_day(text) {
        return Ok(Absence {
            first_day: day,
            last_day: day,
        });
    }
    // ISO days have dashes of their own: any dash that leaves two days is the one.
    let dashes = text.match_indices(['-', '–', '—']);
    let halves = dashes.map(|(at, dash)| (&text[..at], &text[at + dash.len()..]));
    let mut days = halves.filter_map(|(first, last)| {
        Some(Absence {
            first_day: read_day(first).ok()?,
            last_day: read_day(last).ok()?,
        })
    });
    let found = days.next_back();
    let absence = found.ok_or_else(|| CellError::new(Problem::Period).about(text))?;
    if absence.last_day < absence.first_day {
        return Err(CellError::new(Problem::Order).about(text));
    }
    Ok(absence)
}

/// Periods between commas.
pub fn write_absences(absences: &[Absence]) -> String {
    let write = |Absence {
                     first_day,
                     last_day,
                 }: &Absence| {
        if first_day == last_day {
            write_day(*first_day)
        } else {
            format!("{}-{}", write_day(*first_day), write_day(*last_day))
        }
    };
    absences.iter().map(write).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_every_usual_form() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 4).unwrap();

        for text in [
            "04.12.2026",
            "4.12.2026",
            "2026-12-04",
            " 04.12.26 ",
            "2026-12-04 00:00:00",
        ] {
            assert_eq!(read_day(text), Ok(day), "{text}");
        }
        for text in [
            "",
            "morgen",
            "31.02.2026",
            "12/04/2026",
            "04.12.99999",
            "46360",
        ] {
            assert_eq!(read_day(text).unwrap_err().problem, Problem::Day, "{text}");
        }
    }

    #[test]
    fn periods_are_read_and_written() {
        let text = "24.12.2026-02.01.2027, 05.06.2027";

        let absences = read_absences("05.06.2027; 2026-12-24 – 2027-01-02").unwrap();

        assert_eq!(write_absences(&absences), text);
        assert_eq!(
            read_absences("2026-12-24-2027-01-02").unwrap(),
            absences[..1]
        );
        assert_eq!(
            read_absences("02.01.2027-24.12.2026").unwrap_err().problem,
            Problem::Order
        );
        assert_eq!(
            read_absences("im Sommer").unwrap_err().problem,
            Problem::Period
        );
    }
}
