//! What is exported and imported again changes nothing, whatever stands in it.

use std::sync::{Arc, LazyLock};

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use strum::VariantArray;

use super::plan::{Outcome, Progress, columns, plan};
use crate::clock::Instant;
use crate::exchange::exports::table;
use crate::exchange::sheet;
use crate::experts::{
    Absence, Alias, Availability, AvailabilityState, Cefr, Certification, Clearance, Entry,
    EntryKind, Evidence, Examiner, Identity, Known, LanguageSkill, Profile, Release, ReleaseForm,
    Skill, WorkMode,
};
use crate::ids::{ExpertId, OrganisationId};
use crate::reference::{
    Axis, Level, Reference, Regions, Text, derive_administrations, parse_postcodes, parse_regions,
    shipped_taxonomy,
};
use crate::spreadsheet::to_csv;

static REFERENCE: LazyLock<Arc<Reference>> = LazyLock::new(|| {
    let regions = parse_regions(migration::reference::REGIONS).unwrap();
    let postcodes = parse_postcodes(migration::reference::POSTCODES).unwrap();
    let administrations = derive_administrations(&regions);
    Arc::new(Reference {
        regions: Regions::build(regions, postcodes, administrations)
            .unwrap()
            .into(),
        groups: Vec::new(),
        contacts: Vec::new(),
        taxonomy: shipped_taxonomy().unwrap().into(),
        texts: crate::reference::Texts::shipped(),
        words: Arc::default(),
    })
});

fn now() -> Instant {
    serde_json::from_str("\"2026-11-23T08:00:00Z\"").unwrap()
}

fn ids(axes: &'static [Axis]) -> Vec<String> {
    let terms = REFERENCE.taxonomy.terms().iter();
    let terms = terms.filter(|term| axes.contains(&term.axis));
    terms.map(|term| term.id.clone()).collect()
}

fn places() -> Vec<String> {
    let of = |level| {
        REFERENCE
            .regions
            .at_level(level)
            .map(|region| region.ags.to_string())
    };
    of(Level::Gemeinde)
        .step_by(97)
        .chain(of(Level::Kreis).step_by(7))
        .collect()
}

/// Words as people and spreadsheets write them, those that look like formulas, quotes or separators most of all.
fn words(most: usize) -> impl Strategy<Value = String> {
    let odd = "[=+@'\"\t-]{0,2}[ -~äöüÄÖÜß€🚒\n;,|:]{0,30}";
    (odd, any::<bool>()).prop_map(move |(text, is_windows)| {
        let text = if is_windows {
            text.replace('\n', "\r\n")
        } else {
            text
        };
        text.chars().take(most).collect()
    })
}

fn named(most: usize) -> impl Strategy<Value = String> {
    words(most).prop_map(|text| {
        if text.trim().is_empty() {
            "Name".to_owned()
        } else {
            text
        }
    })
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..20_000_u64).prop_map(|days| NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + Days::new(days))
}

fn identity() -> impl Strategy<Value = Identity> {
    let number = || {
        option::of(prop_oneof![
            "\\+49171[0-9]{7}",
            "030 [0-9]{4,6}",
            "0[1-9]{3}/[0-9]{5}"
        ])
    };
    (
        named(80),
        named(80),
        "[a-z]{1,9}@example\\.org",
        number(),
        number(),
    )
        .prop_map(|(given_name, family_name, email, phone, mobile)| Identity {
            given_name,
            family_name,
            email,
            phone,
            mobile,
        })
}

fn skills() -> impl Strategy<Value = Vec<Skill>> {
    let evidence = prop_oneof![
        Just(Evidence::SelfDeclared),
        Just(Evidence::Employer),
        Just(Evidence::Certified)
    ];
    subsequence(ids(&Axis::SKILLS), 1..=60).prop_flat_map(move |ids| {
        let count = ids.len();
        (Just(ids), vec((1..=4_u8, evidence.clone()), count)).prop_map(|(ids, known)| {
            let skills = ids.into_iter().zip(known);
            skills
                .map(|(id, (level, evidence))| Skill {
                    id,
                    level,
                    evidence,
                })
                .collect()
        })
    })
}

fn certifications() -> impl Strategy<Value = Vec<Certification>> {
    subsequence(ids(&[Axis::Certification]), 0..=20).prop_flat_map(|ids| {
        let count = ids.len();
        (
            Just(ids),
            vec((option::of(day()), option::of(day())), count),
        )
            .prop_map(|(ids, days)| {
                let held = ids.into_iter().zip(days);
                held.map(|(id, (issued_on, valid_until))| Certification {
                    id,
                    issued_on,
                    valid_until,
                })
                .collect()
            })
    })
}

fn availability() -> impl Strategy<Value = Availability> {
    let absence = (day(), 0..40_u64).prop_map(|(first_day, days)| Absence {
        first_day,
        last_day: first_day + Days::new(days),
    });
    (
        any::<Index>(),
        day(),
        subsequence((1..=7).collect::<Vec<u8>>(), 1..=7),
        vec(absence, 0..5),
    )
        .prop_map(|(state, from, weekdays, absences)| {
            let state = AvailabilityState::VARIANTS[state.index(AvailabilityState::VARIANTS.len())];
            Availability {
                state,
                from: (state == AvailabilityState::Later).then_some(from),
                weekdays,
                absences,
            }
        })
}

