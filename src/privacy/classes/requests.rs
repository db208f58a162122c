//! Tables of requests for help: of towns, of those who are asked, and of those who release them.

use super::Shape::{Flag, Id, Instant, Text};
use super::{
    Column, Erased, Kept, Purpose, Reader, Table, Whose, Words, named, operational, others,
    personal, plain, pseudonym, secret,
};

/// Rows of an incident.
const fn of_incidents(name: &'static str, label: Words, columns: &'static [Column]) -> Table {
    Table {
        name,
        label,
        whose: &[],
        purpose: Purpose::Deployment,
        kept: Kept::Incidents,
        readers: &[Reader::Coordinators],
        erased: Erased::Stay,
        columns,
    }
}

/// Rows about an entry.
const fn of_entries(name: &'static str, label: Words, columns: &'static [Column]) -> Table {
    Table {
        whose: &[Whose::Entry("expert_id")],
        readers: &[Reader::Oneself, Reader::Coordinators],
        erased: Erased::Blanked,
        ..of_incidents(name, label, columns)
    }
}

const ENTRY: Column = pseudonym("expert_id", Id("exp"), "Eintrag", "entry");

pub(super) const TABLES: &[Table] = &[
    of_incidents(
        "help_requests",
        Words::new("Hilfeersuchen", "Requests for help"),
        &[
            plain("id"),
            plain("incident_id"),
            plain("from_at"),
            plain("days"),
            pseudonym("made_by", Text, "angelegt von", "made by"),
            plain("made_at"),
            plain("begun_at"),
            plain("paused_at"),
            plain("filled_at"),
            plain("stood_down_at"),
            pseudonym("stood_down_by", Text, "beendet von", "ended by"),
            plain("stood_down_why"),
            plain("first_yes_counts"),
            plain("version"),
        ],
    ),
    of_incidents(
        "needs",
        Words::new("Bedarfe", "Needs"),
        &[
            plain("id"),
            plain("request_id"),
            plain("position"),
            plain("wanted"),
            plain("wave"),
            plain("wave_until"),
            plain("exhausted_at"),
        ],
    ),
    Table {
        erased: Erased::Deleted,
        ..of_entries(
            "need_choices",
            Words::new(
                "Wen die Koordinierungsstelle auswählt oder überspringt",
                "Whom coordinators pick or skip",
            ),
            &[
                operational("id"),
                operational("need_id"),
                ENTRY,
                personal("choice", Text, "wie", "how"),
                others("chosen_by", Text, "von", "by"),
                personal("chosen_at", Instant, "am", "at"),
            ],
        )
    },
    Table {
        kept: Kept::Answers,
        readers: &[Reader::Oneself, Reader::Coordinators, Reader::Towns],
        ..of_entries(
            "alerts",
            Words::new("Alarmierungen und Antworten", "Alerts and answers"),
            &[
                operational("id"),
                operational("request_id"),
                operational("need_id"),
                ENTRY,
                operational("wave"),
                personal("state", Text, "Stand", "state"),
                personal("channel", Text, "Weg", "way"),
                secret("token_hash"),
                personal("made_at", Instant, "am", "at"),
                personal("expires_at", Instant, "zu beantworten bis", "to answer by"),
                personal("sent_at", Instant, "gesendet", "sent"),
                personal("seen_at", Instant, "angesehen", "seen"),
                personal("answered_at", Instant, "beantwortet", "answered"),
                others("answered_by", Text, "aufgenommen von", "taken by"),
                personal("answer", Text, "Antwort", "answer"),
                personal("answer_from", Instant, "ab", "from"),
                personal("closed_at", Instant, "abgeschlossen", "closed"),
            ],
        )
    },
    Table {
        kept: Kept::Proof,
        readers: &[
            Reader::Oneself,
            Reader::Employer,
            Reader::Coordinators,
            Reader::Towns,
        ],
        ..of_entries(
            "deployments",
            Words::new("Zusagen und Einsätze", "Promises and deployments"),
            &[
                pseudonym("id", Id("dep"), "Einsatz", "deployment"),
                operational("request_id"),
                operational("need_id"),
                operational("alert_id"),
                operational("incident_id"),
                ENTRY,
                personal("employer_id", Id("org"), "Arbeitgeber", "employer"),
                personal("requester_id", Id("org"), "für wen", "for whom"),
                personal("state", Text, "Stand", "state"),
                personal("is_first_call", Flag, "Erstgespräch", "first call"),
                personal("mode", Text, "wo", "where"),
                personal("from_at", Instant, "von", "from"),
                personal("until_at", Instant, "bis", "until"),
                personal("made_at", Instant, "zugesagt", "promised"),
                operational("due_at"),
                personal("released_at", Instant, "freigegeben", "released"),
                others("released_by", Text, "freigegeben von", "released by"),
                personal("accepted_at", Instant, "angenommen", "accepted"),
                others("accepted_by", Text, "angenommen von", "accepted by"),
                personal("ended_at", Instant, "beendet", "ended"),
                personal("started_at", Instant, "begonnen", "begun"),
                others(
                    "started_by",
                    Text,
                    "Beginn gemeldet von",
                    "start reported by",
                ),
                others("ended_by", Text, "beendet von", "ended by"),
                others("ended_as", Text, "beendet als", "ended as"),
                operational("successor_id"),
                personal("legal_basis", Text, "Rechtsgrundlage", "legal basis"),
                personal(
                    "personnel_form",
                    Text,
                    "Form der Entsendung",
                    "form of sending",
                ),
                operational("basis_at"),
                others("basis_by", Text, "Rechtsgrundlage von", "legal basis by"),
                operational("version"),
            ],
        )
    },
    Table {
        kept: Kept::Proof,
        readers: &[
            Reader::Oneself,
            Reader::Employer,
            Reader::Coordinators,
            Reader::Towns,
        ],
        ..of_incidents(
            "deployment_extensions",
            Words::new("Verlängerungen von Einsätzen", "Extensions of deployments"),
            &[
                plain("id"),
                plain("deployment_id"),
                plain("until_at"),
                plain("asked_at"),
                pseudonym("asked_by", Text, "erbeten von", "asked for by"),
                plain("due_at"),
                plain("expert_at"),
                plain("employer_at"),
                pseudonym("employer_by", Text, "freigegeben von", "released by"),
                plain("closed_at"),
                plain("outcome"),
            ],
        )
    },
    Table {
        whose: &[Whose::Account("account_id")],
        readers: &[Reader::Oneself],
        erased: Erased::Deleted,
        ..of_incidents(
            "release_asks",
            Words::new("Gefragt nach Freigaben", "Asked for releases"),
            &[
                operational("id"),
                pseudonym("deployment_id", Id("dep"), "Einsatz", "deployment"),
                pseudonym("account_id", Id("acc"), "Konto", "account"),
                secret("token_hash"),
                personal("made_at", Instant, "am", "at"),
                personal("sent_at", Instant, "gesendet", "sent"),
            ],
        )
    },
    Table {
        kept: Kept::Proof,
        purpose: Purpose::Accountability,
        ..of_entries(
            "deployment_reveals",
            Words::new(
                "Name und Kontakt, einer Kommune gezeigt",
                "Name and contact shown to a town",
            ),
            &[
                operational("id"),
                pseudonym("deployment_id", Id("dep"), "Einsatz", "deployment"),
                ENTRY,
                personal("organisation_id", Id("org"), "wem", "to whom"),
                operational("day"),
                personal("at", Instant, "am", "at"),
            ],
        )
    },
    of_incidents(
        "offer_requests",
        Words::new("Angefragte Angebote", "Offers asked for"),
        &[
            plain("id"),
            plain("offer_id"),
            plain("incident_id"),
            plain("provider_id"),
            plain("requester_id"),
            plain("state"),
            plain("quantity"),
            plain("from_at"),
            plain("until_at"),
            plain("more_days"),
            named(
                "message",
                "Nachricht der Kommune",
                "message of the municipality",
            ),
            named("answer", "Nachricht des Hauses", "message of the house"),
            pseudonym("made_by", Text, "angefragt von", "asked by"),
            plain("made_at"),
            plain("due_at"),
            plain("answered_at"),
            pseudonym("answered_by", Text, "beantwortet von", "answered by"),
            plain("started_at"),
            pseudonym("started_by", Text, "begonnen von", "begun by"),
            plain("ended_at"),
            pseudonym("ended_by", Text, "beendet von", "ended by"),
            plain("version"),
        ],
    ),
];
