//! Tables of what is brought in as files.

use super::Shape::Id;
use super::{Erased, Kept, Purpose, Reader, Table, Words, named, operational, plain, pseudonym};

pub(super) const TABLES: &[Table] = &[Table {
    name: "imports",
    label: Words::new("Eingelesene Dateien", "Imported files"),
    whose: &[],
    purpose: Purpose::Register,
    kept: Kept::Day,
    readers: &[Reader::Employer],
    // Erasing somebody forgets all files of the employer: who is in them, only their key tells.
    erased: Erased::Stay,
    columns: &[
        plain("id"),
        plain("organisation_id"),
        pseudonym("account_id", Id("acc"), "wer", "who"),
        operational("state"),
        operational("row_count"),
        operational("new_count"),
        operational("changed_count"),
        operational("rejected_count"),
        operational("done_count"),
        named("sealed_file", "hochgeladene Datei", "uploaded file"),
        named(
            "sealed_report",
            "Ergebnis der Prüfung",
            "result of the check",
        ),
        named(
            "sealed_former",
            "was geänderte Einträge vorher enthielten",
            "what changed entries held before",
        ),
        operational("created_at"),
        operational("applied_at"),
        operational("expires_at"),
    ],
}];
