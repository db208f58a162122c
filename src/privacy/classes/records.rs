//! Tables of what happened and what is to be done.

use super::Shape::{Id, Instant, Text};
use super::{Erased, Kept, Purpose, Reader, Table, Words, operational, plain, pseudonym, secret};

const NOBODY: &[Reader] = &[Reader::Program];

/// Rows by which the service runs.
const fn running(
    name: &'static str,
    label: Words,
    kept: Kept,
    columns: &'static [super::Column],
) -> Table {
    Table {
        name,
        label,
        whose: &[],
        purpose: Purpose::Operation,
        kept,
        readers: NOBODY,
        erased: Erased::Stay,
        columns,
    }
}

pub(super) const TABLES: &[Table] = &[
    Table {
        purpose: Purpose::Accountability,
        readers: &[Reader::Auditors],
        ..running(
            "audit_entries",
            Words::new("Protokoll", "Audit record"),
            Kept::Audit,
            &[
                operational("seq"),
                operational("at"),
                pseudonym("actor", Text, "wer", "who"),
                operational("action"),
                pseudonym("subject", Text, "an wem", "to whom"),
                operational("details"),
                plain("previous_hash"),
                plain("hash"),
            ],
        )
    },
    Table {
        purpose: Purpose::Accountability,
        readers: &[Reader::Auditors],
        ..running(
            "audit_checkpoints",
            Words::new("Beglaubigungen des Protokolls", "Checkpoints of the record"),
            Kept::Always,
            &[
                operational("seq"),
                operational("ring_version"),
                operational("at"),
                plain("hash"),
                plain("public_key"),
                plain("signature"),
            ],
        )
    },
    running(
        "audit_refusals",
        Words::new(
            "Abgelehnte Versuche einer Minute",
            "Refused attempts of a minute",
        ),
        Kept::Done,
        &[
            operational("action"),
            pseudonym("subject", Text, "wessen Konto", "whose account"),
            operational("minute_at"),
            operational("count"),
        ],
    ),
    // Whoever is told of an alarm about themselves is warned: it is not part of an export.
    Table {
        purpose: Purpose::Accountability,
        readers: &[Reader::Coordinators, Reader::Admins],
        ..running(
            "alarms",
            Words::new(
                "Warnungen über auffällige Konten",
                "Alarms about conspicuous accounts",
            ),
            Kept::Alarms,
            &[
                operational("id"),
                pseudonym("account_id", Id("acc"), "wessen Konto", "whose account"),
                operational("kind"),
                operational("roles"),
                operational("from_day"),
                operational("until_day"),
                operational("seen"),
                operational("threshold"),
                operational("raised_at"),
                operational("acknowledged_at"),
                pseudonym("acknowledged_by", Id("acc"), "erledigt von", "closed by"),
                operational("note"),
            ],
        )
    },
    // Nobody real: which id a decoy shows stands nowhere else.
    Table {
        readers: &[Reader::Admins],
        ..running(
            "decoys",
            Words::new("Köder", "Decoys"),
            Kept::Always,
            &[
                operational("id"),
                secret("shown_lookup"),
                secret("sealed"),
                pseudonym("made_by", Id("acc"), "angelegt von", "made by"),
            ],
        )
    },
    Table {
        purpose: Purpose::Accountability,
        ..running(
            "key_rotations",
            Words::new("Schlüsselwechsel", "Key rotations"),
            Kept::Always,
            &[
                operational("version"),
                pseudonym("announced_by", Id("acc"), "angekündigt von", "announced by"),
                operational("announced_at"),
                pseudonym("confirmed_by", Id("acc"), "bestätigt von", "confirmed by"),
                operational("confirmed_at"),
                operational("begun_at"),
                operational("is_vouched_for"),
                operational("finished_at"),
            ],
        )
    },
    Table {
        purpose: Purpose::Accountability,
        ..running(
            "erasures",
            Words::new("Löschungen", "Erasures"),
            Kept::Always,
            &[
                pseudonym("person", Id(""), "wer", "who"),
                operational("kind"),
                pseudonym("erased_at", Instant, "wann", "when"),
            ],
        )
    },
    running(
        "changes",
        Words::new("Änderungsfolge", "Feed of changes"),
        Kept::Always,
        &[
            operational("seq"),
            operational("at"),
            operational("kind"),
            pseudonym("subject", Id(""), "wer", "who"),
        ],
    ),
    running(
        "jobs",
        Words::new("Aufträge", "Jobs"),
        Kept::Done,
        &[
            operational("id"),
            operational("kind"),
            operational("key"),
            pseudonym("subject", Id(""), "wer", "who"),
            operational("run_at"),
            operational("attempts"),
            operational("leased_until"),
            operational("given_up_at"),
            operational("failure"),
        ],
    ),
    running(
        "idempotency_keys",
        Words::new(
            "Schutz vor doppelten Anfragen",
            "Guard against repeated requests",
        ),
        Kept::Day,
        &[
            pseudonym("scope", Text, "wer und was", "who and what"),
            operational("key"),
            secret("body_hash"),
            operational("resource"),
            operational("created_at"),
        ],
    ),
    running(
        "commit_head",
        Words::new("Ende der Protokollkette", "Head of the chain"),
        Kept::Always,
        &[
            plain("id"),
            plain("change_seq"),
            plain("audit_seq"),
            plain("audit_hash"),
        ],
    ),
    running(
        "marks",
        Words::new("Angaben zur Installation", "Facts about the installation"),
        Kept::Always,
        &[plain("name"), plain("value")],
    ),
    running(
        "seaql_migrations",
        Words::new("Stand des Schemas", "State of the schema"),
        Kept::Always,
        &[plain("version"), plain("applied_at")],
    ),
];
