//! One entry of the demo.

use std::collections::BTreeMap;

use super::archetype::{ARCHETYPES, Archetype};
use super::chance::Chance;
use super::federation::Employer;
use super::{Plan, names, text};
use crate::clock::Instant;
use crate::experts::{
    Absence, Admission, Alias, Availability, AvailabilityState, Cefr, Certification, Clearance,
    Commitment, Consent, ConsentPurpose, Entry, EntryKind, Evidence, Grade, Identity,
    LanguageSkill, Profile, Release, ReleaseForm, Skill, WorkMode,
};
use crate::ids::ExpertId;
use crate::reference::{Axis, Reference, Term};

/// Different aliases there are.
const ALIASES: u32 = 1 << 25;
/// Odd, so that multiplying by it meets every alias once.
const STRIDE: u32 = 0x9E37_79B1;
/// Percent of entries that are nameless capacities.
const CAPACITIES: u64 = 8;

/// An entry and, of a person, who it is.
pub(super) struct Made {
    pub(super) entry: Entry,
    pub(super) identity: Option<Identity>,
}

/// What entries are made with.
#[derive(Clone, Copy)]
pub(super) struct Maker<'a> {
    pub(super) plan: &'a Plan,
    pub(super) reference: &'a Reference,
    pub(super) employers: &'a [Employer],
    pub(super) now: Instant,
}

