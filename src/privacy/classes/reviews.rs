//! Tables of what is said after deployments: by the sides, of skills, and for others to learn from.

use super::Shape::{Id, Instant, Text};
use super::{
    Column, Erased, Kept, Purpose, Reader, Table, Whose, Words, named, operational, others,
    personal, plain, pseudonym, said,
};

const ENTRY: Column = pseudonym("expert_id", Id("exp"), "Eintrag", "entry");
const DEPLOYMENT: Column = pseudonym("deployment_id", Id("dep"), "Einsatz", "deployment");
/// Those who took part.
const SIDES: &[Reader] = &[
    Reader::Oneself,
    Reader::Employer,
    Reader::Coordinators,
    Reader::Towns,
];

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "deployment_reviews",
        label: Words::new("Rückblicke auf Einsätze", "Reviews of deployments"),
        whose: &[Whose::Entry("expert_id")],
        purpose: Purpose::Deployment,
        kept: Kept::Reviews,
        readers: SIDES,
        erased: Erased::Deleted,
        columns: &[
            operational("id"),
            DEPLOYMENT,
            operational("incident_id"),
            ENTRY,
            operational("part"),
            said(
                "sealed",
                Some("part"),
                "was gut ging, was schwer war, was geholfen hätte",
                "what went well, what was hard, what would have helped",
            ),
            others("written_by", Text, "geschrieben von", "written by"),
            personal("written_at", Instant, "am", "at"),
            operational("ended_at"),
            operational("version"),
        ],
    },
    Table {
        name: "deployment_proven",
        label: Words::new("Im Einsatz bewährt", "Proven in deployment"),
        whose: &[Whose::Entry("expert_id")],
        purpose: Purpose::Register,
        kept: Kept::Entry,
        readers: SIDES,
        erased: Erased::Deleted,
        columns: &[
            DEPLOYMENT,
            personal("term", Text, "Fähigkeit", "skill"),
            ENTRY,
            personal(
                "known_as",
                Text,
                "Nachweis bis dahin",
                "evidence until then",
            ),
            personal("marked_at", Instant, "am", "at"),
            others("marked_by", Text, "von", "by"),
            personal("taken_back_at", Instant, "zurückgenommen", "taken back"),
        ],
    },
    Table {
        name: "deployment_namings",
        label: Words::new(
            "Ort darf auf der Bescheinigung stehen",
            "The town may stand on the certificate",
        ),
        whose: &[],
        purpose: Purpose::Deployment,
        kept: Kept::Incidents,
        readers: &[Reader::Oneself, Reader::Coordinators, Reader::Towns],
        erased: Erased::Stay,
        columns: &[
            plain("deployment_id"),
            plain("agreed_at"),
            pseudonym("agreed_by", Text, "erlaubt von", "agreed by"),
        ],
    },
    Table {
        name: "lessons",
        label: Words::new("Erfahrungen aus Vorfällen", "Lessons of incidents"),
        whose: &[],
        purpose: Purpose::Operation,
        kept: Kept::Always,
        readers: &[Reader::Searchers, Reader::Coordinators],
        erased: Erased::Stay,
        columns: &[
            plain("id"),
            plain("incident_id"),
            plain("land_group"),
            plain("tlp"),
            plain("phase"),
            plain("symptom"),
            named("sealed", "Überschrift und Text", "title and text"),
            plain("state"),
            pseudonym(
                "written_by",
                Text,
                "geschrieben von (bis der Vorfall gelöscht ist)",
                "written by (until the incident is forgotten)",
            ),
            plain("written_at"),
            pseudonym(
                "shared_by",
                Text,
                "geteilt von (bis der Vorfall gelöscht ist)",
                "shared by (until the incident is forgotten)",
            ),
            plain("shared_at"),
            plain("version"),
        ],
    },
];
