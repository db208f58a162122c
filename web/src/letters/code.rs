//! That an emergency code was used: "Waren Sie das?"

use i18n_embed_fl::fl;

use super::{Letter, Sender};
use crate::Language;

/// A short message in both languages, for telephones too: that a code was used, when, and whom to call.
pub fn code_used(sender: &Sender, day: impl Fn(Language) -> String, time: &str) -> Letter {
    let (mut subjects, mut parts) = (Vec::new(), Vec::new());
    for language in [Language::German, Language::English] {
        let texts = language.texts();
        let day = day(language);
        let used = fl!(
            texts,
            "code-used",
            register = sender.operator.name.as_str(),
            day = day.as_str(),
            time = time
        );
        let otherwise = match &sender.operator.phone {
            Some(phone) => fl!(texts, "code-used-phone", phone = phone.as_str()),
            None => fl!(texts, "code-used-no-phone"),
        };
        subjects.push(fl!(texts, "code-used-subject"));
        parts.push(format!("{used} {otherwise}"));
    }
    Letter {
        subject: subjects.join(" / "),
        text: parts.join("\n\n"),
    }
}
