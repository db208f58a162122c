//! Tables of the entries and their admission.

use super::Shape::{Day, Flag, Id, Instant, Number, Text};
use super::{
    Column, Erased, Kept, Purpose, Reader, Table, Whose, Words, file, operational, others,
    personal, pseudonym, sealed, secret,
};

const ENTRY: Column = pseudonym("expert_id", Id("exp"), "Eintrag", "entry");
const OF_ENTRY: &[Whose] = &[Whose::Entry("expert_id")];
const HOUSE: &[Reader] = &[Reader::Oneself, Reader::Employer];

/// Coordinators see one number of whom no message reached, on record.
const HOUSE_AND_DESK: &[Reader] = &[Reader::Oneself, Reader::Employer, Reader::Coordinators];
/// Evidence is not for the employer.
const VETTED: &[Reader] = &[Reader::Oneself, Reader::Vetters];
const MASKED: &[Reader] = &[
    Reader::Oneself,
    Reader::Employer,
    Reader::Searchers,
    Reader::Vetters,
    Reader::Coordinators,
];

/// Rows about an entry that anybody who may search sees under the alias.
const fn masked(name: &'static str, label: Words, columns: &'static [Column]) -> Table {
    Table {
        name,
        label,
        whose: OF_ENTRY,
        purpose: Purpose::Register,
        kept: Kept::Entry,
        readers: MASKED,
        erased: Erased::Deleted,
        columns,
    }
}

/// Dated facts about an entry that stay as proof under the pseudonym.
const fn proof(name: &'static str, label: Words, columns: &'static [Column]) -> Table {
    Table {
        kept: Kept::Proof,
        readers: HOUSE,
        erased: Erased::Blanked,
        ..masked(name, label, columns)
    }
}

/// What vetters note in a case; gone with the entry.
const fn notes(name: &'static str, label: Words, columns: &'static [Column]) -> Table {
    Table {
        whose: &[Whose::Case("case_id")],
        purpose: Purpose::Vetting,
        readers: &[Reader::Vetters],
        ..masked(name, label, columns)
    }
}

