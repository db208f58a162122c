//! Why somebody fits, why others do not, and what a team lacks: in plain German and English.
//!
//! Texts carry bucketed facts only: no place, no exact distance, no reason of an absence.

mod exclusion;
mod factor;
#[cfg(test)]
mod factor_tests;
mod number;
mod relaxation;
mod team;

pub use exclusion::{card_funnel, card_reason, funnel, reason};
pub use factor::{factor, strength};
pub use relaxation::relaxation;
pub use team::{TeamFacts, note, set_aside};

use search_index::Localised;

fn text(de: impl Into<String>, en: impl Into<String>) -> Localised {
    Localised {
        de: de.into(),
        en: en.into(),
    }
}

/// The parts one after the other, in both languages.
fn join(parts: impl IntoIterator<Item = Localised>, between: &str) -> Localised {
    let (de, en): (Vec<String>, Vec<String>) =
        parts.into_iter().map(|part| (part.de, part.en)).unzip();

    text(de.join(between), en.join(between))
}

/// The English text, or the German one where there is none.
fn english(label: &Localised) -> &str {
    if label.en.is_empty() {
        return &label.de;
    }
    &label.en
}