impl Maker<'_> {
    /// The entry with this number.
    pub(super) fn make(self, number: usize) -> Made {
        let mut chance = Chance::of(self.plan.seed, "entry", number as u64);
        // The first few belong to the member manager, the very first to the demo's expert.
        let employer = if number < 8 {
            0
        } else {
            chance.weighted(self.employers.iter().map(|employer| employer.weight))
        };
        let employer = &self.employers[employer];
        let archetype =
            &ARCHETYPES[chance.weighted(ARCHETYPES.iter().map(|archetype| archetype.weight))];
        let is_capacity = number >= 8 && chance.percent(CAPACITIES);
        let profile = self.profile(&mut chance, archetype, employer);
        let grade = self.grade(&profile.skills);
        let mut entry = Entry {
            id: ExpertId(chance.uuid()),
            kind: if is_capacity {
                EntryKind::Capacity
            } else {
                EntryKind::Person
            },
            alias: self.alias(number),
            organisation: employer.rows.organisation.id,
            account: None,
            headcount: if is_capacity { chance.small(2..=8) } else { 1 },
            created_at: self.now.plus_days(-chance.within(30..=380)),
            confirmed_at: Some(self.now.plus_days(-confirmed_ago(&mut chance))),
            hidden_since: None,
            version: 1,
            profile,
            availability: self.availability(&mut chance),
            consents: consent(&mut chance, self.now).into_iter().collect(),
            admissions: admission(&mut chance, grade, self.now)
                .into_iter()
                .collect(),
            releases: release(&mut chance, self.now).into_iter().collect(),
            commitments: commitments(&mut chance, self.now),
            on_call: Vec::new(),
            exclusions: Vec::new(),
            skill_changes: Vec::new(),
        };
        if number == 0 {
            self.settle(&mut entry, grade);
        }
        let identity = (!is_capacity).then(|| names::identity(&mut chance, number));
        Made { entry, identity }
    }

    /// The demo's own expert is in good standing.
    fn settle(self, entry: &mut Entry, grade: Grade) {
        entry.confirmed_at = Some(self.now.plus_days(-10));
        let valid_until = self.now.plus_days(300);
        entry.consents = vec![Consent {
            purpose: ConsentPurpose::Matching,
            given_at: self.now.plus_days(-65),
            valid_until,
            withdrawn_at: None,
            text_version: VERSION.to_owned(),
        }];
        entry.admissions = vec![Admission {
            grade,
            from: self.now.plus_days(-60),
            until: self.now.plus_days(900),
            revoked_at: None,
        }];
    }

    fn alias(self, number: usize) -> String {
        let number = u32::try_from(number).unwrap_or_default();
        let seed = u32::try_from(self.plan.seed % u64::from(ALIASES)).unwrap_or_default();
        Alias::from_number(number.wrapping_mul(STRIDE).wrapping_add(seed) % ALIASES).to_string()
    }

    fn grade(self, skills: &[Skill]) -> Grade {
        let is_extended = skills
            .iter()
            .filter_map(|skill| self.reference.taxonomy.term(&skill.id))
            .any(Term::needs_extended_admission);
        if is_extended {
            Grade::Extended
        } else {
            Grade::Basic
        }
    }

    fn profile(self, chance: &mut Chance, archetype: &Archetype, employer: &Employer) -> Profile {
        let skills = self.skills(chance, archetype);
        let (headline, text) = text::compose(chance, &self.reference.taxonomy, &skills);
        let modes = [
            (55, WorkMode::Either),
            (25, WorkMode::OnSite),
            (20, WorkMode::Remote),
        ];
        let home = chance.weighted(employer.homes.iter().map(|(weight, _)| *weight));
        let base = employer
            .homes
            .get(home)
            .map_or(employer.rows.organisation.place.clone(), |(_, ags)| {
                ags.to_string()
            });
        Profile {
            headline,
            text,
            skills,
            certifications: self.certifications(chance, archetype),
            languages: languages(chance),
            base,
            radius_km: chance.of_table(&[(15, 60), (30, 120), (25, 250), (20, 400), (10, 900)]),
            mode: chance.of_table(&modes),
            max_days: chance.of_table(&[(20, 5), (40, 10), (30, 14), (10, 30)]),
            notice_hours: chance.of_table(&[(50, 0), (30, 4), (20, 24)]),
            clearance: clearance(chance, self.now),
            night_alerts: chance.percent(70),
        }
    }

    fn skills(self, chance: &mut Chance, archetype: &Archetype) -> Vec<Skill> {
        let seniority = chance.of_table(&[(20, 2_u8), (45, 3), (35, 4)]);
        let mut levels: BTreeMap<String, u8> = BTreeMap::new();
        let named = |axis: &str, names: &[&'static str]| -> Vec<String> {
            names.iter().map(|name| format!("{axis}:{name}")).collect()
        };
        for (position, id) in named("role", archetype.roles).into_iter().enumerate() {
            levels.insert(id, below(chance, seniority, position));
        }
        for (position, id) in named("domain", archetype.domains).into_iter().enumerate() {
            if position < 2 || chance.percent(60) {
                levels.insert(id, below(chance, seniority, position));
            }
        }
        for id in chance.some(archetype.products, 3) {
            levels.insert(format!("product:{id}"), below(chance, seniority, 1));
        }
        for id in self.procedures(chance, archetype.procedures) {
            levels.insert(id, below(chance, seniority, 0));
        }
        let known = levels
            .into_iter()
            .filter(|(id, _)| self.reference.taxonomy.term(id).is_some());
        known
            .map(|(id, level)| Skill {
                id,
                level,
                evidence: evidence(chance),
            })
            .collect()
    }

    /// Procedures, and a product that is used for the first of them.
    fn procedures(self, chance: &mut Chance, count: usize) -> Vec<String> {
        if count == 0 {
            return Vec::new();
        }
        let taxonomy = &self.reference.taxonomy;
        let all: Vec<&Term> = taxonomy
            .axis(Axis::Procedure)
            .filter(|term| term.parent.is_some())
            .collect();
        let chosen: Vec<String> = chance
            .some(&all, count)
            .into_iter()
            .map(|term| term.id.clone())
            .collect();
        let serves = |term: &&Term| {
            let used_for = term
                .attributes
                .get("used_for")
                .and_then(serde_json::Value::as_str)
                .unwrap_or_default();
            used_for
                .split('|')
                .any(|id| chosen.iter().any(|chosen| chosen == id))
        };
        let products: Vec<&Term> = taxonomy.axis(Axis::Product).filter(serves).collect();
        let products: Vec<String> = chance
            .some(&products, 2)
            .into_iter()
            .map(|term| term.id.clone())
            .collect();
        chosen.into_iter().chain(products).collect()
    }

    fn certifications(self, chance: &mut Chance, archetype: &Archetype) -> Vec<Certification> {
        let count = chance.position(3);
        let chosen = chance.some(archetype.certifications, count);
        let held = chosen.into_iter().filter_map(|name| {
            self.reference
                .taxonomy
                .term(&format!("certification:{name}"))
        });
        held.map(|term| {
            let months = term
                .attributes
                .get("validity_months")
                .and_then(serde_json::Value::as_str)
                .and_then(|text| text.parse::<i64>().ok());
            let issued = self.now.plus_days(-chance.within(30..=1_200));
            Certification {
                id: term.id.clone(),
                issued_on: Some(issued.date()),
                valid_until: months.map(|months| issued.plus_days(months * 30).date()),
            }
        })
        .collect()
    }

    fn availability(self, chance: &mut Chance) -> Availability {
        use AvailabilityState::{
            Later, Now, RemoteOnly, Unavailable, Within24Hours, Within72Hours,
        };
        let states = [
            (42, Now),
            (22, Within24Hours),
            (14, Within72Hours),
            (8, Later),
            (9, RemoteOnly),
            (5, Unavailable),
        ];
        let state = chance.of_table(&states);
        let from = (state == Later).then(|| self.now.plus_days(chance.within(4..=30)).date());
        let absences = chance.percent(20).then(|| {
            let first = self.now.plus_days(chance.within(-5..=40));
            Absence {
                first_day: first.date(),
                last_day: first.plus_days(chance.within(1..=14)).date(),
            }
        });
        let weekdays = if chance.percent(75) {
            (1..=7).collect()
        } else {
            (1..=5).collect()
        };
        Availability {
            state,
            from,
            weekdays,
            absences: absences.into_iter().collect(),
        }
    }
}

