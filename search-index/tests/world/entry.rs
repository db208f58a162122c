//! Entries with defaults; a test mentions only what matters.

use search_index::{
    Availability, Cefr, Certification, EntryKind, Evidence, ExpertDocument, Instant, LanguageSkill,
    Localised, Place, Readiness, Skill, Standing, Vocabulary, WorkMode,
};
use uuid::Uuid;

use super::{DAY, NOW};

/// An entry that everybody may find, with no skills and no texts.
pub(crate) fn entry(number: u128) -> ExpertDocument {
    let holds = Some((NOW - 100 * DAY, NOW + 100 * DAY));
    ExpertDocument {
        id: Uuid::from_u128(number),
        alias: format!("K-{number:05}"),
        kind: EntryKind::Person,
        headcount: 1,
        organisation: Uuid::from_u128(1_000_000),
        employer_kind: "municipality".to_owned(),
        employer_land: 15,
        headline: Localised::default(),
        text: Localised::default(),
        skills: Vec::new(),
        certifications: Vec::new(),
        languages: Vec::new(),
        clearance: 0,
        clearance_until: None,
        base: halle(),
        radius_km: 100,
        mode: WorkMode::Either,
        max_days: 10,
        notice_hours: 0,
        availability: Availability {
            readiness: Readiness::Now,
            from: None,
            weekdays: 0b111_1111,
            absences: Vec::new(),
            commitments: Vec::new(),
            on_call: Vec::new(),
        },
        standing: Standing {
            admitted: holds,
            consent: holds,
            confirmed_at: Some(NOW - DAY),
            participation_from: Some(NOW - DAY),
            released: holds,
            days_left: None,
            days_left_then: None,
            struck_since: None,
        },
        blocks: Vec::new(),
        response: 10_000,
    }
}

fn halle() -> Place {
    Place {
        land: 15,
        kreis: 15_002,
        lat: 51.482,
        lon: 11.97,
    }
}

/// Words for changing an entry.
pub(crate) trait With: Sized {
    fn skill(self, vocabulary: &Vocabulary, id: &str, level: u8) -> Self;
    fn certificate(self, vocabulary: &Vocabulary, id: &str, until: Option<Instant>) -> Self;
    fn language(self, vocabulary: &Vocabulary, id: &str) -> Self;
    fn headline(self, text: &str) -> Self;
    fn text(self, text: &str) -> Self;
}

impl With for ExpertDocument {
    fn skill(mut self, vocabulary: &Vocabulary, id: &str, level: u8) -> Self {
        let term = vocabulary.ord(id).unwrap_or_else(|| panic!("no term {id}"));
        let evidence = Evidence::Employer;
        self.skills.retain(|skill| skill.term != term);
        self.skills.push(Skill {
            term,
            level,
            evidence,
        });
        self
    }

    fn certificate(mut self, vocabulary: &Vocabulary, id: &str, until: Option<Instant>) -> Self {
        let term = vocabulary.ord(id).unwrap_or_else(|| panic!("no term {id}"));
        self.certifications.push(Certification {
            term,
            valid_until: until,
        });
        self
    }

    fn language(mut self, vocabulary: &Vocabulary, id: &str) -> Self {
        let term = vocabulary.ord(id).unwrap_or_else(|| panic!("no term {id}"));
        self.languages.push(LanguageSkill {
            term,
            cefr: Cefr::C1,
        });
        self
    }

    fn headline(mut self, text: &str) -> Self {
        text.clone_into(&mut self.headline.de);
        self
    }

    fn text(mut self, text: &str) -> Self {
        text.clone_into(&mut self.text.de);
        self
    }
}
