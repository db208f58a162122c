//! A generated register: the same on every run.

use std::collections::BTreeSet;

use kataster::matching::model::ask::{
    Ask, Headcount, Lands, Need, NeedSkill, Phase, Sight, WorkPlace,
};
use search_index::{
    Availability, Axis, Cefr, EntryKind, Evidence, ExpertDocument, Instant, LanguageSkill,
    Localised, Place, Readiness, Skill, Standing, Term, TermOrd, Vocabulary, WorkMode, unit_vector,
};
use uuid::Uuid;

const NOW: Instant = 1_764_576_000;
const DAY: Instant = 86_400;
const ROLES: u32 = 20;
const DOMAINS: u32 = 60;
const PRODUCTS: u32 = 80;

/// Numbers that look random and never change.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from(((mixed >> 32) * u64::from(bound)) >> 32).unwrap_or(0)
    }

    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(u32::try_from(from.len()).unwrap_or(1)) as usize]
    }
}

/// Roles, domains in families of four, products, German.
pub(crate) fn vocabulary() -> Vocabulary {
    let term = |id: String, axis, parent| Term {
        label: Localised {
            de: id.clone(),
            en: id.clone(),
        },
        id,
        axis,
        parent,
        synonyms: Vec::new(),
        is_privileged: false,
    };
    let mut terms = Vec::new();
    terms.extend((0..ROLES).map(|n| term(format!("role:{n}"), Axis::Role, None)));
    terms.extend((0..DOMAINS).map(|n| {
        let parent = (n % 4 != 0).then(|| format!("domain:{}", n / 4 * 4));
        term(format!("domain:{n}"), Axis::Domain, parent)
    }));
    terms.extend((0..PRODUCTS).map(|n| term(format!("product:{n}"), Axis::Product, None)));
    terms.push(term("de".into(), Axis::Language, None));
    Vocabulary::new(terms).unwrap()
}

pub(crate) fn documents(count: usize, vocabulary: &Vocabulary) -> Vec<ExpertDocument> {
    let mut dice = Dice::new(7);
    (1..)
        .take(count)
        .map(|id| document(id, &mut dice, vocabulary))
        .collect()
}

fn document(id: u128, dice: &mut Dice, vocabulary: &Vocabulary) -> ExpertDocument {
    let always = Some((NOW - 300 * DAY, NOW + 700 * DAY));
    let land = u8::try_from(1 + dice.below(16)).unwrap();
    ExpertDocument {
        id: Uuid::from_u128(id),
        alias: format!("K-{id:05}"),
        kind: if dice.chance(10) {
            EntryKind::Capacity
        } else {
            EntryKind::Person
        },
        headcount: 1,
        organisation: Uuid::from_u128(1_000_000 + u128::from(dice.below(500))),
        employer_kind: "it_provider".into(),
        employer_land: land,
        headline: Localised {
            de: "Fachkraft für IT-Sicherheit".into(),
            en: String::new(),
        },
        text: Localised::default(),
        skills: skills(dice, vocabulary),
        certifications: Vec::new(),
        languages: vec![LanguageSkill {
            term: vocabulary.ord("de").unwrap(),
            cefr: if dice.chance(97) { Cefr::C2 } else { Cefr::B1 },
        }],
        clearance: dice.pick(&[0, 0, 1, 2]),
        clearance_until: None,
        base: Place {
            land,
            kreis: u32::from(land) * 1_000,
            lat: 47.5 + f64::from(dice.below(700)) / 100.0,
            lon: 6.5 + f64::from(dice.below(800)) / 100.0,
        },
        radius_km: dice.pick(&[60, 120, 200, 350, 900]),
        mode: dice.pick(&[
            WorkMode::OnSite,
            WorkMode::Remote,
            WorkMode::Either,
            WorkMode::Either,
        ]),
        max_days: dice.pick(&[3, 7, 14, 30]),
        notice_hours: dice.pick(&[0, 0, 4, 24]),
        availability: availability(dice),
        standing: Standing {
            admitted: always.filter(|_| dice.chance(90)),
            consent: always.filter(|_| dice.chance(95)),
            confirmed_at: Some(NOW - i64::from(dice.below(400)) * DAY),
            participation_from: Some(NOW - 200 * DAY),
            released: always,
            days_left: dice.pick(&[None, Some(5), Some(20), Some(40)]),
            days_left_then: None,
            struck_since: None,
        },
        blocks: vec![Uuid::from_u128(9); usize::from(dice.chance(2))],
        response: 10_000,
    }
}

