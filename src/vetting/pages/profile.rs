//! The masked entry as vetters see it.

use web::Language;
use web::pages::CaseProfile;
use web::parts::{
    Availability as PageAvailability, Certification as PageCertification, Evidence as PageEvidence,
    LanguageSkill as PageLanguage, Readiness, Skill as PageSkill, WorkMode as PageMode,
};

use crate::clock::Instant;
use crate::experts::{
    Availability, AvailabilityState, Certification, Entry, Evidence, Skill, WorkMode,
};
use crate::pages::{day, paragraphs};
use crate::reference::{Ags, Reference, Text};

/// What turns an entry into words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    pub(super) reference: &'a Reference,
    pub(super) language: Language,
    pub(super) now: Instant,
}

impl Words<'_> {
    pub(super) fn profile(&self, entry: &Entry, organisation: String) -> CaseProfile {
        let profile = &entry.profile;
        CaseProfile {
            headline: self.pick(&profile.headline),
            text: paragraphs(&self.pick(&profile.text)),
            organisation,
            kreis: self.kreis(&profile.base),
            skills: profile.skills.iter().map(|held| self.skill(held)).collect(),
            certifications: profile
                .certifications
                .iter()
                .map(|held| self.certification(held))
                .collect(),
            languages: profile
                .languages
                .iter()
                .map(|spoken| PageLanguage {
                    label: self.term(&spoken.id),
                    cefr: <&str>::from(spoken.cefr).to_owned(),
                })
                .collect(),
            mode: match profile.mode {
                WorkMode::OnSite => PageMode::OnSite,
                WorkMode::Remote => PageMode::Remote,
                WorkMode::Either => PageMode::Either,
            },
            availability: self.availability(&entry.availability),
            admitted_until: self.admitted_until(entry),
        }
    }

    pub(super) fn pick(&self, text: &Text) -> String {
        match self.language {
            Language::English if !text.en.is_empty() => text.en.clone(),
            Language::German | Language::English => text.de.clone(),
        }
    }

    pub(super) fn term(&self, id: &str) -> String {
        let term = self.reference.taxonomy.term(id);
        term.map_or_else(|| id.to_owned(), |term| self.pick(&term.label))
    }

    /// No finer than the Kreis.
    fn kreis(&self, base: &str) -> String {
        let ags = base.parse::<Ags>().ok();
        let kreis = ags.map(|ags| ags.kreis().unwrap_or(ags));
        let region = kreis.and_then(|ags| self.reference.regions.get(ags));
        region.map_or_else(String::new, crate::reference::Region::full_name)
    }

    fn skill(&self, held: &Skill) -> PageSkill {
        PageSkill {
            label: self.term(&held.id),
            level: held.level,
            evidence: match held.evidence {
                Evidence::SelfDeclared => PageEvidence::SelfDeclared,
                Evidence::Employer => PageEvidence::Employer,
                Evidence::Certified => PageEvidence::Certified,
                Evidence::Deployment => PageEvidence::Deployment,
            },
        }
    }

    fn certification(&self, held: &Certification) -> PageCertification {
        let today = self.now.date();
        PageCertification {
            label: self.term(&held.id),
            is_valid: held.valid_until.is_none_or(|last| today <= last),
            valid_until: held.valid_until.map(|last| day(last, self.language)),
        }
    }

    fn availability(&self, stated: &Availability) -> PageAvailability {
        let (state, from) = match stated.state {
            AvailabilityState::Now => (Readiness::Now, None),
            AvailabilityState::Within24Hours => (Readiness::Within24Hours, None),
            AvailabilityState::Within72Hours => (Readiness::Within72Hours, None),
            AvailabilityState::Later => (Readiness::Later, stated.from),
            AvailabilityState::RemoteOnly => (Readiness::RemoteOnly, None),
            AvailabilityState::Unavailable => (Readiness::Unavailable, None),
        };
        PageAvailability {
            state,
            from: from.map(|from| day(from, self.language)),
        }
    }

    fn admitted_until(&self, entry: &Entry) -> Option<String> {
        let held = entry.admissions.iter();
        let holds = held.filter(|held| held.revoked_at.is_none() && self.now < held.until);
        let until = holds.map(|held| held.until).max()?;
        // It ends at the first instant it no longer holds.
        Some(day(until.plus_seconds(-1).date(), self.language))
    }
}
