//! Until when somebody can answer, as messages say it: with its day, for it may be days away.

use chrono::{Datelike, NaiveDate, Weekday};
use web::Language;
use web::letters::Until;

use crate::clock::Instant;

/// In both languages, seen from now.
pub(super) fn until(at: Instant, now: Instant) -> Until {
    Until {
        german: deadline(at, now, Language::German),
        english: deadline(at, now, Language::English),
    }
}

/// `heute bis 14:20 Uhr`, `morgen bis 14:20 Uhr`, `am Do 3.12. bis 14:20 Uhr`; `by 14:20 on Thu 3 Dec`.
fn deadline(at: Instant, now: Instant, language: Language) -> String {
    let (day, time) = (at.date(), at.time_of_day());
    let is_today = day == now.date();
    let is_tomorrow = now.date().succ_opt() == Some(day);
    let named = match (is_today, is_tomorrow, language) {
        (true, _, Language::German) => "heute".to_owned(),
        (true, _, Language::English) => "today".to_owned(),
        (false, true, Language::German) => "morgen".to_owned(),
        (false, true, Language::English) => "tomorrow".to_owned(),
        (false, false, Language::German) => {
            format!("am {} {}.{}.", weekday(day), day.day(), day.month())
        }
        (false, false, Language::English) => day.format("on %a %-d %b").to_string(),
    };
    match language {
        Language::German => format!("{named} bis {time} Uhr"),
        Language::English => format!("by {time} {named}"),
    }
}

fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "Mo",
        Weekday::Tue => "Di",
        Weekday::Wed => "Mi",
        Weekday::Thu => "Do",
        Weekday::Fri => "Fr",
        Weekday::Sat => "Sa",
        Weekday::Sun => "So",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        serde_json::from_value(serde_json::json!(text)).unwrap()
    }

    #[test]
    fn a_deadline_is_told_with_its_day_in_both_languages() {
        let now = at("2026-12-01T22:30:00Z");
        let told = |text| until(at(text), now);
        let both = |german: &str, english: &str| Until {
            german: german.to_owned(),
            english: english.to_owned(),
        };

        assert_eq!(
            told("2026-12-01T22:50:00Z"),
            both("heute bis 23:50 Uhr", "by 23:50 today")
        );
        // Midnight is that of Berlin.
        assert_eq!(
            told("2026-12-01T23:20:00Z"),
            both("morgen bis 0:20 Uhr", "by 0:20 tomorrow")
        );
        assert_eq!(
            told("2026-12-03T13:20:00Z"),
            both("am Do 3.12. bis 14:20 Uhr", "by 14:20 on Thu 3 Dec")
        );
    }
}
