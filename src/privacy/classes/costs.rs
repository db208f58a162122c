//! Tables of costs, and of the hours somebody worked.

use super::Shape::{Id, Instant, Number, Text};
use super::{
    Column, Erased, Kept, Purpose, Reader, Table, Whose, Words, named, operational, others,
    personal, plain, pseudonym, said,
};

/// Of a deployment: both sides see it.
const fn of_deployments(name: &'static str, label: Words, columns: &'static [Column]) -> Table {
    Table {
        name,
        label,
        whose: &[],
        purpose: Purpose::Deployment,
        kept: Kept::Proof,
        readers: &[Reader::Employer, Reader::Coordinators, Reader::Towns],
        erased: Erased::Stay,
        columns,
    }
}

pub(super) const TABLES: &[Table] = &[
    of_deployments(
        "cost_sheets",
        Words::new("Kosten von Einsätzen", "Costs of deployments"),
        &[
            plain("id"),
            plain("deployment_id"),
            plain("incident_id"),
            plain("stage"),
            plain("state"),
            plain("kind"),
            plain("vat_rate"),
            plain("vat_reason"),
            plain("lines"),
            named("sealed", "Vermerke und Rückfragen", "notes and questions"),
            pseudonym("made_by", Text, "geändert von", "changed by"),
            pseudonym("written_by", Text, "geschrieben von", "written by"),
            plain("made_at"),
            plain("version"),
        ],
    ),
    Table {
        whose: &[Whose::Entry("expert_id")],
        readers: &[Reader::Oneself, Reader::Employer],
        erased: Erased::Blanked,
        ..of_deployments(
            "deployment_times",
            Words::new("Zeiten in Einsätzen", "Times of deployments"),
            &[
                operational("id"),
                pseudonym("deployment_id", Id("dep"), "Einsatz", "deployment"),
                pseudonym("expert_id", Id("exp"), "Eintrag", "entry"),
                personal("from_at", Instant, "von", "from"),
                personal("until_at", Instant, "bis", "until"),
                personal(
                    "break_minutes",
                    Number,
                    "Pause in Minuten",
                    "minutes of break",
                ),
                personal("mode", Text, "wo", "where"),
                said("sealed", None, "was getan wurde", "what was done"),
                others("written_by", Text, "geschrieben von", "written by"),
                personal("written_at", Instant, "geschrieben am", "written at"),
                operational("version"),
            ],
        )
    },
    of_deployments(
        "deployment_time_sheets",
        Words::new("Bestätigte Zeiten", "Confirmed times"),
        &[
            plain("deployment_id"),
            pseudonym("confirmed_by", Text, "bestätigt von", "confirmed by"),
            plain("confirmed_at"),
        ],
    ),
];
