//! Days, moments and texts as people read them; times are those of Berlin.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use web::Language;

use crate::clock::Instant;

const MONTHS_DE: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day: `3. Dezember 2026`, `3 December 2026`.
pub fn day(day: NaiveDate, language: Language) -> String {
    let number = day.day();
    match language {
        Language::German => format!("{number}. {}", month(day, language)),
        Language::English => format!("{number} {}", month(day, language)),
    }
}

/// A month: `Dezember 2026`.
pub fn month(day: NaiveDate, language: Language) -> String {
    let names = match language {
        Language::German => &MONTHS_DE,
        Language::English => &MONTHS_EN,
    };
    let name = names
        .get(day.month0() as usize)
        .copied()
        .unwrap_or_default();
    format!("{name} {}", day.year())
}

/// A day and a time as browsers send them, or as people type them where theirs has no field for it; in Berlin.
pub fn typed_moment(text: &str) -> Option<Instant> {
    let formats = [
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%dT%H:%M:%S",
        "%d.%m.%Y %H:%M",
        "%d.%m.%Y, %H:%M",
    ];
    let mut formats = formats.iter();
    let local = formats.find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    local.and_then(Instant::of_berlin)
}

/// A moment: `heute, 14:20 Uhr`, `gestern, 9:05 Uhr`, `3. Dezember 2026, 14:20 Uhr`.
pub fn moment(at: Instant, now: Instant, language: Language) -> String {
    let clock = at.time_of_day();
    let (today, that_day) = (now.date(), at.date());
    let named = match (
        that_day == today,
        that_day.succ_opt() == Some(today),
        language,
    ) {
        (true, _, Language::German) => "heute".to_owned(),
        (true, _, Language::English) => "today".to_owned(),
        (_, true, Language::German) => "gestern".to_owned(),
        (_, true, Language::English) => "yesterday".to_owned(),
        (false, false, _) => day(that_day, language),
    };
    match language {
        Language::German => format!("{named}, {clock} Uhr"),
        Language::English => format!("{named}, {clock}"),
    }
}

/// A moment with its day, for paper, which is read on another one: `3. Dezember 2026, 14:20 Uhr`.
pub fn dated_moment(at: Instant, language: Language) -> String {
    let (named, clock) = (day(at.date(), language), at.time_of_day());
    match language {
        Language::German => format!("{named}, {clock} Uhr"),
        Language::English => format!("{named}, {clock}"),
    }
}

/// Where moments are read.
#[derive(Clone, Copy, Debug)]
pub enum Told {
    /// On a screen, now.
    Now(Instant),
    /// On paper, on another day.
    OnPaper,
}

impl Told {
    /// A moment as it is read there.
    pub fn moment(self, at: Instant, language: Language) -> String {
        match self {
            Self::Now(now) => moment(at, now, language),
            Self::OnPaper => dated_moment(at, language),
        }
    }
}

/// The paragraphs of a text somebody wrote.
pub fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    let filled = lines.filter(|line| !line.is_empty());
    filled.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        serde_json::from_value(serde_json::json!(text)).unwrap()
    }

    #[test]
    fn moments_are_near_or_dated() {
        let now = at("2026-12-03T13:30:00Z");
        let shown = |text| moment(at(text), now, Language::German);

        assert_eq!(shown("2026-12-03T08:05:00Z"), "heute, 9:05 Uhr");
        assert_eq!(shown("2026-12-02T22:59:00Z"), "gestern, 23:59 Uhr");
        assert_eq!(shown("2026-12-01T12:00:00Z"), "1. Dezember 2026, 13:00 Uhr");
        let english = moment(at("2026-12-01T12:00:00Z"), now, Language::English);
        assert_eq!(english, "1 December 2026, 13:00");
    }
}
