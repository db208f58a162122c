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
