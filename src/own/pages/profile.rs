//! The own entry in words.

use web::Frame;
use web::pages::{Identity as PageIdentity, MissingStep, ProfilePage, Release, Standing};
use web::parts::EntryKind as PageKind;

use crate::clock::Instant;
use crate::experts::{
    EntryKind, EntryWords, ExpertBody, Identity, Missing, NewRelease, OwnStanding, ReleaseForm,
    work_mode,
};
use crate::pages::{day, paragraphs, place_name};
use crate::reference::{Ags, Region};
use crate::search::Labels;

/// The page of an entry.
#[expect(clippy::too_many_lines, reason = "one field after the other")]
pub(super) fn page(
    frame: Frame,
    labels: &Labels<'_>,
    entry: ExpertBody,
    organisation: String,
) -> ProfilePage {
    let ExpertBody {
        id: _,
        kind,
        alias,
        organisation_id: _,
        headcount,
        identity,
        headline,
        text,
        mut skills,
        certifications,
        languages,
        base,
        radius_km,
        mode,
        max_days,
        clearance: _,
        notice_hours,
        skill_changes: _,
        night_alerts,
        availability: available,
        on_call: _,
        release,
        standing: own_standing,
        created_at: _,
        confirmed_at,
    } = entry;
    let words = words(labels);
    skills.sort_by_key(|skill| std::cmp::Reverse((skill.level, skill.evidence)));
    ProfilePage {
        alias,
        kind: match kind {
            EntryKind::Person => PageKind::Person,
            EntryKind::Capacity => PageKind::Capacity { headcount },
        },
        identity: identity.map(person),
        standing: standing(labels, &own_standing, confirmed_at),
        headline: labels.pick(&headline).to_owned(),
        text: paragraphs(labels.pick(&text)),
        skills: skills.iter().map(|held| words.skill(held)).collect(),
        certifications: certifications
            .iter()
            .map(|held| words.certification(held))
            .collect(),
        languages: languages
            .iter()
            .map(|spoken| words.language(spoken))
            .collect(),
        organisation,
        base: base_name(labels, &base),
        radius_km,
        mode: work_mode(mode),
        max_days,
        notice_hours,
        availability: words.availability(&available),
        night_alerts,
        release: release.map(
            |NewRelease {
                 form,
                 days_a_year,
                 until: _,
             }| match form {
                ReleaseForm::Standing => Release::Standing { days_a_year },
                ReleaseForm::EachTime => Release::EachTime,
            },
        ),
        tasks: Vec::new(),
        path: String::new(),
        version: 0,
        preview: String::new(),
        is_own: true,
        unconfirmed: 0,
        vetting: None,
        frame,
    }
}

fn person(identity: Identity) -> PageIdentity {
    let Identity {
        given_name,
        family_name,
        email,
        phone,
        mobile,
    } = identity;
    PageIdentity {
        name: format!("{given_name} {family_name}"),
        email,
        phone,
        mobile,
    }
}

fn standing(labels: &Labels<'_>, own: &OwnStanding, confirmed_at: Option<Instant>) -> Standing {
    // A period ends at the first instant it no longer holds: its last day is the one before.
    let last_day = |until: Instant| day(until.plus_seconds(-1).date(), labels.language);
    Standing {
        is_eligible: own.eligible,
        missing: own.missing.iter().copied().map(step).collect(),
        admitted_until: own.admitted_until.map(last_day),
        consent_until: own.consent_until.map(last_day),
        confirmed_on: confirmed_at.map(|at| day(at.date(), labels.language)),
    }
}

fn step(missing: Missing) -> MissingStep {
    match missing {
        Missing::Vetted => MissingStep::Vetted,
        Missing::Consent => MissingStep::Consent,
        Missing::Confirmed => MissingStep::Confirmed,
        Missing::Participation => MissingStep::Participation,
        Missing::Release => MissingStep::Release,
        Missing::EmployerStruck => MissingStep::EmployerStruck,
    }
}

/// Words of entries as those of the page.
pub(super) fn words<'a>(labels: &Labels<'a>) -> EntryWords<'a> {
    EntryWords {
        reference: labels.reference,
        language: labels.language,
        now: labels.now,
    }
}

/// Name of a place by its key; the key where there is no such place.
pub(super) fn base_name(labels: &Labels<'_>, key: &str) -> String {
    let region = key
        .parse::<Ags>()
        .ok()
        .and_then(|ags| labels.reference.regions.get(ags));
    region.map_or_else(
        || key.to_owned(),
        |region: &Region| place_name(labels.reference, region),
    )
}
