//! Registers for tests: documents that vary, and snapshots of them.

use proptest::collection::vec;
use proptest::prelude::*;
use search_index::{
    Availability, Axis, Cefr, EntryKind, Evidence, ExpertDocument, Index, LanguageSkill, Localised,
    Place, Readiness, Skill, Snapshot, Standing, Term, TermOrd, Vocabulary, WorkMode,
};
use std::sync::Arc;
use uuid::Uuid;

use super::model::window::DAY;
use super::sample::NOW;

pub(crate) const FORENSICS: TermOrd = TermOrd(0);
pub(crate) const IDENTITY: TermOrd = TermOrd(1);
pub(crate) const DIRECTORY: TermOrd = TermOrd(2);
pub(crate) const RECOVERY: TermOrd = TermOrd(3);
pub(crate) const ACCESS: TermOrd = TermOrd(4);
pub(crate) const VEEAM: TermOrd = TermOrd(5);
pub(crate) const GERMAN: TermOrd = TermOrd(6);

/// A role, a tree of domains three deep, a product and a language.
pub(crate) fn vocabulary() -> Vocabulary {
    let term = |id: &str, axis, parent: Option<&str>, de: &str| Term {
        id: id.into(),
        axis,
        parent: parent.map(Into::into),
        label: Localised {
            de: de.into(),
            en: String::new(),
        },
        synonyms: Vec::new(),
        is_privileged: false,
    };
    let terms = vec![
        term("role:forensics", Axis::Role, None, "IT-Forensik"),
        term("domain:identity", Axis::Domain, None, "Identitäten"),
        term(
            "domain:directory",
            Axis::Domain,
            Some("domain:identity"),
            "Verzeichnisdienste",
        ),
        term(
            "domain:recovery",
            Axis::Domain,
            Some("domain:directory"),
            "Wiederherstellung",
        ),
        term(
            "domain:access",
            Axis::Domain,
            Some("domain:identity"),
            "Zugänge",
        ),
        term("product:veeam", Axis::Product, None, "Veeam"),
        term("de", Axis::Language, None, "Deutsch"),
    ];
    Vocabulary::new(terms).unwrap()
}

/// A person in Halle who leads in forensics, speaks German and is free.
pub(crate) fn document(id: u128) -> ExpertDocument {
    let always = Some((NOW - 100 * DAY, NOW + 1_000 * DAY));
    ExpertDocument {
        id: Uuid::from_u128(id),
        alias: format!("K-{id:05}"),
        kind: EntryKind::Person,
        headcount: 1,
        organisation: Uuid::from_u128(1_000),
        employer_kind: "it_provider".into(),
        employer_land: 15,
        headline: Localised::default(),
        text: Localised::default(),
        skills: vec![skill(FORENSICS, 4)],
        certifications: Vec::new(),
        languages: vec![LanguageSkill {
            term: GERMAN,
            cefr: Cefr::C2,
        }],
        clearance: 0,
        clearance_until: None,
        base: Place {
            land: 15,
            kreis: 15_002,
            lat: 51.48,
            lon: 11.97,
        },
        radius_km: 200,
        mode: WorkMode::Either,
        max_days: 60,
        notice_hours: 0,
        availability: Availability {
            readiness: Readiness::Now,
            from: None,
            weekdays: 0b0111_1111,
            absences: Vec::new(),
            commitments: Vec::new(),
            on_call: Vec::new(),
        },
        standing: Standing {
            admitted: always,
            consent: always,
            confirmed_at: Some(NOW),
            participation_from: Some(NOW - 100 * DAY),
            released: always,
            days_left: None,
            days_left_then: None,
            struck_since: None,
        },
        blocks: Vec::new(),
        response: 10_000,
    }
}

/// A certified skill.
pub(crate) fn skill(term: TermOrd, level: u8) -> Skill {
    Skill {
        term,
        level,
        evidence: Evidence::Certified,
    }
}

fn any_skills() -> impl Strategy<Value = Vec<Skill>> {
    let evidence = prop_oneof![
        Just(Evidence::SelfDeclared),
        Just(Evidence::Employer),
        Just(Evidence::Deployment)
    ];
    let held = (0..VEEAM.0 + 1, 1..=4u8, evidence);
    vec(held, 0..5).prop_map(|held| {
        let mut skills: Vec<Skill> = held
            .into_iter()
            .map(|(term, level, evidence)| Skill {
                term: TermOrd(term),
                level,
                evidence,
            })
            .collect();
        skills.sort_by_key(|skill| skill.term);
        skills.dedup_by_key(|skill| skill.term);
        skills
    })
}

prop_compose! {
    /// Any entry of the register; the id is to be set.
    fn any_document()(
        skills in any_skills(),
        mode in prop_oneof![Just(WorkMode::OnSite), Just(WorkMode::Remote), Just(WorkMode::Either)],
        readiness in prop_oneof![Just(Readiness::Now), Just(Readiness::Within72Hours), Just(Readiness::RemoteOnly)],
        admitted in prop::bool::weighted(0.9),
        days_left in prop::option::weighted(0.3, 0..10u16),
        organisation in 1_000..1_005u128,
        blocked in prop::bool::weighted(0.1),
        lat in 50.0..53.0f64,
        cefr in prop_oneof![1 => Just(Cefr::B1), 4 => Just(Cefr::C1)],
        heads in 1..4u16,
        commitment in prop::option::weighted(0.3, -30..20i64),
        duty in prop::option::weighted(0.3, -3..10i64),
    ) -> ExpertDocument {
        let mut entry = document(0);
        entry.skills = skills;
        entry.mode = mode;
        entry.availability.readiness = readiness;
        entry.standing.admitted = entry.standing.admitted.filter(|_| admitted);
        entry.standing.days_left = days_left;
        entry.organisation = Uuid::from_u128(organisation);
        entry.blocks = vec![Uuid::from_u128(200); usize::from(blocked)];
        entry.base.lat = lat;
        entry.languages[0].cefr = cefr;
        entry.headcount = heads;
        entry.kind = if heads > 1 { EntryKind::Capacity } else { EntryKind::Person };
        entry.availability.commitments =
            commitment.map(|day| (NOW + day * DAY, NOW + (day + 3) * DAY)).into_iter().collect();
        entry.availability.on_call =
            duty.map(|day| (NOW + day * DAY, NOW + (day + 2) * DAY)).into_iter().collect();
        entry
    }
}

/// Any register of up to so many entries, each with its own id.
pub(crate) fn any_documents(most: usize) -> impl Strategy<Value = Vec<ExpertDocument>> {
    vec(any_document(), 0..most).prop_map(|mut documents| {
        for (id, document) in (1..).zip(&mut documents) {
            document.id = Uuid::from_u128(id);
        }
        documents
    })
}

/// The documents as a snapshot of two commits. Its folder is gone afterwards; the snapshot does not
/// need it.
pub(crate) fn snapshot(documents: &[ExpertDocument]) -> Snapshot {
    let folder = tempfile::tempdir().unwrap();
    let opened = Index::open(folder.path(), Arc::new(vocabulary())).unwrap();
    let mut writer = opened.index.writer().unwrap();
    let (first, second) = documents.split_at(documents.len() / 2);
    for (position, part) in (1..).zip([first, second]) {
        for document in part {
            writer.upsert(document).unwrap();
        }
        writer.commit(position).unwrap();
    }
    opened.index.snapshot()
}