/// Version of the consent text in the demo.
const VERSION: &str = "2026-11";

/// The main skill at full seniority, what comes after it mostly a little lower.
fn below(chance: &mut Chance, seniority: u8, position: usize) -> u8 {
    let lower =
        u8::from(position > 0 && chance.percent(45)) + u8::from(position > 2 && chance.percent(40));
    seniority.saturating_sub(lower).max(1)
}

fn evidence(chance: &mut Chance) -> Evidence {
    chance.of_table(&[
        (45, Evidence::SelfDeclared),
        (38, Evidence::Employer),
        (10, Evidence::Certified),
        (7, Evidence::Deployment),
    ])
}

fn languages(chance: &mut Chance) -> Vec<LanguageSkill> {
    let mut spoken = vec![LanguageSkill {
        id: "de".to_owned(),
        cefr: chance.of_table(&[(90, Cefr::C2), (8, Cefr::C1), (2, Cefr::B1)]),
    }];
    if chance.percent(70) {
        let cefr = chance.of_table(&[
            (20, Cefr::B1),
            (40, Cefr::B2),
            (30, Cefr::C1),
            (10, Cefr::C2),
        ]);
        spoken.push(LanguageSkill {
            id: "en".to_owned(),
            cefr,
        });
    }
    if chance.percent(15) {
        let id = *chance.pick(&["fr", "pl", "tr", "nl", "ru", "es"]);
        spoken.push(LanguageSkill {
            id: id.to_owned(),
            cefr: chance.of_table(&[(50, Cefr::B1), (50, Cefr::C1)]),
        });
    }
    spoken
}

fn clearance(chance: &mut Chance, now: Instant) -> Clearance {
    let level = chance.of_table(&[(80, 0_u8), (13, 1), (6, 2), (1, 3)]);
    Clearance {
        level,
        valid_until: (level > 0).then(|| now.plus_days(chance.within(-60..=1_500)).date()),
        office: (level > 0).then(|| "Geheimschutzbeauftragte des Arbeitgebers".to_owned()),
    }
}

fn confirmed_ago(chance: &mut Chance) -> i64 {
    match chance.below(100) {
        0..80 => chance.within(0..=120),
        80..96 => chance.within(121..=364),
        _ => chance.within(366..=420),
    }
}

fn consent(chance: &mut Chance, now: Instant) -> Option<Consent> {
    let given_at = now.plus_days(-if chance.percent(96) {
        chance.within(5..=360)
    } else {
        chance.within(366..=400)
    });
    let withdrawn_at = chance.percent(2).then(|| now.plus_days(-2));
    let consent = Consent {
        purpose: ConsentPurpose::Matching,
        given_at,
        valid_until: given_at.plus_days(365),
        withdrawn_at,
        text_version: VERSION.to_owned(),
    };
    chance.percent(98).then_some(consent)
}

fn admission(chance: &mut Chance, grade: Grade, now: Instant) -> Option<Admission> {
    let from = now.plus_days(-chance.within(10..=940));
    let admission = Admission {
        grade,
        from,
        until: from.plus_days(chance.within(913..=1_095)),
        revoked_at: None,
    };
    chance.percent(95).then_some(admission)
}

fn release(chance: &mut Chance, now: Instant) -> Option<Release> {
    let form = chance.of_table(&[(70, ReleaseForm::Standing), (30, ReleaseForm::EachTime)]);
    let days_a_year = (form == ReleaseForm::Standing).then(|| chance.small(10..=40));
    let from = now.plus_days(-chance.within(30..=300));
    let release = Release {
        form,
        days_a_year,
        from,
        until: from.plus_days(3 * 365),
        withdrawn_at: None,
    };
    chance.percent(96).then_some(release)
}

fn commitments(chance: &mut Chance, now: Instant) -> Vec<Commitment> {
    let mut commitments = Vec::new();
    if chance.percent(12) {
        let from = now.plus_days(-chance.within(15..=80));
        commitments.push(Commitment {
            from,
            until: from.plus_days(chance.within(1..=7)),
        });
    }
    if chance.percent(4) {
        let from = now.plus_days(-chance.within(0..=3));
        commitments.push(Commitment {
            from,
            until: from.plus_days(chance.within(4..=10)),
        });
    }
    commitments
}
