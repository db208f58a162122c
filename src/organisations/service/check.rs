//! Checks organisations against the reference data.

use std::ops::RangeInclusive;

use super::OrganisationError;
use crate::clock::Instant;
use crate::input::FieldError;
use crate::organisations::body::{NewOrganisation, OrganisationPatch, Served};
use crate::organisations::model::{Organisation, OrganisationKind};
use crate::phone;
use crate::reference::{AdministrationKey, Ags, Reference};

/// Signs of an insurer's name.
const INSURER: RangeInclusive<usize> = 2..=160;

pub(super) fn check(reference: &Reference, new: &NewOrganisation) -> Result<(), OrganisationError> {
    let mut errors = Vec::new();
    errors.extend(check_place(reference, new.kind, &new.place));
    errors.extend(check_served(reference, &new.serves));
    let number = new.duty_phone.as_deref();
    errors.extend(number.and_then(|number| check_phone("/duty_phone", number)));
    if errors.is_empty() {
        Ok(())
    } else {
        Err(OrganisationError::Invalid(errors))
    }
}

pub(super) fn check_patch(
    reference: &Reference,
    patch: &OrganisationPatch,
    now: Instant,
) -> Result<(), OrganisationError> {
    let mut errors = check_served(reference, patch.serves.as_deref().unwrap_or_default());
    for (pointer, number) in [
        ("/duty_phone", &patch.duty_phone),
        ("/privacy_phone", &patch.privacy_phone),
    ] {
        let number = number.value();
        errors.extend(number.and_then(|number| check_phone(pointer, number)));
    }
    for (pointer, name) in [
        ("/accident_insurer", &patch.accident_insurer),
        ("/liability_insurer", &patch.liability_insurer),
    ] {
        let signs = name.value().map(|name| name.trim().chars().count());
        if signs.is_some_and(|signs| !INSURER.contains(&signs)) {
            let detail = "must have between 2 and 160 characters";
            errors.push(FieldError::new(pointer, "length", detail));
        }
    }
    if patch
        .yearly_person_days
        .value()
        .is_some_and(|days| !(0..=10_000).contains(days))
    {
        errors.push(FieldError::new(
            "/yearly_person_days",
            "range",
            "must be between 0 and 10000",
        ));
    }
    if patch.participation_on.is_some_and(|day| day > now.date()) {
        let detail = "it cannot have come to stand so in the future";
        errors.push(FieldError::new("/participation_on", "future", detail));
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(OrganisationError::Invalid(errors))
    }
}

/// What a change makes of an organisation: only what changed is looked at, because places go out of use.
pub(super) fn check_changed(
    reference: &Reference,
    before: &Organisation,
    after: &Organisation,
) -> Result<(), OrganisationError> {
    let mut errors = Vec::new();
    if (before.kind, &before.place) != (after.kind, &after.place) {
        errors.extend(check_place(reference, after.kind, &after.place));
    }
    let is_turned = |from: Instant| after.member_until.is_some_and(|until| until < from);
    match after.member_from {
        None if after.member_until.is_some() => errors.push(FieldError::new(
            "/member_from",
            "required",
            "say since when it is a member",
        )),
        Some(from) if is_turned(from) => errors.push(FieldError::new(
            "/member_until",
            "order",
            "it cannot end before it begins",
        )),
        Some(_) | None => {}
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(OrganisationError::Invalid(errors))
    }
}

fn check_place(reference: &Reference, kind: OrganisationKind, place: &str) -> Option<FieldError> {
    let unknown = || {
        FieldError::new(
            "/place",
            "unknown",
            format!("\"{place}\" is not a place of the register"),
        )
        .suggesting(reference.regions.suggest(place))
    };
    if let Ok(key) = AdministrationKey::try_from(place.to_owned()) {
        let known = reference.regions.administration(&key).is_some();
        return match (known, kind) {
            (false, _) => Some(unknown()),
            (true, OrganisationKind::MunicipalAssociation) => None,
            (true, _) => Some(FieldError::new(
                "/place",
                "kind",
                "only a municipal association sits at a nine-digit key",
            )),
        };
    }
    let region = place
        .parse::<Ags>()
        .ok()
        .and_then(|ags| reference.regions.get(ags));
    let Some(region) = region else {
        return Some(unknown());
    };
    let fits = kind.fits(region.level);
    (!fits).then(|| {
        FieldError::new(
            "/place",
            "level",
            format!(
                "{} does not fit this kind of organisation",
                region.full_name()
            ),
        )
    })
}

fn check_served(reference: &Reference, serves: &[Served]) -> Vec<FieldError> {
    let is_known = |ags: &str| {
        ags.parse::<Ags>()
            .is_ok_and(|ags| reference.regions.get(ags).is_some())
    };
    let unknown = serves
        .iter()
        .enumerate()
        .filter(|(_, served)| !is_known(&served.ags));
    unknown
        .map(|(position, Served { ags, .. })| {
            FieldError::new(
                format!("/serves/{position}/ags"),
                "unknown",
                format!("\"{ags}\" is not a place of the register"),
            )
            .suggesting(reference.regions.suggest(ags))
        })
        .collect()
}

pub(super) fn check_phone(pointer: &'static str, number: &str) -> Option<FieldError> {
    let detail = "give a telephone number, for example 0171 1234567";
    phone::e164(number)
        .is_none()
        .then(|| FieldError::new(pointer, "phone", detail))
}
