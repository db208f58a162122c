//! What turns the parts of an entry into words.

use web::Language;
use web::parts::{
    Availability as PageAvailability, Certification as PageCertification, Evidence as PageEvidence,
    LanguageSkill as PageLanguage, Readiness, Skill as PageSkill, WorkMode as PageMode,
};

use crate::clock::Instant;
use crate::experts::{
    Availability, AvailabilityState, Certification, Evidence, LanguageSkill, Skill, WorkMode,
};
use crate::pages::day;
use crate::reference::{Reference, Text};

/// In which language, and when.
#[derive(Clone, Copy, Debug)]
pub struct EntryWords<'a> {
    /// Places and vocabulary.
    pub reference: &'a Reference,
    /// Language of the page.
    pub language: Language,
    /// The present.
    pub now: Instant,
}

impl EntryWords<'_> {
    /// A text in the page's language.
    pub fn pick(&self, text: &Text) -> String {
        match self.language {
            Language::English if !text.en.is_empty() => text.en.clone(),
            Language::German | Language::English => text.de.clone(),
        }
    }

    /// Name of a term; its id where it is unknown.
    pub fn term(&self, id: &str) -> String {
        let term = self.reference.taxonomy.term(id);
        term.map_or_else(|| id.to_owned(), |term| self.pick(&term.label))
    }

    /// A skill.
    pub fn skill(&self, held: &Skill) -> PageSkill {
        PageSkill {
            label: self.term(&held.id),
            level: held.level,
            evidence: evidence(held.evidence),
        }
    }

    /// A certificate, and whether it counts today.
    pub fn certification(&self, held: &Certification) -> PageCertification {
        let today = self.now.date();
        PageCertification {
            label: self.term(&held.id),
            is_valid: held.valid_until.is_none_or(|last| today <= last),
            valid_until: held.valid_until.map(|last| day(last, self.language)),
        }
    }

    /// A language.
    pub fn language(&self, spoken: &LanguageSkill) -> PageLanguage {
        PageLanguage {
            label: self.term(&spoken.id),
            cefr: <&str>::from(spoken.cefr).to_owned(),
        }
    }

    /// When an entry can start; who is away cannot until the day after.
    pub fn availability(&self, stated: &Availability) -> PageAvailability {
        let today = self.now.date();
        let away = stated
            .absences
            .iter()
            .find(|absence| absence.first_day <= today && today <= absence.last_day);
        let (state, from) = match away {
            Some(absence) => (Readiness::Later, absence.last_day.succ_opt()),
            None => (readiness(stated.state), stated.from),
        };
        PageAvailability {
            state,
            from: from.map(|from| day(from, self.language)),
        }
    }
}

/// How a skill is known, for pages.
pub fn evidence(evidence: Evidence) -> PageEvidence {
    match evidence {
        Evidence::SelfDeclared => PageEvidence::SelfDeclared,
        Evidence::Employer => PageEvidence::Employer,
        Evidence::Certified => PageEvidence::Certified,
        Evidence::Deployment => PageEvidence::Deployment,
    }
}

/// Where an entry works, for pages.
pub fn work_mode(mode: WorkMode) -> PageMode {
    match mode {
        WorkMode::OnSite => PageMode::OnSite,
        WorkMode::Remote => PageMode::Remote,
        WorkMode::Either => PageMode::Either,
    }
}

/// How soon an entry can start, for pages.
pub fn readiness(state: AvailabilityState) -> Readiness {
    match state {
        AvailabilityState::Now => Readiness::Now,
        AvailabilityState::Within24Hours => Readiness::Within24Hours,
        AvailabilityState::Within72Hours => Readiness::Within72Hours,
        AvailabilityState::Later => Readiness::Later,
        AvailabilityState::RemoteOnly => Readiness::RemoteOnly,
        AvailabilityState::Unavailable => Readiness::Unavailable,
    }
}
