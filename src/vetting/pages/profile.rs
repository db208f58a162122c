//! The masked entry as vetters see it.

use web::pages::CaseProfile;

use crate::experts::{Entry, EntryWords, work_mode};
use crate::pages::{day, paragraphs};
use crate::reference::{Ags, Region};

pub(super) fn profile(words: EntryWords<'_>, entry: &Entry, organisation: String) -> CaseProfile {
    let profile = &entry.profile;
    let certifications = profile.certifications.iter();
    let languages = profile.languages.iter();
    CaseProfile {
        headline: words.pick(&profile.headline),
        text: paragraphs(&words.pick(&profile.text)),
        organisation,
        kreis: kreis(words, &profile.base),
        skills: profile
            .skills
            .iter()
            .map(|held| words.skill(held))
            .collect(),
        certifications: certifications
            .map(|held| words.certification(held))
            .collect(),
        languages: languages.map(|spoken| words.language(spoken)).collect(),
        mode: work_mode(profile.mode),
        availability: words.availability(&entry.availability),
        admitted_until: admitted_until(words, entry),
    }
}

/// No finer than the Kreis.
fn kreis(words: EntryWords<'_>, base: &str) -> String {
    let regions = &words.reference.regions;
    let base = base.parse::<Ags>().ok().and_then(|ags| regions.get(ags));
    let region = base.and_then(|base| regions.get(base.ags.kreis().unwrap_or(base.ags)));
    region.map_or_else(String::new, Region::full_name)
}

fn admitted_until(words: EntryWords<'_>, entry: &Entry) -> Option<String> {
    let held = entry.admissions.iter();
    let holds = held.filter(|held| held.revoked_at.is_none() && words.now < held.until);
    let until = holds.map(|held| held.until).max()?;
    // It ends at the first instant it no longer holds.
    Some(day(until.plus_seconds(-1).date(), words.language))
}
