//! Checks entries against the reference data.

use std::collections::HashSet;

use super::body::{NewRelease, NewSkill};
use super::lock::Author;
use super::model::{
    Absence, Availability, AvailabilityState, Certification, EntryKind, Evidence, LanguageSkill,
    Release, Skill,
};
use crate::clock::Instant;
use crate::input::FieldError;
use crate::reference::{Ags, Axis, Level, Reference};

/// The skills with their evidence: a level that stays keeps what is known of it.
pub(super) fn skills(
    reference: &Reference,
    given: &[NewSkill],
    known: &[Skill],
    author: Author,
) -> Result<Vec<Skill>, Vec<FieldError>> {
    let (mut errors, mut skills, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for (
        position,
        NewSkill {
            id,
            level,
            evidence,
        },
    ) in given.iter().enumerate()
    {
        let pointer = format!("/skills/{position}/id");
        errors.extend(term(reference, pointer, id, &Axis::SKILLS, &mut seen));
        let kept = known
            .iter()
            .find(|skill| skill.id == *id && skill.level == *level)
            .map(|skill| skill.evidence);
        match evidence_of(*evidence, kept, author) {
            Some(evidence) => skills.push(Skill { id: id.clone(), level: *level, evidence }),
            None => errors.push(FieldError::new(
                format!("/skills/{position}/evidence"),
                "evidence",
                "you cannot vouch for this: it follows from a certificate, a deployment or the employer",
            )),
        }
    }
    if errors.is_empty() {
        Ok(skills)
    } else {
        Err(errors)
    }
}

/// The skills of somebody invented; all that is wrong with them, the languages and the place otherwise.
///
/// # Errors
/// Terms or places that are not those of the register.
pub fn invented(
    reference: &Reference,
    (given, spoken): (&[NewSkill], &[LanguageSkill]),
    place: &str,
) -> Result<Vec<Skill>, Vec<FieldError>> {
    let mut errors = languages(reference, spoken);
    errors.extend(base(reference, place));
    match skills(reference, given, &[], Author::Employer) {
        Ok(skills) if errors.is_empty() => Ok(skills),
        Ok(_) => Err(errors),
        Err(found) => {
            errors.extend(found);
            Err(errors)
        }
    }
}

fn evidence_of(
    given: Option<Evidence>,
    kept: Option<Evidence>,
    author: Author,
) -> Option<Evidence> {
    let strongest = match author {
        Author::Person => Evidence::SelfDeclared,
        Author::Employer => Evidence::Employer,
    };
    match (given, kept) {
        (None, kept) => Some(kept.unwrap_or(Evidence::SelfDeclared)),
        (Some(given), Some(kept)) if given == kept => Some(kept),
        (Some(given), _) => (given <= strongest).then_some(given),
    }
}

pub(super) fn certifications(reference: &Reference, given: &[Certification]) -> Vec<FieldError> {
    let mut seen = HashSet::new();
    let mut errors = Vec::new();
    for (
        position,
        Certification {
            id,
            issued_on,
            valid_until,
        },
    ) in given.iter().enumerate()
    {
        errors.extend(term(
            reference,
            format!("/certifications/{position}/id"),
            id,
            &[Axis::Certification],
            &mut seen,
        ));
        if issued_on
            .zip(*valid_until)
            .is_some_and(|(issued, until)| until < issued)
        {
            let pointer = format!("/certifications/{position}/valid_until");
            errors.push(FieldError::new(
                pointer,
                "order",
                "it cannot end before it was issued",
            ));
        }
    }
    errors
}

pub(super) fn languages(reference: &Reference, given: &[LanguageSkill]) -> Vec<FieldError> {
    let mut seen = HashSet::new();
    let each = given.iter().enumerate();
    each.filter_map(|(position, LanguageSkill { id, .. })| {
        term(
            reference,
            format!("/languages/{position}/id"),
            id,
            &[Axis::Language],
            &mut seen,
        )
    })
    .collect()
}

/// A place is a Gemeinde or a Kreis.
pub(super) fn base(reference: &Reference, base: &str) -> Option<FieldError> {
    let region = base
        .parse::<Ags>()
        .ok()
        .and_then(|ags| reference.regions.get(ags));
    match region {
        None => Some(
            FieldError::new(
                "/base",
                "unknown",
                format!("\"{base}\" is not a place of the register"),
            )
            .suggesting(reference.regions.suggest(base)),
        ),
        Some(region) if region.level == Level::Land => Some(FieldError::new(
            "/base",
            "level",
            "name a Gemeinde or a Kreis",
        )),
        Some(_) => None,
    }
}

/// A release ends today at the earliest, and three years ahead at the latest.
pub(super) fn release(given: Option<&NewRelease>, now: Instant, base: &str) -> Option<FieldError> {
    let until = given?.until?;
    let error = |code, detail| FieldError::new(format!("{base}/until"), code, detail);
    if until < now.date() {
        return Some(error("past", "the last day is past"));
    }
    let latest = now.plus_days(Release::DAYS).date();
    (until > latest).then(|| error("too_late", "a release holds three years at most"))
}

pub(super) fn availability(given: &Availability, base: &str) -> Vec<FieldError> {
    let Availability {
        state,
        from,
        weekdays,
        absences,
    } = given;
    let mut errors = Vec::new();
    match (state, from) {
        (AvailabilityState::Later, None) => {
            errors.push(FieldError::new(
                format!("{base}/from"),
                "required",
                "say from which day",
            ));
        }
        (AvailabilityState::Later, Some(_)) | (_, None) => {}
        (_, Some(_)) => errors.push(FieldError::new(
            format!("{base}/from"),
            "state",
            "only with the state later",
        )),
    }
    let distinct: HashSet<_> = weekdays.iter().collect();
    if distinct.len() != weekdays.len() || weekdays.iter().any(|day| !(1..=7).contains(day)) {
        errors.push(FieldError::new(
            format!("{base}/weekdays"),
            "weekday",
            "weekdays are 1 (Monday) to 7 (Sunday), each once",
        ));
    }
    let turned = absences.iter().position(
        |Absence {
             first_day,
             last_day,
         }| last_day < first_day,
    );
    if let Some(position) = turned {
        errors.push(FieldError::new(
            format!("{base}/absences/{position}"),
            "order",
            "it cannot end before it begins",
        ));
    }
    errors
}

/// A person has an identity, a capacity a headcount, and neither has the other's.
pub(super) fn kind(kind: EntryKind, has_identity: bool, has_headcount: bool) -> Option<FieldError> {
    match (kind, has_identity, has_headcount) {
        (EntryKind::Person, false, _) => Some(FieldError::new(
            "/identity",
            "required",
            "a person has a name and duty contact",
        )),
        (EntryKind::Person, true, true) => Some(FieldError::new(
            "/headcount",
            "kind",
            "a person counts as one",
        )),
        (EntryKind::Capacity, true, _) => Some(FieldError::new(
            "/identity",
            "kind",
            "a capacity is nameless",
        )),
        (EntryKind::Capacity, false, false) => Some(FieldError::new(
            "/headcount",
            "required",
            "say how many people there are",
        )),
        (EntryKind::Person, true, false) | (EntryKind::Capacity, false, true) => None,
    }
}

fn term(
    reference: &Reference,
    pointer: String,
    id: &str,
    axes: &[Axis],
    seen: &mut HashSet<String>,
) -> Option<FieldError> {
    let is_known = reference
        .taxonomy
        .term(id)
        .is_some_and(|term| axes.contains(&term.axis));
    if !is_known {
        let detail = format!("\"{id}\" is not a term that belongs here");
        return Some(
            FieldError::new(pointer, "unknown", detail)
                .suggesting(reference.taxonomy.nearest(id, axes)),
        );
    }
    let is_new = seen.insert(id.to_owned());
    (!is_new).then(|| FieldError::new(pointer, "duplicate", format!("\"{id}\" is named twice")))
}
