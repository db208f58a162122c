//! Texts that somebody with expertise answers for: shipped as templates, reworded and checked by people the admins name.
//! A version is never changed, since people have accepted it; a new wording is a new version.

use std::sync::Arc;

use chrono::NaiveDate;
use migration::reference::texts as shipped;
use serde::Serialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Phase;
use crate::input::FieldError;

/// Which text.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Serialize, VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "kebab-case")]
pub enum TextKind {
    /// What to do first when computers are encrypted: a heading, steps, and an exception, a line each.
    FirstAid,
    /// What towns and members accept once before anything happens: a point a line, `heading: text`.
    Conditions,
    /// What a struck town ticks off while it is acute: a point a line.
    GuideAcute,
    /// The same while it works in emergency mode.
    GuideEmergency,
    /// The same while it rebuilds.
    GuideRebuild,
}

/// A version of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptText {
    /// Which text.
    pub kind: TextKind,
    /// Its number, from 1.
    pub version: i32,
    /// From when it is used.
    pub since: NaiveDate,
    /// Its lines in German.
    pub german: String,
    /// Its lines in English, as many.
    pub english: String,
    /// Nobody here reworded it.
    pub is_shipped: bool,
    /// Who checked it, and on which day.
    pub checked: Option<(String, NaiveDate)>,
}

/// The texts of today.
#[derive(Clone, Debug)]
pub struct Texts {
    /// First aid.
    pub first_aid: Arc<KeptText>,
    /// The conditions.
    pub conditions: Arc<KeptText>,
    /// What to tick off while it is acute.
    pub guide_acute: Arc<KeptText>,
    /// The same in emergency mode.
    pub guide_emergency: Arc<KeptText>,
    /// The same while rebuilding.
    pub guide_rebuild: Arc<KeptText>,
}

/// Since when the first shipped versions are used.
pub(super) const FIRST_SINCE: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
/// Most characters of a line of first aid: it is read in panic and printed on a card.
const LONGEST_STEP: usize = 240;
/// Most characters of a point.
const LONGEST_POINT: usize = 1_200;
/// Least and most lines of first aid: heading, three to eight steps, exception.
const STEPS: std::ops::RangeInclusive<usize> = 5..=10;
/// Least and most points.
const POINTS: std::ops::RangeInclusive<usize> = 1..=30;
/// Least and most lines of a guide: more is not read while it burns.
const GUIDED: std::ops::RangeInclusive<usize> = 3..=15;

impl KeptText {
    /// Its lines.
    pub fn lines(&self, language: web::Language) -> impl DoubleEndedIterator<Item = &str> {
        let text = match language {
            web::Language::German => &self.german,
            web::Language::English => &self.english,
        };
        text.lines()
    }

    /// Whether it says the same, word by word.
    pub(super) fn has_words_of(&self, other: &Self) -> bool {
        (&self.german, &self.english) == (&other.german, &other.english)
    }

    /// Its points, each a heading and a text.
    pub fn points(&self, language: web::Language) -> impl Iterator<Item = (&str, &str)> {
        self.lines(language)
            .filter_map(|line| line.split_once(": "))
    }
}

impl Texts {
    /// As they are shipped.
    pub fn shipped() -> Self {
        let first = |kind: TextKind| Arc::new(kind.shipped(1, FIRST_SINCE));
        Self {
            first_aid: first(TextKind::FirstAid),
            conditions: first(TextKind::Conditions),
            guide_acute: first(TextKind::GuideAcute),
            guide_emergency: first(TextKind::GuideEmergency),
            guide_rebuild: first(TextKind::GuideRebuild),
        }
    }

    /// What a struck town ticks off in a phase.
    pub fn guide(&self, phase: Phase) -> &KeptText {
        match phase {
            Phase::Acute => &self.guide_acute,
            Phase::Emergency => &self.guide_emergency,
            Phase::Rebuild => &self.guide_rebuild,
        }
    }
}

impl TextKind {
    /// The text shipped, as this version.
    pub(super) fn shipped(self, version: i32, since: NaiveDate) -> KeptText {
        let (german, english) = match self {
            Self::FirstAid => shipped::FIRST_AID,
            Self::Conditions => shipped::CONDITIONS,
            Self::GuideAcute => shipped::GUIDE_ACUTE,
            Self::GuideEmergency => shipped::GUIDE_EMERGENCY,
            Self::GuideRebuild => shipped::GUIDE_REBUILD,
        };
        KeptText {
            kind: self,
            version,
            since,
            german: tidy(german),
            english: tidy(english),
            is_shipped: true,
            checked: None,
        }
    }

    /// Whether a text of this kind is built as it must be in both languages.
    pub(super) fn check(self, german: &str, english: &str) -> Vec<FieldError> {
        let mut errors = Vec::new();
        for (pointer, text) in [("/german", german), ("/english", english)] {
            if let Some(error) = self.wrong(pointer, text) {
                errors.push(error);
            }
        }
        if errors.is_empty() && german.lines().count() != english.lines().count() {
            let detail = "both languages need as many lines";
            errors.push(FieldError::new("/english", "lines", detail));
        }
        errors
    }

