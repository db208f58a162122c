//! Times that are near, as people who are asked read them.

use web::Language;

use crate::clock::Instant;
use crate::pages::moment;

/// Until when: `14:20 Uhr`, `morgen 7 Uhr`, else with its day.
pub(super) fn until(at: Instant, now: Instant, language: Language) -> String {
    if at.date() == now.date() {
        return clock(at, language);
    }
    tomorrow(at, now, language).unwrap_or_else(|| moment(at, now, language))
}

/// From when: `sofort`, `heute 15 Uhr`, `morgen 7 Uhr`, else with its day.
pub(super) fn starts(at: Instant, now: Instant, language: Language) -> String {
    if at <= now {
        return match language {
            Language::German => "sofort".to_owned(),
            Language::English => "now".to_owned(),
        };
    }
    if at.date() == now.date() {
        return match language {
            Language::German => format!("heute {}", clock(at, language)),
            Language::English => format!("today {}", clock(at, language)),
        };
    }
    tomorrow(at, now, language).unwrap_or_else(|| moment(at, now, language))
}

/// A time of the day: `14:20 Uhr`, `7 Uhr`.
pub(super) fn clock(at: Instant, language: Language) -> String {
    let time = at.time_of_day();
    match language {
        Language::German => format!("{} Uhr", time.strip_suffix(":00").unwrap_or(&time)),
        Language::English => time,
    }
}

fn tomorrow(at: Instant, now: Instant, language: Language) -> Option<String> {
    if now.date().succ_opt() != Some(at.date()) {
        return None;
    }
    Some(match language {
        Language::German => format!("morgen {}", clock(at, language)),
        Language::English => format!("tomorrow {}", clock(at, language)),
    })
}

/// How long somebody waits, to stand after "seit" and "for": `12 Minuten`, `3 Stunden`, `2 Tagen`.
pub(super) fn waiting(since: Instant, now: Instant, language: Language) -> String {
    let minutes = (now.as_seconds() - since.as_seconds()).max(0) / 60;
    let (count, de, en) = match minutes {
        0 => {
            return match language {
                Language::German => "weniger als einer Minute".to_owned(),
                Language::English => "less than a minute".to_owned(),
            };
        }
        1..120 => (minutes, ("Minute", "Minuten"), ("minute", "minutes")),
        120..2_880 => (minutes / 60, ("Stunde", "Stunden"), ("hour", "hours")),
        _ => (minutes / 1_440, ("Tag", "Tagen"), ("day", "days")),
    };
    let (one, many) = match language {
        Language::German => de,
        Language::English => en,
    };
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 14 January 2026, midnight in Berlin.
    const MIDNIGHT: Instant = Instant::from_micros(1_768_345_200_000_000);

    fn at(hours: i64) -> Instant {
        MIDNIGHT.plus_seconds(hours * 3_600)
    }

    #[test]
    fn a_start_is_told_by_the_day_it_is_near() {
        let told = |from, now| starts(at(from), at(now), Language::German);

        assert_eq!(told(9, 9), "sofort");
        assert_eq!(told(7, 2), "heute 7 Uhr");
        assert_eq!(told(31, 23), "morgen 7 Uhr");
        assert_eq!(told(72, 1), "17. Januar 2026, 0:00 Uhr");
        assert_eq!(starts(at(31), at(23), Language::English), "tomorrow 7:00");
    }

    #[test]
    fn an_end_within_the_day_is_a_time() {
        let ends = at(14).plus_seconds(1_200);

        assert_eq!(until(ends, at(14), Language::German), "14:20 Uhr");
        assert_eq!(until(at(31), at(14), Language::German), "morgen 7 Uhr");
    }

    #[test]
    fn how_long_somebody_waits_is_told_in_round_numbers() {
        let begun = Instant::from_micros(0);
        let told = |seconds| waiting(begun, begun.plus_seconds(seconds), Language::German);

        assert_eq!(told(59), "weniger als einer Minute");
        assert_eq!(told(60), "1 Minute");
        assert_eq!(told(119 * 60), "119 Minuten");
        assert_eq!(told(3 * 3_600), "3 Stunden");
        assert_eq!(told(49 * 3_600), "2 Tagen");
    }
}
