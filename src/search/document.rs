//! Entries as the index knows them.

use search_index::{
    Availability, EntryKind, ExpertDocument, Localised, Place, Readiness, Standing, Vocabulary,
    WorkMode,
};
use uuid::Uuid;

use super::claims::{certifications, covered, languages, skills};
use crate::clock::Instant;
use crate::decoys::Decoy;
use crate::experts::{self, AvailabilityState, Employer, Entry, Facts};
use crate::organisations;
use crate::reference::{Ags, Reference, Regions, Text};

/// Days of past commitments that count.
const COMMITMENT_DAYS: i64 = 90;
/// Basis points of a factor about which nothing is judged.
const NEUTRAL: u16 = 10_000;
/// What no card shows of a decoy, but filters ask for.
const DECOY_RADIUS_KM: u16 = 200;
const DECOY_DAYS: u16 = 14;
const EVERY_DAY: u8 = 0b0111_1111;

/// What an entry becomes in the index; `None` when it is withheld, or its place or employer is unknown.
///
/// Terms the vocabulary does not know are left out; two that were merged are one, the better of them.
pub(super) fn document(
    entry: &Entry,
    employer: (&organisations::Entry, Employer),
    (reference, vocabulary): (&Reference, &Vocabulary),
    now: Instant,
) -> Option<ExpertDocument> {
    if entry.is_withheld(now) {
        return None;
    }
    let (organisation, employer) = employer;
    let profile = &entry.profile;
    Some(ExpertDocument {
        id: entry.id.0,
        alias: entry.alias.clone(),
        kind: kind(entry.kind),
        headcount: entry.headcount,
        organisation: entry.organisation.0,
        employer_kind: <&str>::from(organisation.kind).to_owned(),
        employer_land: land_of(&organisation.place)?,
        headline: localised(&profile.headline),
        text: localised(&profile.text),
        skills: skills(covered(entry, &reference.taxonomy, now), vocabulary),
        certifications: certifications(entry, vocabulary),
        languages: languages(&profile.languages, vocabulary),
        clearance: profile.clearance.level,
        clearance_until: profile
            .clearance
            .valid_until
            .map(|day| Instant::end_of(day).as_seconds()),
        base: place(&reference.regions, &profile.base)?,
        radius_km: profile.radius_km,
        mode: mode(profile.mode),
        max_days: profile.max_days,
        notice_hours: profile.notice_hours,
        availability: availability(entry, now),
        standing: standing(&Facts::of(entry, &employer, now), now),
        blocks: entry
            .exclusions
            .iter()
            .map(|organisation| organisation.0)
            .collect(),
        response: NEUTRAL,
    })
}

/// What a decoy looks like; `None` when its place is unknown.
pub(super) fn decoy(
    decoy: &Decoy,
    (regions, vocabulary): (&Regions, &Vocabulary),
    now: Instant,
) -> Option<ExpertDocument> {
    let base = place(regions, &decoy.base)?;
    let always = Some((i64::MIN, i64::MAX));
    Some(ExpertDocument {
        id: decoy.id.0,
        alias: decoy.alias.clone(),
        kind: EntryKind::Person,
        headcount: 1,
        organisation: Uuid::nil(),
        employer_kind: <&str>::from(decoy.employer).to_owned(),
        employer_land: base.land,
        headline: localised(&decoy.headline),
        text: localised(&decoy.text),
        skills: skills(&decoy.skills, vocabulary),
        certifications: Vec::new(),
        languages: languages(&decoy.languages, vocabulary),
        clearance: 0,
        clearance_until: None,
        base,
        radius_km: DECOY_RADIUS_KM,
        mode: mode(decoy.mode),
        max_days: DECOY_DAYS,
        notice_hours: 0,
        availability: Availability {
            readiness: readiness(decoy.availability),
            from: None,
            weekdays: EVERY_DAY,
            absences: Vec::new(),
            commitments: Vec::new(),
            on_call: Vec::new(),
        },
        standing: Standing {
            admitted: always,
            consent: always,
            confirmed_at: Some(decoy.confirmed_at(now).as_seconds()),
            participation_from: Some(i64::MIN),
            released: always,
            days_left: None,
            days_left_then: None,
            struck_since: None,
        },
        blocks: Vec::new(),
        response: NEUTRAL,
    })
}