    fn wrong(self, pointer: &str, text: &str) -> Option<FieldError> {
        let (count, longest) = match self {
            Self::FirstAid => (STEPS, LONGEST_STEP),
            Self::Conditions => (POINTS, LONGEST_POINT),
            Self::GuideAcute | Self::GuideEmergency | Self::GuideRebuild => (GUIDED, LONGEST_STEP),
        };
        if text.is_empty() {
            return Some(FieldError::new(pointer, "missing", "write the text"));
        }
        if text.lines().any(|line| line.chars().count() > longest) {
            let detail = format!("a line has {longest} characters at most");
            return Some(FieldError::new(pointer, "length", detail));
        }
        let is_built = |line: &str| match self {
            Self::FirstAid | Self::GuideAcute | Self::GuideEmergency | Self::GuideRebuild => true,
            Self::Conditions => line
                .split_once(": ")
                .is_some_and(|(title, text)| !title.trim().is_empty() && !text.trim().is_empty()),
        };
        // Two lines alike could not be ticked off apart.
        let is_apart = |text: &str| {
            let mut lines: Vec<_> = text.lines().collect();
            lines.sort_unstable();
            lines.windows(2).all(|pair| pair[0] != pair[1])
        };
        let is_guide = matches!(
            self,
            Self::GuideAcute | Self::GuideEmergency | Self::GuideRebuild
        );
        if count.contains(&text.lines().count())
            && text.lines().all(is_built)
            && (!is_guide || is_apart(text))
        {
            return None;
        }
        let detail = match self {
            Self::FirstAid => "a heading, three to eight steps and an exception, a line each",
            Self::Conditions => "one to thirty points, a line each: heading, colon, text",
            Self::GuideAcute | Self::GuideEmergency | Self::GuideRebuild => {
                "three to fifteen points, a line each, no two alike"
            }
        };
        Some(FieldError::new(pointer, "lines", detail))
    }
}

/// Lines as they are kept: without blanks around them, without empty ones and without control characters.
pub(super) fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let kept = line.chars().map(|c| if c.is_control() { ' ' } else { c });
        kept.collect::<String>().trim().to_owned()
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_built_alike_in_both_languages() {
        let steps = "Überschrift\nEins\nZwei\nDrei\nAusnahme";
        let codes = |kind: TextKind, german: &str, english: &str| {
            let errors = kind.check(german, english);
            let codes: Vec<_> = errors
                .into_iter()
                .map(|error| (error.pointer, error.code))
                .collect();
            codes
        };
        let wrong = |pointer: &str, code: &str| vec![(pointer.to_owned(), code.to_owned())];

        assert_eq!(codes(TextKind::FirstAid, steps, steps), []);
        assert_eq!(
            codes(TextKind::FirstAid, steps, "One\nTwo"),
            wrong("/english", "lines")
        );
        assert_eq!(
            codes(TextKind::FirstAid, steps, &format!("{steps}\nMore")),
            wrong("/english", "lines")
        );
        assert_eq!(
            codes(TextKind::FirstAid, "", steps),
            wrong("/german", "missing")
        );
        assert_eq!(
            codes(
                TextKind::FirstAid,
                &steps.replace("Zwei", &"x".repeat(241)),
                steps
            ),
            wrong("/german", "length")
        );
        assert_eq!(
            codes(TextKind::Conditions, "Zweck: Helfen.", "Aim: Help."),
            []
        );
        assert_eq!(
            codes(TextKind::Conditions, "Zweck", "Aim: Help."),
            wrong("/german", "lines")
        );
        assert_eq!(
            codes(TextKind::GuideAcute, "Eins\nZwei\nEins", "One\nTwo\nThree"),
            wrong("/german", "lines")
        );
    }

    #[test]
    fn what_is_shipped_is_built_as_it_must_be() {
        let Texts {
            first_aid,
            conditions,
            guide_acute,
            guide_emergency,
            guide_rebuild,
        } = Texts::shipped();
        let guides = [&guide_acute, &guide_emergency, &guide_rebuild];
        for text in guides.into_iter().chain([&first_aid, &conditions]) {
            assert_eq!(text.kind.check(&text.german, &text.english), []);
        }
        for language in web::Language::ALL {
            for guide in guides {
                assert_eq!(guide.lines(language).count(), 12);
            }
            assert_eq!(conditions.points(language).count(), 10);
            assert_eq!(first_aid.lines(language).count(), 7);
        }
    }

    #[test]
    fn what_is_typed_is_tidied() {
        assert_eq!(tidy("  Eins \r\n\r\n\tZwei\u{7}Drei\n"), "Eins\nZwei Drei");
    }
}
