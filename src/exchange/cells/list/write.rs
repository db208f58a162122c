//! Writing lists of terms so that they read the same again.

use super::{CERTIFICATIONS, LANGUAGES, Vocabulary};
use crate::exchange::cells::write_day;
use crate::experts::{Certification, LanguageSkill, Skill};
use crate::reference::Axis;

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// Skills as [`Vocabulary::read_skills`] reads them.
pub fn write_skills(vocabulary: &Vocabulary<'_>, skills: &[Skill]) -> String {
    let write = |skill: &Skill| {
        format!(
            "{}:{}",
            vocabulary.name(&skill.id, &Axis::SKILLS),
            skill.level
        )
    };
    joined(skills.iter().map(write))
}

/// Languages as [`Vocabulary::read_languages`] reads them.
pub fn write_languages(vocabulary: &Vocabulary<'_>, languages: &[LanguageSkill]) -> String {
    let write = |LanguageSkill { id, cefr }: &LanguageSkill| {
        format!(
            "{}:{}",
            vocabulary.name(id, &LANGUAGES),
            <&str>::from(*cefr)
        )
    };
    joined(languages.iter().map(write))
}

/// Certificates as [`Vocabulary::read_certifications`] reads them.
pub fn write_certifications(vocabulary: &Vocabulary<'_>, held: &[Certification]) -> String {
    let write = |Certification {
                     id,
                     issued_on,
                     valid_until,
                 }: &Certification| {
        let name = vocabulary.name(id, &CERTIFICATIONS);
        let until = valid_until.map(write_day);
        match (issued_on.map(write_day), until) {
            (None, None) => name,
            (None, Some(until)) => format!("{name}:{until}"),
            (Some(issued), until) => format!("{name}:{issued}:{}", until.unwrap_or_default()),
        }
    };
    joined(held.iter().map(write))
}