fn availability(entry: &Entry, now: Instant) -> Availability {
    let given = &entry.availability;
    let oldest = now.plus_days(-COMMITMENT_DAYS);
    let mut absences: Vec<_> = given
        .absences
        .iter()
        .map(|absence| {
            (
                Instant::start_of(absence.first_day).as_seconds(),
                Instant::end_of(absence.last_day).as_seconds(),
            )
        })
        .chain(entry.cool_downs().map(seconds))
        .collect();
    let recent = entry
        .commitments
        .iter()
        .filter(|commitment| commitment.until > oldest);
    let mut commitments: Vec<_> = recent
        .map(|commitment| (commitment.from.as_seconds(), commitment.until.as_seconds()))
        .collect();
    absences.sort_unstable();
    commitments.sort_unstable();
    Availability {
        readiness: readiness(given.state),
        from: given.from.map(|day| Instant::start_of(day).as_seconds()),
        weekdays: given
            .weekdays
            .iter()
            .fold(0, |bits, day| bits | 1 << (day - 1)),
        absences,
        commitments,
        on_call: entry.on_call.iter().map(duty).collect(),
    }
}

fn seconds((from, until): (Instant, Instant)) -> (i64, i64) {
    (from.as_seconds(), until.as_seconds())
}

fn duty(period: &experts::OnCall) -> (i64, i64) {
    seconds((period.from, period.until))
}

fn standing(facts: &Facts, now: Instant) -> Standing {
    let period = |period: Option<(Instant, Instant)>| period.map(seconds);
    let days = |days: i64| u16::try_from(days.max(0)).unwrap_or(u16::MAX);
    Standing {
        admitted: period(facts.admitted),
        consent: period(facts.consent),
        confirmed_at: facts.confirmed_at.map(Instant::as_seconds),
        participation_from: facts.participation_from.map(Instant::as_seconds),
        released: period(facts.released),
        days_left: facts.days_left.map(|left| days(left.this_year)),
        days_left_then: facts
            .days_left
            .map(|left| (now.end_of_year().as_seconds(), days(left.next_year))),
        struck_since: facts.struck_since.map(Instant::as_seconds),
    }
}

fn place(regions: &Regions, base: &str) -> Option<Place> {
    let region = regions.get(base.parse::<Ags>().ok()?)?;
    let kreis = region.ags.kreis()?.as_str().parse().ok()?;
    Some(Place {
        land: region.ags.land().number(),
        kreis,
        lat: region.lat,
        lon: region.lon,
    })
}

/// Number of the Land of any key of a place.
pub(super) fn land_of(place: &str) -> Option<u8> {
    place.get(..2)?.parse().ok()
}

fn localised(text: &Text) -> Localised {
    Localised {
        de: text.de.clone(),
        en: text.en.clone(),
    }
}

fn kind(kind: experts::EntryKind) -> EntryKind {
    match kind {
        experts::EntryKind::Person => EntryKind::Person,
        experts::EntryKind::Capacity => EntryKind::Capacity,
    }
}

fn mode(mode: experts::WorkMode) -> WorkMode {
    match mode {
        experts::WorkMode::OnSite => WorkMode::OnSite,
        experts::WorkMode::Remote => WorkMode::Remote,
        experts::WorkMode::Either => WorkMode::Either,
    }
}

fn readiness(state: AvailabilityState) -> Readiness {
    match state {
        AvailabilityState::Now => Readiness::Now,
        AvailabilityState::Within24Hours => Readiness::Within24Hours,
        AvailabilityState::Within72Hours => Readiness::Within72Hours,
        AvailabilityState::Later => Readiness::Later,
        AvailabilityState::RemoteOnly => Readiness::RemoteOnly,
        AvailabilityState::Unavailable => Readiness::Unavailable,
    }
}
