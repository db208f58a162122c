//! The form of an offer, filled.

use web::Language;
use web::pages::SkillInput;
use web::parts::Filled;

use super::read::{ROWS, Read};
use crate::offers::body::{NewOffer, ReachKind};
use crate::offers::model::{Cost, Offer, OfferKind, OfferSkill};
use crate::organisations::{self, OrganisationBody};
use crate::pages::{place_name, term_name};
use crate::reference::Reference;

/// All fields but the skills.
pub(super) const FIELDS: [&str; 19] = [
    "titel",
    "titel-englisch",
    "beschreibung",
    "beschreibung-englisch",
    "anzahl",
    "vcpu",
    "arbeitsspeicher",
    "speicher",
    "verfahren",
    "produkt",
    "ort",
    "reichweite",
    "umkreis",
    "vorlauf",
    "tage",
    "kosten",
    "kosten-hinweis",
    "kosten-hinweis-englisch",
    "bis",
];

impl Read {
    /// A new offer at the seat of a house, with what is usual for its kind.
    pub(super) fn fresh(reference: &Reference, house: &OrganisationBody, kind: OfferKind) -> Self {
        let seat = organisations::seat_of(reference, &house.place);
        let seat = seat.and_then(|ags| reference.regions.get(ags));
        let place = seat.map(|region| place_name(reference, region));
        let (reach, lead) = match kind {
            OfferKind::TeamPackage | OfferKind::Devices => (ReachKind::Radius, "24"),
            OfferKind::Workplaces => (ReachKind::AtPlace, "24"),
            OfferKind::Capacity | OfferKind::Procedure => (ReachKind::Nationwide, "72"),
        };
        let radius = if reach == ReachKind::Radius {
            "200"
        } else {
            ""
        };
        let values = vec![
            ("ort", place.unwrap_or_default()),
            ("reichweite", <&str>::from(reach).to_owned()),
            ("umkreis", radius.to_owned()),
            ("vorlauf", lead.to_owned()),
            ("tage", "90".to_owned()),
            ("kosten", <&str>::from(Cost::Expenses).to_owned()),
        ];
        Self {
            kind,
            form: Filled {
                values,
                problems: Vec::new(),
            },
            skills: rows(kind, Vec::new()),
            offer: None,
        }
    }

    /// An offer as it is stored.
    pub(super) fn stored(reference: &Reference, offer: Offer, language: Language) -> Self {
        let region = reference.regions.get(offer.content.place);
        let place = region.map(|region| place_name(reference, region));
        let NewOffer {
            organisation_id: _,
            state: _,
            kind,
            title,
            text,
            quantity,
            capacity,
            procedure,
            product,
            skills,
            place: key,
            reach,
            radius_km,
            lead_hours,
            max_days,
            cost,
            cost_note,
            valid_until,
        } = offer.into();
        let number = |number: Option<u32>| number.map_or_else(String::new, |n| n.to_string());
        let compute = capacity.unwrap_or_default();
        let note = cost_note.unwrap_or_default();
        // As it counts now: it may have been merged since.
        let now = |id: String| match reference.taxonomy.term(&id) {
            Some(term) => term.id.clone(),
            None => id,
        };
        let values = [
            title.de,
            title.en,
            text.de,
            text.en,
            number(quantity),
            number(compute.vcpu),
            number(compute.memory_gb),
            number(compute.storage_tb),
            procedure.map(now).unwrap_or_default(),
            product.map(now).unwrap_or_default(),
            place.unwrap_or(key),
            <&str>::from(reach).to_owned(),
            number(radius_km.map(u32::from)),
            lead_hours.to_string(),
            max_days.to_string(),
            <&str>::from(cost).to_owned(),
            note.de,
            note.en,
            valid_until.to_string(),
        ];
        Self {
            kind,
            form: Filled {
                values: FIELDS.into_iter().zip(values).collect(),
                problems: Vec::new(),
            },
            skills: rows(kind, typed(reference, &skills, language)),
            offer: None,
        }
    }
}

/// Skills as they would be typed.
fn typed(reference: &Reference, skills: &[OfferSkill], language: Language) -> Vec<(String, u8)> {
    let skills = skills.iter().map(|skill| {
        let term = reference.taxonomy.term(&skill.id);
        let name = term.map_or_else(|| skill.id.clone(), |term| term_name(term, language));
        (name, skill.level)
    });
    skills.collect()
}

/// Rows for the skills of a team package: those there are, and some to fill in.
fn rows(kind: OfferKind, held: Vec<(String, u8)>) -> Vec<SkillInput> {
    if kind != OfferKind::TeamPackage {
        return Vec::new();
    }
    let count = (held.len() + 1).max(ROWS);
    let empty = std::iter::repeat_with(|| (String::new(), 3));
    let all = held.into_iter().chain(empty).take(count);
    let numbered = (1..).zip(all);
    numbered
        .map(|(position, (typed, level))| SkillInput {
            position,
            typed,
            level,
            problem: None,
        })
        .collect()
}
