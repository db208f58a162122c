//! What a vetter looks at before a verdict: a list of questions by kind and grade.

use super::CaseKind;
use crate::experts::Grade;
use crate::reference::Text;

/// A question of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// What ticks name it by; never changed, because ticks are kept.
    pub id: &'static str,
    /// From which grade on it is asked.
    from: Grade,
    /// Whether it is about an application, or about a revocation.
    is_for_applications: bool,
    de: &'static str,
    en: &'static str,
}

const ITEMS: [Item; 9] = [
    asked(
        "employer",
        Grade::Basic,
        "Der Arbeitgeber ist bekannt und bestätigt die Angaben.",
        "The employer is known and confirms what is stated.",
    ),
    asked(
        "skills",
        Grade::Basic,
        "Rollen, Fähigkeiten und Stufen passen zueinander.",
        "Roles, skills and levels fit together.",
    ),
    asked(
        "texts",
        Grade::Basic,
        "Die Texte verraten niemanden und nennen nichts Privates.",
        "The texts give nobody away and say nothing private.",
    ),
    asked(
        "certificates",
        Grade::Basic,
        "Die genannten Zertifikate gelten noch und sind belegt.",
        "The certificates named are valid and proven.",
    ),
    asked(
        "practice",
        Grade::Extended,
        "Für jede heikle Fähigkeit ist Praxis der letzten drei Jahre belegt.",
        "For every sensitive skill, practice in the last three years is proven.",
    ),
    asked(
        "references",
        Grade::Extended,
        "Eine zweite Stelle bestätigt die Eignung.",
        "A second source confirms that the person is suited.",
    ),
    asked(
        "conduct",
        Grade::Extended,
        "Die Verpflichtung zur Verschwiegenheit liegt vor.",
        "The pledge of secrecy has been made.",
    ),
    Item {
        is_for_applications: false,
        ..asked(
            "facts",
            Grade::Basic,
            "Der Sachverhalt ist belegt, nicht nur behauptet.",
            "The facts are proven, not only claimed.",
        )
    },
    Item {
        is_for_applications: false,
        ..asked(
            "milder",
            Grade::Basic,
            "Ein milderes Mittel genügt nicht.",
            "Nothing milder is enough.",
        )
    },
];

const fn asked(id: &'static str, from: Grade, de: &'static str, en: &'static str) -> Item {
    Item {
        id,
        from,
        is_for_applications: true,
        de,
        en,
    }
}

impl Item {
    /// The question.
    pub fn text(&self) -> Text {
        Text {
            de: self.de.to_owned(),
            en: self.en.to_owned(),
        }
    }
}

/// The questions of a case.
pub fn checklist(kind: CaseKind, grade: Grade) -> impl Iterator<Item = Item> {
    let is_application = match kind {
        CaseKind::Admission | CaseKind::Renewal => true,
        CaseKind::Revocation => false,
    };
    let asked = move |item: &Item| item.from <= grade && item.is_for_applications == is_application;
    ITEMS.into_iter().filter(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extended_grade_asks_more_and_each_question_once() {
        let ids = |kind, grade| {
            checklist(kind, grade)
                .map(|item| item.id)
                .collect::<Vec<_>>()
        };
        let basic = ids(CaseKind::Admission, Grade::Basic);
        let extended = ids(CaseKind::Renewal, Grade::Extended);

        assert!(extended.starts_with(&basic) && extended.len() > basic.len());
        assert_eq!(
            ids(CaseKind::Revocation, Grade::Extended),
            ["facts", "milder"]
        );
        let unique: std::collections::BTreeSet<_> = ITEMS.iter().map(|item| item.id).collect();
        assert_eq!(unique.len(), ITEMS.len());
    }
}
