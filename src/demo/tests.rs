//! The demo as a whole, without a database.

use std::collections::HashSet;

use strum::VariantArray;

use crate::clock::Instant;
use crate::experts::{EntryKind, Named, Wording};
use crate::offers::{OfferKind, OfferState, What};
use crate::reference::{
    Ags, Axis, Reference, Regions, derive_administrations, parse_postcodes, parse_regions,
    shipped_taxonomy,
};

use super::entry::{Made, Maker};
use super::federation::{Employer, employers};
use super::offers::offers;
use super::{Plan, credentials, names};

const NOW: Instant = Instant::from_micros(1_795_000_000_000_000);

fn reference() -> Reference {
    let regions = parse_regions(migration::reference::REGIONS).unwrap();
    let postcodes = parse_postcodes(migration::reference::POSTCODES).unwrap();
    let administrations = derive_administrations(&regions);
    Reference {
        regions: Regions::build(regions, postcodes, administrations)
            .unwrap()
            .into(),
        groups: Vec::new(),
        contacts: Vec::new(),
        taxonomy: shipped_taxonomy().unwrap().into(),
        texts: crate::reference::Texts::shipped(),
        words: std::sync::Arc::default(),
    }
}

fn made(plan: &Plan, reference: &Reference) -> (Vec<Employer>, Vec<Made>) {
    let employers = employers(plan, reference, NOW);
    let maker = Maker {
        plan,
        reference,
        employers: &employers,
        now: NOW,
    };
    let entries = (0..plan.experts).map(|number| maker.make(number)).collect();
    (employers, entries)
}

#[test]
fn the_same_seed_makes_the_same_federation_and_another_seed_another() {
    let reference = reference();
    let plan = Plan {
        experts: 60,
        seed: 7,
    };

    let entries = |plan: &Plan| -> Vec<_> {
        made(plan, &reference)
            .1
            .into_iter()
            .map(|made| made.entry)
            .collect()
    };

    assert_eq!(entries(&plan), entries(&plan));
    assert_ne!(entries(&plan), entries(&Plan { seed: 8, ..plan }));
    assert_eq!(
        credentials(&plan).to_json("x"),
        credentials(&plan).to_json("x")
    );
}

#[test]
fn entries_name_only_what_there_is_and_only_once() {
    let reference = reference();
    let (employers, entries) = made(&Plan::default(), &reference);

    let mut aliases = HashSet::new();
    for Made { entry, identity } in &entries {
        assert!(aliases.insert(entry.alias.clone()), "{}", entry.alias);
        assert!(
            entry
                .profile
                .base
                .parse::<Ags>()
                .is_ok_and(|ags| reference.regions.get(ags).is_some())
        );
        let terms = entry.profile.skills.iter().map(|skill| &skill.id);
        let terms = terms.chain(entry.profile.certifications.iter().map(|held| &held.id));
        for id in terms.chain(entry.profile.languages.iter().map(|spoken| &spoken.id)) {
            assert!(reference.taxonomy.term(id).is_some(), "{id}");
        }
        assert!(
            employers
                .iter()
                .any(|employer| employer.rows.organisation.id == entry.organisation)
        );
        assert_eq!(identity.is_some(), entry.kind == EntryKind::Person);
    }
}

#[test]
fn texts_tell_neither_name_nor_employer_nor_place() {
    let reference = reference();
    let (employers, entries) = made(&Plan::default(), &reference);
    let organisations: Vec<_> = employers
        .iter()
        .map(|employer| employer.rows.organisation.name.as_str())
        .collect();

    for Made { entry, .. } in &entries {
        let profile = &entry.profile;
        let texts = [
            &profile.headline.de,
            &profile.headline.en,
            &profile.text.de,
            &profile.text.en,
        ];
        let words: HashSet<&str> = texts
            .iter()
            .flat_map(|text| text.split(|c: char| !c.is_alphabetic()))
            .collect();
        assert!(!names::all().any(|name| words.contains(name)), "{texts:?}");
        assert!(
            !organisations
                .iter()
                .any(|name| texts.iter().any(|text| text.contains(name)))
        );
        let employer = employers
            .iter()
            .find(|employer| employer.rows.organisation.id == entry.organisation);
        let employer = &employer.unwrap().rows.organisation;
        let named = organisations.iter().map(|name| Named {
            name,
            is_employer: *name == employer.name,
        });
        let places = [employer.place.as_str(), entry.profile.base.as_str()];
        let wording = Wording::new(reference.lexicon(), named, places);
        for text in texts {
            assert_eq!(wording.find(text), [], "{text}");
        }
        assert!(
            !profile.headline.de.is_empty() && profile.headline.de.chars().count() <= 160,
            "{texts:?}"
        );
    }
}

