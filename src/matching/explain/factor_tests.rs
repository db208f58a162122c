//! The words of each factor.

use search_index::{Axis, Evidence, Localised, Readiness, Term, Vocabulary, WorkMode};

use super::factor;
use crate::matching::model::ask::{Demand, Need, WorkPlace};
use crate::matching::model::factors::Factor;
use crate::matching::model::skill::{Claim, Claims};
use crate::matching::model::window::DAY;
use crate::matching::sample::{NOW, Sample, ask, asked, holding, need, sample};

fn vocabulary() -> Vocabulary {
    let term = |id: &str, axis, de: &str, en: &str| Term {
        id: id.into(),
        axis,
        parent: None,
        label: Localised {
            de: de.into(),
            en: en.into(),
        },
        synonyms: Vec::new(),
        is_privileged: false,
    };
    let terms = vec![
        term(
            "role:forensics",
            Axis::Role,
            "IT-Forensik",
            "Digital forensics",
        ),
        term("domain:network", Axis::Domain, "Netzwerke", "Networks"),
        term("product:veeam", Axis::Product, "Veeam", ""),
    ];
    Vocabulary::new(terms).unwrap()
}

fn words(of: Factor, sample: &Sample, need: &Need) -> Localised {
    let ask = ask();
    factor(
        of,
        &sample.candidate(),
        &Demand::new(&ask, need),
        &vocabulary(),
    )
}

#[test]
fn skills_are_told_by_level_and_evidence() {
    let need = Need {
        skills: vec![
            asked(0, Axis::Role, true),
            asked(1, Axis::Domain, false),
            asked(2, Axis::Product, false),
        ],
        ..need()
    };
    let related = Claims {
        broader: Some(Claim {
            level: 2,
            evidence: Evidence::Employer,
        }),
        ..Claims::default()
    };
    let entry = sample().claims(vec![
        holding(3, Evidence::Employer),
        related,
        Claims::default(),
    ]);

    let skill = words(Factor::Skill, &entry, &need);

    assert_eq!(
        skill.de,
        "IT-Forensik: Stufe 3, vom Arbeitgeber bestätigt; Netzwerke: verwandte Fähigkeit, Stufe 2"
    );
    assert_eq!(
        skill.en,
        "Digital forensics: level 3, confirmed by the employer; Networks: a related skill, level 2"
    );
    assert_eq!(
        words(Factor::Product, &entry, &need).en,
        "Veeam: not stated"
    );
}

#[test]
fn the_road_is_told_in_steps_of_ten_minutes() {
    let entry = sample().km(50);

    assert_eq!(
        words(Factor::Travel, &entry, &need()).de,
        "Anfahrt etwa 1 h 20 min"
    );
}

#[test]
fn who_helps_from_afar_is_not_told_a_road() {
    let either = Need {
        place: WorkPlace::Either,
        ..need()
    };

    assert_eq!(
        words(Factor::Travel, &sample().mode(WorkMode::Remote), &either).de,
        "Hilft aus der Ferne, ohne Anfahrt"
    );
    assert_eq!(
        words(Factor::Travel, &sample(), &either).en,
        "Helps remotely or on site, about 40 min by road"
    );
}

#[test]
fn availability_is_told_without_reasons() {
    let late = sample().readiness(Readiness::Within24Hours, None);
    let away = sample().absent((NOW + 4 * DAY, NOW + 9 * DAY));

    assert_eq!(
        words(Factor::Availability, &late, &need()).de,
        "Beginn bis zu einem Tag später, für den größten Teil des Zeitraums"
    );
    assert_eq!(
        words(Factor::Availability, &away, &need()).en,
        "From the start, for more than half of the period"
    );
}
