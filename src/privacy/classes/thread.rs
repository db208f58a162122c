//! Tables of what is said of deployments.

use super::{Erased, Kept, Purpose, Reader, Table, Words, named, operational, plain};

const SIDES: &[Reader] = &[
    Reader::Oneself,
    Reader::Employer,
    Reader::Coordinators,
    Reader::Towns,
];

pub(super) const TABLES: &[Table] = &[
    // Sides and times, nobody: who spoke, only the record knows.
    Table {
        name: "deployment_messages",
        label: Words::new("Verlauf von Einsätzen", "Threads of deployments"),
        whose: &[],
        purpose: Purpose::Deployment,
        kept: Kept::Incidents,
        readers: SIDES,
        erased: Erased::Stay,
        columns: &[
            plain("id"),
            plain("deployment_id"),
            plain("position"),
            plain("sent_at"),
            plain("verb"),
            plain("originating_id"),
            plain("preceding_id"),
            plain("side"),
            plain("recall"),
            plain("recalled_id"),
            plain("response"),
            plain("schedule"),
        ],
    },
    Table {
        name: "deployment_message_texts",
        label: Words::new(
            "Was die Seiten eines Einsatzes einander schreiben",
            "What the sides of a deployment write to each other",
        ),
        whose: &[],
        purpose: Purpose::Deployment,
        kept: Kept::Messages,
        readers: SIDES,
        erased: Erased::Stay,
        columns: &[
            plain("message_id"),
            plain("incident_id"),
            named("sealed", "was geschrieben wurde", "what was written"),
        ],
    },
    Table {
        name: "deployment_message_calls",
        label: Words::new(
            "Letzte Nachricht, dass jemand geschrieben hat",
            "Last message that somebody wrote",
        ),
        whose: &[],
        purpose: Purpose::Operation,
        kept: Kept::Incidents,
        readers: &[Reader::Program],
        erased: Erased::Stay,
        columns: &[
            operational("deployment_id"),
            operational("side"),
            operational("told_at"),
        ],
    },
];
