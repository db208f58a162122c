//! Tables of incidents.

use super::Shape::{Id, Text};
use super::{Column, Erased, Kept, Purpose, Reader, Table, Words, named, plain, pseudonym, secret};

/// Rows of an incident. The town reads them too, and as far as they may its provider and the liaison of its Land.
const fn of_incidents(name: &'static str, label: Words, columns: &'static [Column]) -> Table {
    Table {
        name,
        label,
        whose: &[],
        purpose: Purpose::Operation,
        kept: Kept::Incidents,
        readers: &[Reader::Coordinators],
        erased: Erased::Stay,
        columns,
    }
}

/// Rows that serve while people help: the town reads them, whoever helps there, and their employer in part.
const fn of_closed(name: &'static str, label: Words, columns: &'static [Column]) -> Table {
    Table {
        readers: &[Reader::Coordinators, Reader::Towns],
        kept: Kept::Closed,
        ..of_incidents(name, label, columns)
    }
}

pub(super) const TABLES: &[Table] = &[
    of_incidents(
        "incidents",
        Words::new("Vorfälle", "Incidents"),
        &[
            plain("id"),
            plain("place"),
            plain("organisation_id"),
            plain("symptom"),
            plain("phase"),
            plain("severity"),
            plain("systems"),
            plain("services"),
            plain("doubts"),
            plain("state"),
            plain("is_drill"),
            plain("code"),
            plain("redemption_id"),
            named(
                "sealed",
                "wer zurückgerufen wird, was schon getan wurde, Versicherung, Verträge",
                "who is called back, what was done so far, insurance, contracts",
            ),
            secret("link_hash"),
            plain("asked_at"),
            plain("taken_at"),
            pseudonym("taken_by", Text, "übernommen von", "taken over by"),
            plain("verified_at"),
            pseudonym("verified_by", Text, "bestätigt von", "verified by"),
            plain("verified_how"),
            plain("closed_at"),
            pseudonym("closed_by", Text, "beendet von", "closed by"),
            plain("closed_as"),
            plain("version"),
            plain("tlp"),
            plain("land_liaison"),
            plain("investigation_hold"),
            plain("personal_data"),
            plain("breach_known_at"),
            plain("called"),
            plain("first_taken_at"),
            plain("called_at"),
            plain("home_provider"),
            plain("code_tries"),
        ],
    ),
    of_incidents(
        "incident_notes",
        Words::new(
            "Übergabenotizen zu Vorfällen",
            "Hand-over notes of incidents",
        ),
        &[
            plain("id"),
            plain("incident_id"),
            named("sealed", "was übergeben wurde", "what was handed over"),
            plain("side"),
            pseudonym("written_by", Text, "geschrieben von", "written by"),
            plain("at"),
        ],
    ),
    of_incidents(
        "urgency_notes",
        Words::new(
            "Vermerke zur Dringlichkeit von Einsätzen",
            "Notes on the urgency of deployments",
        ),
        &[
            pseudonym("deployment_id", Id("dep"), "Einsatz", "deployment"),
            plain("incident_id"),
            named("sealed", "Grund und Umfang", "reason and extent"),
            plain("at"),
        ],
    ),
    of_incidents(
        "immediate_conditions",
        Words::new(
            "Sofort bestätigte Einsatzbedingungen",
            "Conditions confirmed at once",
        ),
        &[
            plain("id"),
            plain("incident_id"),
            plain("version"),
            named(
                "sealed",
                "wer bestätigt hat: Name und Funktion",
                "who confirmed: name and function",
            ),
            plain("said_by"),
            pseudonym("recorded_by", Text, "festgehalten von", "recorded by"),
            plain("at"),
        ],
    ),
    of_incidents(
        "incident_attachments",
        Words::new("Anlagen zu Vorfällen", "Attachments of incidents"),
        &[
            plain("id"),
            plain("incident_id"),
            plain("format"),
            plain("size"),
            plain("side"),
            pseudonym("added_by", Text, "hinzugefügt von", "added by"),
            plain("at"),
        ],
    ),
    of_incidents(
        "incident_attachment_contents",
        Words::new("Inhalt von Anlagen", "Content of attachments"),
        &[
            plain("attachment_id"),
            plain("incident_id"),
            named(
                "sealed",
                "Bilder und Dokumente zum Vorfall",
                "pictures and documents of the incident",
            ),
        ],
    ),
    of_incidents(
        "incident_clocks",
        Words::new("Abgegebene Meldungen", "Reports made"),
        &[
            plain("incident_id"),
            plain("clock"),
            plain("done_at"),
            pseudonym("done_by", Text, "eingetragen von", "entered by"),
            plain("side"),
        ],
    ),
    of_incidents(
        "incident_events",
        Words::new("Verlauf von Vorfällen", "What happened to incidents"),
        &[
            plain("id"),
            plain("incident_id"),
            plain("kind"),
            plain("organisation_id"),
            plain("at"),
        ],
    ),
    of_incidents(
        "town_calls",
        Words::new(
            "Letzte Nachricht an die Kommune",
            "Last message to the town",
        ),
        &[plain("incident_id"), plain("told_at")],
    ),
    of_incidents(
        "clock_reminders",
        Words::new("Erinnerungen an Meldefristen", "Reminders of time limits"),
        &[
            plain("id"),
            plain("incident_id"),
            plain("clock"),
            plain("stage"),
            plain("due_at"),
            plain("remind_at"),
            plain("reminded_at"),
        ],
    ),
    of_incidents(
        "guide_ticks",
        Words::new(
            "Abgehakte Punkte des Leitfadens",
            "Points of the guide that were ticked off",
        ),
        &[
            plain("incident_id"),
            plain("phase"),
            plain("line"),
            plain("ticked_at"),
            pseudonym("ticked_by", Text, "abgehakt von", "ticked off by"),
            plain("side"),
        ],
    ),
    of_incidents(
        "readiness_ticks",
        Words::new(
            "Häkchen vor dem ersten Handgriff",
            "Ticks before the first touch",
        ),
        &[
            plain("subject_id"),
            plain("tick"),
            plain("incident_id"),
            plain("side"),
            pseudonym("ticked_by", Text, "abgehakt von", "ticked by"),
            plain("at"),
        ],
    ),
    of_closed(
        "arrival_sheets",
        Words::new("Einsatzmappen", "Arrival sheets"),
        &[
            plain("incident_id"),
            named(
                "sealed",
                "Einsatzleitung und Vertretung mit privater Nummer, Weg, Absprachen vor Ort",
                "lead and deputy with private numbers, the way there, what is agreed on site",
            ),
            plain("side"),
            pseudonym("changed_by", Text, "geändert von", "changed by"),
            plain("changed_at"),
            plain("version"),
        ],
    ),
    of_closed(
        "hand_overs",
        Words::new("Übergaben von Einsätzen", "Hand-overs of deployments"),
        &[
            plain("id"),
            plain("deployment_id"),
            plain("incident_id"),
            plain("number"),
            named("sealed", "was übergeben wurde", "what was handed over"),
            plain("side"),
            pseudonym("written_by", Text, "geschrieben von", "written by"),
            plain("at"),
        ],
    ),
];
