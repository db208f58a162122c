//! Tables of emergency cards: of administrations, and of the people these name.

use super::Shape::{Id, Text};
use super::{
    Column, Erased, Kept, Purpose, Reader, Table, Words, named, operational, plain, pseudonym,
    secret,
};

/// Rows of an administration.
const fn of_administrations(
    name: &'static str,
    label: Words,
    kept: Kept,
    columns: &'static [Column],
) -> Table {
    Table {
        name,
        label,
        whose: &[],
        purpose: Purpose::Operation,
        kept,
        readers: &[Reader::Coordinators],
        erased: Erased::Stay,
        columns,
    }
}

pub(super) const TABLES: &[Table] = &[
    of_administrations(
        "condition_acceptances",
        Words::new("Angenommene Einsatzbedingungen", "Accepted conditions"),
        Kept::Proof,
        &[
            plain("id"),
            plain("organisation_id"),
            plain("version"),
            plain("accepted_on"),
            named("sealed_signatory", "wer unterschrieb", "who signed"),
            plain("recorded_at"),
            pseudonym("recorded_by", Text, "eingetragen von", "entered by"),
        ],
    ),
    of_administrations(
        "emergency_cards",
        Words::new("Notfallkarten", "Emergency cards"),
        Kept::Proof,
        &[
            plain("id"),
            plain("organisation_id"),
            plain("sequence"),
            plain("state"),
            plain("acceptance_id"),
            plain("issued_at"),
            pseudonym("issued_by", Text, "ausgestellt von", "issued by"),
            plain("issued_as"),
            plain("ended_at"),
            pseudonym("ended_by", Text, "beendet von", "ended by"),
        ],
    ),
    of_administrations(
        "emergency_codes",
        Words::new("Notfallcodes", "Emergency codes"),
        Kept::Proof,
        &[
            plain("id"),
            plain("card_id"),
            secret("code_hash"),
            plain("used_at"),
            plain("void_at"),
        ],
    ),
    of_administrations(
        "card_replacements",
        Words::new(
            "Ersatz von Notfallkarten",
            "Replacements of emergency cards",
        ),
        Kept::Proof,
        &[
            plain("card_id"),
            pseudonym("asked_by", Id("acc"), "verlangt von", "asked by"),
            plain("asked_at"),
            plain("expires_at"),
            pseudonym("confirmed_by", Id("acc"), "bestätigt von", "confirmed by"),
            plain("confirmed_at"),
        ],
    ),
    of_administrations(
        "code_redemptions",
        Words::new("Eingelöste Notfallcodes", "Redeemed emergency codes"),
        Kept::Proof,
        &[
            plain("id"),
            plain("code_id"),
            plain("card_id"),
            plain("organisation_id"),
            plain("place"),
            plain("redeemed_at"),
            plain("notice"),
            plain("noticed_at"),
        ],
    ),
    of_administrations(
        "emergency_contacts",
        Words::new("Kontakte für den Notfall", "Contacts for an emergency"),
        Kept::Always,
        &[
            plain("id"),
            plain("organisation_id"),
            plain("position"),
            named("sealed", "Name und Nummer", "name and number"),
            plain("checked_on"),
            plain("from_at"),
            plain("until_at"),
            pseudonym("entered_by", Text, "eingetragen von", "entered by"),
        ],
    ),
    of_administrations(
        "call_words",
        Words::new("Worte für den Rückruf", "Words of a call-back"),
        Kept::Done,
        &[
            operational("id"),
            operational("subject"),
            secret("sealed"),
            operational("tries"),
            operational("made_at"),
            operational("confirmed_at"),
        ],
    ),
];