fn profile() -> impl Strategy<Value = Profile> {
    let language = subsequence(ids(&[Axis::Language]), 0..=5).prop_map(|ids| {
        let spoken = ids
            .into_iter()
            .zip([Cefr::A1, Cefr::B2, Cefr::C2].into_iter().cycle());
        spoken
            .map(|(id, cefr)| LanguageSkill { id, cefr })
            .collect::<Vec<_>>()
    });
    let texts = (named(160), words(160), words(4_000), words(4_000));
    let mode = prop_oneof![
        Just(WorkMode::OnSite),
        Just(WorkMode::Remote),
        Just(WorkMode::Either)
    ];
    let work = (
        any::<Index>(),
        0..=1_500_u16,
        mode,
        (1..=180_u16, 0..=168_u16),
        (0..=3_u8, option::of(day()), option::of("[A-Z][a-z]{2,30}")),
    );
    (texts, skills(), certifications(), language, work).prop_map(
        |(
            (headline, headline_en, text, text_en),
            skills,
            certifications,
            languages,
            (base, radius_km, mode, (max_days, notice_hours), (level, until, office)),
        )| {
            let places = places();
            Profile {
                headline: Text {
                    de: headline,
                    en: headline_en,
                },
                text: Text {
                    de: text,
                    en: text_en,
                },
                skills,
                certifications,
                languages,
                base: places[base.index(places.len())].clone(),
                radius_km,
                mode,
                max_days,
                notice_hours,
                clearance: Clearance {
                    level,
                    valid_until: until.filter(|_| level > 0),
                    office: office.filter(|_| level > 0),
                },
                night_alerts: false,
            }
        },
    )
}

fn known(organisation: OrganisationId) -> impl Strategy<Value = Known> {
    let form = prop_oneof![Just(ReleaseForm::Standing), Just(ReleaseForm::EachTime)];
    let release = option::of((form, option::of(1..=366_u16)));
    (
        profile(),
        availability(),
        option::of(identity()),
        1..=500_u16,
        release,
    )
        .prop_map(
            move |(profile, availability, identity, headcount, release)| {
                let kind = if identity.is_some() {
                    EntryKind::Person
                } else {
                    EntryKind::Capacity
                };
                let release = release.map(|(form, days_a_year)| Release {
                    form,
                    days_a_year,
                    from: now().plus_days(-3),
                    until: now().plus_days(300),
                    withdrawn_at: None,
                });
                let entry = Entry {
                    id: ExpertId::random(),
                    kind,
                    alias: Alias::random().to_string(),
                    organisation,
                    account: None,
                    headcount: if kind == EntryKind::Person {
                        1
                    } else {
                        headcount
                    },
                    created_at: now(),
                    confirmed_at: None,
                    hidden_since: None,
                    version: 1,
                    profile,
                    availability,
                    consents: Vec::new(),
                    admissions: Vec::new(),
                    releases: release.into_iter().collect(),
                    commitments: Vec::new(),
                    on_call: Vec::new(),
                    exclusions: Vec::new(),
                    skill_changes: Vec::new(),
                };
                Known { entry, identity }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_exported_and_imported_again_changes_nothing(
        roll in vec(known(OrganisationId(uuid::Uuid::nil())), 1..6),
    ) {
        let examiner = Examiner::new(REFERENCE.clone(), OrganisationId(uuid::Uuid::nil()), Vec::new());

        let text = table(&REFERENCE, &roll, now());
        let sheet = sheet::read(text.as_bytes()).unwrap();
        let mapping = columns(&sheet.header).unwrap();
        let plan = plan((&sheet, &mapping), (&examiner, &roll), now(), &Progress::default());

        prop_assert_eq!(&plan.errors, &Vec::new());
        prop_assert_eq!(plan.items.len(), roll.len());
        for (item, known) in plan.items.iter().zip(&roll) {
            if let Outcome::Changed(_, _) = &item.outcome {
                prop_assert!(false, "{:?} became {:?}", known.as_new(now()), item.outcome);
            }
            prop_assert!(matches!(item.outcome, Outcome::Same));
        }
    }

    #[test]
    fn any_table_is_checked_without_a_panic(
        header in vec(prop_oneof!["Kennung|Art|Vorname|Nachname|E-Mail|Fähigkeiten|Ort|Abwesend|Wochentage|Zertifikate|Sprachen|Freigabe|Umkreis|Personenzahl", ".{0,12}"], 1..12),
        rows in vec(vec(prop_oneof!["Person|Kapazität|Veeam:3|Deutsch:C2|Köln|Mo-Fr|15082180|1.1.2027|CISSP:|:|,,;|-", ".{0,20}"], 1..12), 1..4),
    ) {
        let examiner = Examiner::new(REFERENCE.clone(), OrganisationId(uuid::Uuid::nil()), Vec::new());
        let rows = rows.iter().map(|row| row.iter().map(String::as_str).collect::<Vec<_>>());
        let text = to_csv(std::iter::once(header.iter().map(String::as_str).collect()).chain(rows));

        if let Ok(sheet) = sheet::read(text.as_bytes()) && let Ok(mapping) = columns(&sheet.header) {
            let plan = plan((&sheet, &mapping), (&examiner, &[]), now(), &Progress::default());
            prop_assert_eq!(plan.items.len(), sheet.rows.len());
        }
    }
}