fn skills(dice: &mut Dice, vocabulary: &Vocabulary) -> Vec<Skill> {
    let mut terms = BTreeSet::new();
    for (axis, most, count) in [
        ("role", ROLES, 2),
        ("domain", DOMAINS, 6),
        ("product", PRODUCTS, 5),
    ] {
        for _ in 0..=dice.below(count) {
            terms.insert(
                vocabulary
                    .ord(&format!("{axis}:{}", dice.below(most)))
                    .unwrap(),
            );
        }
    }
    let evidence = [
        Evidence::SelfDeclared,
        Evidence::Employer,
        Evidence::Certified,
        Evidence::Deployment,
    ];
    let skill = |term: TermOrd| Skill {
        term,
        level: dice.pick(&[1, 2, 3, 3, 4]),
        evidence: dice.pick(&evidence),
    };
    terms.into_iter().map(skill).collect()
}

fn availability(dice: &mut Dice) -> Availability {
    let period = |dice: &mut Dice, earliest: i64| {
        let start = NOW + (i64::from(dice.below(100)) + earliest) * DAY;
        (start, start + i64::from(1 + dice.below(14)) * DAY)
    };
    let readiness = [
        Readiness::Now,
        Readiness::Now,
        Readiness::Within24Hours,
        Readiness::Within72Hours,
        Readiness::RemoteOnly,
    ];
    Availability {
        readiness: dice.pick(&readiness),
        from: None,
        weekdays: dice.pick(&[0b001_1111, 0b111_1111]),
        absences: if dice.chance(30) {
            vec![period(dice, 0)]
        } else {
            Vec::new()
        },
        commitments: if dice.chance(30) {
            vec![period(dice, -85)]
        } else {
            Vec::new()
        },
        on_call: if dice.chance(10) {
            vec![period(dice, 0)]
        } else {
            Vec::new()
        },
    }
}

/// A request from the middle of Germany for a week.
pub(crate) fn request() -> Ask {
    Ask {
        lands: Lands::EACH,
        sight: Sight::Everything,
        place: unit_vector(51.48, 11.97),
        land: 15,
        from: NOW,
        days: 7,
        phase: Phase::Acute,
        now: NOW,
        requesters: vec![Uuid::from_u128(9)],
        conflicted: (0..20)
            .map(|number| Uuid::from_u128(1_000_000 + number))
            .collect(),
        tie_key: [3; 32],
    }
}

/// Eight needs: a role or domain required, two domains and a product wished for.
pub(crate) fn needs(vocabulary: &Vocabulary) -> Vec<Need> {
    let skill = |id: String, min_level, required| {
        let term = vocabulary.ord(&id).unwrap();
        NeedSkill {
            term,
            axis: vocabulary.term(term).axis,
            min_level,
            required,
        }
    };
    let required = |n: u32| {
        if n.is_multiple_of(2) {
            format!("role:{n}")
        } else {
            format!("domain:{}", n * 4)
        }
    };
    let places = [
        WorkPlace::OnSite,
        WorkPlace::Either,
        WorkPlace::Remote,
        WorkPlace::OnSite,
    ];
    (0..8)
        .map(|n| Need {
            label: Localised {
                de: format!("Bedarf {n}"),
                en: format!("Need {n}"),
            },
            skills: vec![
                skill(required(n), 3, true),
                skill(format!("domain:{}", n * 7), 3, false),
                skill(format!("domain:{}", n * 5 + 1), 2, false),
                skill(format!("product:{n}"), 2, false),
            ],
            headcount: Headcount { min: 1, desired: 2 },
            place: places[n as usize % places.len()],
            languages: vec![vocabulary.ord("de").unwrap()],
            clearance: 0,
            days: None,
            first_call: false,
        })
        .collect()
}
