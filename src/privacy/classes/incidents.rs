//! Tables of incidents.

use super::Shape::Text;
use super::{Erased, Kept, Purpose, Reader, Table, Words, named, plain, pseudonym, secret};

pub(super) const TABLES: &[Table] = &[Table {
    name: "incidents",
    label: Words::new("Vorfälle", "Incidents"),
    whose: &[],
    purpose: Purpose::Operation,
    kept: Kept::Incidents,
    readers: &[Reader::Coordinators],
    erased: Erased::Stay,
    columns: &[
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
            "wer zurückgerufen wird, was schon getan wurde",
            "who is called back, what was done so far",
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
    ],
}];