#[test]
fn offers_of_all_kinds_stand_and_tell_neither_house_nor_place() {
    let reference = reference();
    let plan = Plan::default();
    let employers = employers(&plan, &reference, NOW);

    let made = offers(&plan, &employers, NOW);

    assert_eq!(made, offers(&plan, &employers, NOW));
    assert_ne!(made, offers(&Plan { seed: 8, ..plan }, &employers, NOW));
    let standing = made
        .iter()
        .filter(|offer| offer.state == OfferState::Published && !offer.is_over(NOW));
    let kinds: HashSet<_> = standing.map(|offer| offer.content.what.kind()).collect();
    assert_eq!(kinds.len(), OfferKind::VARIANTS.len(), "{kinds:?}");
    let houses: HashSet<_> = made.iter().map(|offer| offer.organisation).collect();
    assert!(houses.len() >= 3, "{houses:?}");
    let named = employers.iter().map(|employer| Named {
        name: &employer.rows.organisation.name,
        is_employer: false,
    });
    let wording = Wording::new(reference.lexicon(), named, []);
    for offer in &made {
        let content = &offer.content;
        for text in [&content.title, &content.text, &content.cost_note] {
            assert_eq!(wording.find(&text.de), [], "{text:?}");
            assert_eq!(wording.find(&text.en), [], "{text:?}");
        }
        let terms: Vec<_> = match &content.what {
            What::TeamPackage { skills, .. } => skills.iter().map(|skill| &skill.id).collect(),
            What::Procedure { procedure, .. } => vec![procedure],
            What::Workplaces(_) | What::Devices(_) | What::Capacity(_) => Vec::new(),
        };
        for id in terms {
            assert!(reference.taxonomy.term(id).is_some(), "{id}");
        }
    }
}

#[test]
fn contacts_are_from_ranges_nobody_has() {
    let reference = reference();
    let (_, entries) = made(&Plan::default(), &reference);

    for identity in entries.iter().filter_map(|made| made.identity.as_ref()) {
        assert!(identity.email.ends_with("@example.org"));
        let numbers = [&identity.phone, &identity.mobile].into_iter().flatten();
        let ranges = [
            "+493023125",
            "+492214710",
            "+498999998",
            "+494066969",
            "+496990009",
            "+4917604069",
        ];
        assert!(
            numbers
                .clone()
                .all(|number| ranges.iter().any(|range| number.starts_with(range)))
        );
    }
}

#[test]
fn every_profession_names_known_terms() {
    let reference = reference();

    for archetype in super::archetype::ARCHETYPES {
        for (axis, prefix, names) in [
            (Axis::Role, "role", archetype.roles),
            (Axis::Domain, "domain", archetype.domains),
            (Axis::Product, "product", archetype.products),
            (
                Axis::Certification,
                "certification",
                archetype.certifications,
            ),
        ] {
            for name in names {
                let id = format!("{prefix}:{name}");
                assert!(
                    reference
                        .taxonomy
                        .term(&id)
                        .is_some_and(|term| term.axis == axis),
                    "{id}"
                );
            }
        }
    }
}

#[test]
fn most_persons_take_alerts_at_night() {
    let reference = reference();
    let (_, entries) = made(&Plan::default(), &reference);

    let persons: Vec<_> = entries
        .iter()
        .filter(|made| made.entry.kind == EntryKind::Person)
        .collect();
    let at_night = persons
        .iter()
        .filter(|made| made.entry.profile.night_alerts)
        .count();

    assert!((60..=80).contains(&(at_night * 100 / persons.len())));
}