pub(super) const TABLES: &[Table] = &[
    Table {
        whose: &[Whose::Entry("id")],
        kept: Kept::Proof,
        erased: Erased::Blanked,
        ..masked(
            "experts",
            Words::new("Eintrag", "Entry"),
            &[
                pseudonym("id", Id("exp"), "Eintrag", "entry"),
                personal("kind", Text, "Art", "kind"),
                pseudonym("alias", Text, "Kennung", "alias"),
                personal("organisation_id", Id("org"), "Arbeitgeber", "employer"),
                pseudonym("account_id", Id("acc"), "Konto", "account"),
                personal("headcount", Number, "Personen", "people"),
                personal("created_at", Instant, "eingetragen", "entered"),
                personal(
                    "confirmed_at",
                    Instant,
                    "zuletzt bestätigt",
                    "last confirmed",
                ),
                personal("withdrawn_at", Instant, "zurückgezogen", "withdrawn"),
                personal("closed_at", Instant, "geschlossen", "closed"),
                operational("version"),
                personal("restricted_at", Instant, "eingeschränkt", "restricted"),
                operational("erased_at"),
            ],
        )
    },
    Table {
        readers: HOUSE_AND_DESK,
        ..masked(
            "expert_identities",
            Words::new("Name und dienstlicher Kontakt", "Name and contact at work"),
            &[
                ENTRY,
                sealed("sealed", "Name und Kontakt", "name and contact"),
            ],
        )
    },
    Table {
        readers: &[Reader::Oneself, Reader::Coordinators],
        ..masked(
            "expert_private_contacts",
            Words::new("Private Erreichbarkeit", "Private contact"),
            &[
                ENTRY,
                sealed(
                    "sealed",
                    "private Nummern und Reihenfolge",
                    "private numbers and order",
                ),
                personal("stated_at", Instant, "angegeben", "stated"),
            ],
        )
    },
    Table {
        kept: Kept::Week,
        readers: HOUSE,
        ..masked(
            "expert_drafts",
            Words::new("Entwürfe von Formularen", "Drafts of forms"),
            &[
                operational("id"),
                ENTRY,
                others("account_id", Id("acc"), "Konto", "account"),
                personal("form", Text, "Formular", "form"),
                sealed("sealed", "was getippt wurde", "what was typed"),
                personal("saved_at", Instant, "getippt", "typed"),
            ],
        )
    },
    Table {
        readers: HOUSE,
        ..masked(
            "expert_skill_changes",
            Words::new(
                "Vorgeschlagene Änderungen bestätigter Fähigkeiten",
                "Proposed changes of confirmed skills",
            ),
            &[
                ENTRY,
                personal("term", Text, "Begriff", "term"),
                personal("level", Number, "Stufe", "level"),
                personal("proposed_by", Text, "vorgeschlagen von", "proposed by"),
                personal("proposed_at", Instant, "vorgeschlagen", "proposed"),
            ],
        )
    },
    masked(
        "expert_profiles",
        Words::new("Beschreibung", "Description"),
        &[
            ENTRY,
            personal(
                "headline_de",
                Text,
                "Kurzbeschreibung",
                "short description, German",
            ),
            personal(
                "headline_en",
                Text,
                "Kurzbeschreibung, englisch",
                "short description, English",
            ),
            personal("text_de", Text, "Text", "text, German"),
            personal("text_en", Text, "Text, englisch", "text, English"),
            personal("base_ags", Text, "Ort (Schlüssel)", "place (key)"),
            personal("radius_km", Number, "Umkreis in km", "radius in km"),
            personal("mode", Text, "Einsatzart", "mode"),
            personal(
                "max_days",
                Number,
                "längster Einsatz in Tagen",
                "longest deployment in days",
            ),
            personal("clearance", Number, "Sicherheitsüberprüfung", "clearance"),
            personal(
                "clearance_until",
                Day,
                "Überprüfung gültig bis",
                "clearance valid until",
            ),
            personal(
                "clearance_office",
                Text,
                "Überprüfung bestätigt von",
                "clearance attested by",
            ),
            personal(
                "notice_hours",
                Number,
                "Vorlauf in Stunden",
                "notice in hours",
            ),
            personal("night_alerts", Flag, "nachts fragen", "ask at night"),
        ],
    ),
    masked(
        "expert_skills",
        Words::new("Fähigkeiten", "Skills"),
        &[
            ENTRY,
            personal("term", Text, "Fähigkeit", "skill"),
            personal("level", Number, "Stufe", "level"),
            personal("evidence", Text, "Nachweis", "evidence"),
        ],
    ),
    masked(
        "expert_certifications",
        Words::new("Zertifikate", "Certificates"),
        &[
            ENTRY,
            personal("term", Text, "Zertifikat", "certificate"),
            personal("issued_on", Day, "ausgestellt", "issued"),
            personal("valid_until", Day, "gültig bis", "valid until"),
        ],
    ),
    masked(
        "expert_languages",
        Words::new("Sprachen", "Languages"),
        &[
            ENTRY,
            personal("term", Text, "Sprache", "language"),
            personal("cefr", Text, "Niveau", "level"),
        ],
    ),
    masked(
        "expert_availability",
        Words::new("Verfügbarkeit", "Availability"),
        &[
            ENTRY,
            personal("state", Text, "Stand", "state"),
            personal("available_from", Day, "ab", "from"),
            personal("weekdays", Number, "Wochentage", "weekdays"),
            personal("stated_at", Instant, "angegeben", "stated"),
        ],
    ),
    Table {
        readers: HOUSE,
        kept: Kept::Ended,
        ..masked(
            "expert_absences",
            Words::new("Abwesenheiten", "Absences"),
            &[
                ENTRY,
                operational("id"),
                personal("first_day", Day, "erster Tag", "first day"),
                personal("last_day", Day, "letzter Tag", "last day"),
            ],
        )
    },
    Table {
        readers: HOUSE,
        kept: Kept::Ended,
        ..masked(
            "expert_absence_events",
            Words::new("Übernommene Kalendertermine", "Calendar events taken over"),
            &[
                ENTRY,
                secret("digest"),
                personal("first_day", Day, "erster Tag", "first day"),
                personal("last_day", Day, "letzter Tag", "last day"),
            ],
        )
    },
    Table {
        readers: HOUSE,
        ..masked(
            "expert_on_call",
            Words::new("Rufbereitschaft", "On-call duty"),
            &[
                ENTRY,
                operational("id"),
                personal("from_at", Instant, "von", "from"),
                personal("until_at", Instant, "bis", "until"),
                others("planned_by", Id("acc"), "eingeplant von", "planned by"),
                personal("planned_at", Instant, "eingeplant", "planned"),
            ],
        )
    },
    proof(
        "expert_consents",
        Words::new("Einwilligungen", "Consents"),
        &[
            ENTRY,
            operational("id"),
            personal("purpose", Text, "Zweck", "purpose"),
            personal(
                "text_version",
                Text,
                "Fassung des Textes",
                "version of the text",
            ),
            personal("given_at", Instant, "gegeben", "given"),
            personal("valid_until", Instant, "gilt bis", "holds until"),
            personal("withdrawn_at", Instant, "widerrufen", "withdrawn"),
        ],
    ),
    proof(
        "expert_admissions",
        Words::new("Aufnahmen", "Admissions"),
        &[
            ENTRY,
            operational("id"),
            personal("grade", Text, "Umfang", "grade"),
            personal("from_at", Instant, "von", "from"),
            personal("until_at", Instant, "bis", "until"),
            personal("revoked_at", Instant, "zurückgenommen", "revoked"),
            pseudonym("case_id", Id("vet"), "aufgrund der Prüfung", "by the case"),
            pseudonym(
                "revoked_by",
                Id("vet"),
                "zurückgenommen durch",
                "revoked by",
            ),
        ],
    ),
    proof(
        "expert_releases",
        Words::new("Freigaben des Arbeitgebers", "Releases of the employer"),
        &[
            ENTRY,
            operational("id"),
            personal("form", Text, "Form", "form"),
            personal("days_a_year", Number, "Tage im Jahr", "days a year"),
            personal("from_at", Instant, "von", "from"),
            personal("until_at", Instant, "bis", "until"),
            personal("withdrawn_at", Instant, "zurückgenommen", "withdrawn"),
        ],
    ),
    Table {
        purpose: Purpose::Deployment,
        ..proof(
            "expert_commitments",
            Words::new("Einsätze", "Deployments"),
            &[
                ENTRY,
                operational("id"),
                personal("from_at", Instant, "von", "from"),
                personal("until_at", Instant, "bis", "until"),
            ],
        )
    },
    Table {
        readers: HOUSE,
        ..masked(
            "expert_exclusions",
            Words::new(
                "Organisationen, bei denen die Person nicht hilft",
                "Organisations the person does not help",
            ),
            &[
                ENTRY,
                operational("id"),
                personal("organisation_id", Id("org"), "Organisation", "organisation"),
                personal("reason", Text, "Grund", "reason"),
            ],
        )
    },
    Table {
        name: "vetting_cases",
        label: Words::new("Prüfungen des Eintrags", "Vetting of the entry"),
        whose: OF_ENTRY,
        purpose: Purpose::Vetting,
        kept: Kept::Proof,
        readers: &[Reader::Oneself, Reader::Vetters],
        erased: Erased::Blanked,
        columns: &[
            pseudonym("id", Id("vet"), "Prüfvorgang", "case"),
            ENTRY,
            personal("kind", Text, "Art", "kind"),
            personal("grade", Text, "Umfang", "grade"),
            personal("state", Text, "Stand", "state"),
            personal("outcome", Text, "Ergebnis", "outcome"),
            personal("opened_at", Instant, "eröffnet", "opened"),
            personal("decided_at", Instant, "entschieden", "decided"),
            personal("is_sampled", Flag, "Stichprobe", "drawn for a second look"),
            personal("due_at", Instant, "fällig", "due"),
            pseudonym("appeal_of", Id("vet"), "Widerspruch gegen", "appeal of"),
            personal(
                "grounds",
                Text,
                "Begründung des Widerspruchs",
                "grounds of the appeal",
            ),
            personal("is_urgent", Flag, "eilig", "urgent"),
        ],
    },
    Table {
        readers: &[Reader::Oneself],
        ..masked(
            "expert_reveals",
            Words::new(
                "Einblicke in Name und Kontakt",
                "Who was shown name and contact",
            ),
            &[
                operational("id"),
                ENTRY,
                others("account_id", Id("acc"), "gezeigt wem", "shown to"),
                personal("role", Text, "in welcher Rolle", "in which role"),
                personal("organisation_id", Id("org"), "für wen", "for whom"),
                personal("purpose", Text, "wozu", "what for"),
                operational("day"),
                personal("at", Instant, "am", "at"),
            ],
        )
    },
    Table {
        name: "vetting_assessments",
        label: Words::new("Beurteilungen bei der Prüfung", "Assessments in vetting"),
        whose: &[Whose::Case("case_id"), Whose::Account("vetter_id")],
        purpose: Purpose::Vetting,
        kept: Kept::Proof,
        readers: &[Reader::Oneself, Reader::Vetters],
        erased: Erased::Blanked,
        columns: &[
            operational("id"),
            pseudonym("case_id", Id("vet"), "Prüfvorgang", "case"),
            others("vetter_id", Id("acc"), "beurteilt von", "assessed by"),
            personal("verdict", Text, "Urteil", "verdict"),
            personal("reason", Text, "Begründung", "reason"),
            personal("at", Instant, "am", "at"),
        ],
    },
    Table {
        purpose: Purpose::Vetting,
        kept: Kept::Evidence,
        readers: VETTED,
        ..masked(
            "evidence_contents",
            Words::new(
                "Inhalt der Nachweise, als Datei auf der Seite Nachweise",
                "Content of evidence, as a file on the page Evidence",
            ),
            &[
                pseudonym("file_id", Id("evf"), "Nachweis", "file"),
                ENTRY,
                file("sealed", "Inhalt", "content"),
            ],
        )
    },
    Table {
        purpose: Purpose::Vetting,
        readers: VETTED,
        ..masked(
            "evidence_looks",
            Words::new("Eingesehene Nachweise", "Evidence looked at"),
            &[
                pseudonym("file_id", Id("evf"), "Nachweis", "file"),
                ENTRY,
                others("account_id", Id("acc"), "eingesehen von", "looked at by"),
                personal("at", Instant, "am", "at"),
            ],
        )
    },
    Table {
        purpose: Purpose::Vetting,
        readers: VETTED,
        ..masked(
            "evidence_files",
            Words::new("Nachweise", "Evidence"),
            &[
                pseudonym("id", Id("evf"), "Nachweis", "file"),
                ENTRY,
                personal("term", Text, "wofür", "what for"),
                personal("format", Text, "Format", "format"),
                personal("size", Number, "Größe in Byte", "size in bytes"),
                personal("uploaded_at", Instant, "eingereicht", "uploaded"),
                personal("decided_at", Instant, "entschieden", "decided"),
                personal("deleted_at", Instant, "gelöscht", "deleted"),
            ],
        )
    },
    Table {
        readers: &[Reader::Oneself, Reader::Employer, Reader::Admins],
        ..masked(
            "term_proposals",
            Words::new("Vorgeschlagene Begriffe", "Terms proposed"),
            &[
                operational("id"),
                ENTRY,
                pseudonym("account_id", Id("acc"), "vorgeschlagen von", "proposed by"),
                personal("axis", Text, "Art", "kind"),
                personal("word", Text, "Wort", "word"),
                personal("reason", Text, "Grund", "reason"),
                personal("created_at", Instant, "am", "at"),
                personal("state", Text, "Stand", "state"),
                personal("decided_at", Instant, "entschieden am", "decided at"),
                personal("term", Text, "Begriff", "term"),
                personal("answer", Text, "Antwort", "answer"),
            ],
        )
    },
    notes(
        "vetting_comments",
        Words::new("Vermerke bei der Prüfung", "Notes in vetting"),
        &[
            operational("id"),
            pseudonym("case_id", Id("vet"), "Prüfvorgang", "case"),
            others("vetter_id", Id("acc"), "vermerkt von", "noted by"),
            personal("text", Text, "Vermerk", "note"),
            personal("at", Instant, "am", "at"),
        ],
    ),
    notes(
        "vetting_ticks",
        Words::new("Prüfliste", "Checklist"),
        &[
            operational("id"),
            pseudonym("case_id", Id("vet"), "Prüfvorgang", "case"),
            others("vetter_id", Id("acc"), "abgehakt von", "ticked by"),
            personal("item", Text, "Frage", "question"),
            personal("at", Instant, "am", "at"),
        ],
    ),
];
