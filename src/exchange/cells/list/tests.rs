use super::*;
use crate::exchange::cells::read_day;
use crate::experts::{Cefr, Certification, Evidence, LanguageSkill, Skill};
use crate::reference::shipped_taxonomy;

#[test]
fn each_term_that_is_written_reads_as_itself() {
    let taxonomy = shipped_taxonomy().unwrap();
    let mut vocabulary = Vocabulary::new(&taxonomy);
    let ids = |axes: &[Axis]| -> Vec<String> {
        let terms = taxonomy
            .terms()
            .iter()
            .filter(|term| axes.contains(&term.axis));
        terms.map(|term| term.id.clone()).collect()
    };
    let skills: Vec<Skill> = ids(&Axis::SKILLS)
        .into_iter()
        .map(|id| Skill {
            id,
            level: 3,
            evidence: Evidence::SelfDeclared,
        })
        .collect();
    let day = |text| read_day(text).unwrap();
    let days = [
        (None, None),
        (None, Some(day("31.12.2027"))),
        (Some(day("01.02.2024")), None),
        (Some(day("01.02.2024")), Some(day("31.12.2027"))),
    ];
    let held: Vec<Certification> = ids(&CERTIFICATIONS)
        .into_iter()
        .zip(days.into_iter().cycle())
        .map(|(id, (issued_on, valid_until))| Certification {
            id,
            issued_on,
            valid_until,
        })
        .collect();
    let languages: Vec<LanguageSkill> = ids(&LANGUAGES)
        .into_iter()
        .map(|id| LanguageSkill { id, cefr: Cefr::B2 })
        .collect();

    let (skills_text, held_text) = (
        write_skills(&vocabulary, &skills),
        write_certifications(&vocabulary, &held),
    );
    let read: Vec<_> = vocabulary
        .read_skills(&skills_text)
        .unwrap()
        .into_iter()
        .map(|skill| (skill.id, skill.level))
        .collect();
    assert_eq!(
        read,
        skills
            .into_iter()
            .map(|skill| (skill.id, skill.level))
            .collect::<Vec<_>>()
    );
    assert_eq!(vocabulary.read_certifications(&held_text).unwrap(), held);
    let text = write_languages(&vocabulary, &languages);
    assert_eq!(vocabulary.read_languages(&text).unwrap(), languages);
}

#[test]
fn labels_with_commas_and_synonyms_are_known() {
    let taxonomy = shipped_taxonomy().unwrap();
    let mut vocabulary = Vocabulary::new(&taxonomy);

    let read = vocabulary
        .read_skills("Recht, Richtlinien und Compliance:2, veeam:4; AD:3\ndomain:kerberos:1")
        .unwrap();

    let ids: Vec<&str> = read.iter().map(|skill| skill.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "role:cyber-legal-policy-compliance-officer",
            "product:veeam",
            "domain:active-directory",
            "domain:kerberos"
        ]
    );
}

#[test]
fn each_wrong_part_is_named_with_what_was_meant() {
    let taxonomy = shipped_taxonomy().unwrap();
    let mut vocabulary = Vocabulary::new(&taxonomy);

    let errors = vocabulary
        .read_skills(
            "Veam:3, Veeam, Veeam:5, Veeam:hoch, Citrix:3, Veeam:2, AD:2, Active Directory:3",
        )
        .unwrap_err();

    let problems: Vec<_> = errors.iter().map(|error| error.problem).collect();
    assert_eq!(
        problems,
        [
            Problem::UnknownTerm,
            Problem::Level,
            Problem::Level,
            Problem::Level,
            Problem::Ambiguous,
            Problem::Twice
        ]
    );
    assert_eq!(errors[0].excerpt.as_deref(), Some("Veam"));
    assert!(
        errors[0].suggestions.contains(&"Veeam".to_owned())
            || errors[0]
                .suggestions
                .iter()
                .any(|name| name.starts_with("Veeam")),
        "{:?}",
        errors[0]
    );
    let errors = vocabulary.read_certifications("CISSP:bald").unwrap_err();
    assert_eq!(errors[0].problem, Problem::Day);
    let errors = vocabulary
        .read_languages("Deutsch, Klingonisch:C1")
        .unwrap_err();
    assert_eq!(
        errors.iter().map(|error| error.problem).collect::<Vec<_>>(),
        [Problem::Cefr, Problem::UnknownTerm]
    );
}
