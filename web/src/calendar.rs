//! What a calendar and its events are called in other programs.

use i18n_embed_fl::fl;

use crate::Language;

/// The calendar, an absence, on-call duty and a deployment.
pub fn calendar_words(language: Language) -> [String; 4] {
    let texts = language.texts();
    [
        fl!(texts, "calendar-name"),
        fl!(texts, "calendar-absence"),
        fl!(texts, "calendar-on-call"),
        fl!(texts, "calendar-deployment"),
    ]
}

/// Duty at the desk, by the seats in the order in which they are called.
pub fn duty_titles(language: Language) -> [String; 3] {
    let texts = language.texts();
    [
        fl!(texts, "calendar-duty-primary"),
        fl!(texts, "calendar-duty-deputy"),
        fl!(texts, "calendar-duty-third"),
    ]
}

/// From one day to another, such as `24. Dezember 2026 bis 6. Januar 2027`; one day alone where both are the same.
pub fn days_from_to(language: Language, first: &str, last: &str) -> String {
    if first == last {
        return first.to_owned();
    }
    let texts = language.texts();
    fl!(texts, "availability-absence", first = first, last = last)
}
