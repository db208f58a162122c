//! Tables of the roster of coordinators.

use super::Shape::{Id, Instant, Text};
use super::{
    Erased, Kept, Purpose, Reader, Table, Whose, Words, operational, others, personal, plain,
    pseudonym,
};

pub(super) const TABLES: &[Table] = &[ROSTER, SHIFTS, CALLS];

const ROSTER: Table = Table {
    name: "roster",
    label: Words::new("Stand des Dienstplans", "State of the roster"),
    whose: &[],
    purpose: Purpose::Operation,
    kept: Kept::Always,
    readers: &[Reader::Program],
    erased: Erased::Stay,
    columns: &[plain("id"), plain("version")],
};

const SHIFTS: Table = Table {
    name: "roster_shifts",
    label: Words::new(
        "Dienst in der Koordinierungsstelle",
        "Duty at the coordination desk",
    ),
    whose: &[Whose::Account("account_id")],
    purpose: Purpose::Operation,
    kept: Kept::Shifts,
    readers: &[Reader::Oneself, Reader::Coordinators, Reader::Admins],
    erased: Erased::Deleted,
    columns: &[
        operational("id"),
        pseudonym("account_id", Id("acc"), "Konto", "account"),
        personal("seat", Text, "Platz", "seat"),
        personal("from_at", Instant, "Beginn", "begin"),
        personal("until_at", Instant, "Ende", "end"),
        others("planned_by", Id("acc"), "geplant von", "planned by"),
        personal("planned_at", Instant, "geplant", "planned"),
    ],
};

const CALLS: Table = Table {
    name: "desk_calls",
    label: Words::new(
        "Letzter Ruf der Koordinierungsstelle",
        "Last call of the coordination desk",
    ),
    whose: &[Whose::Account("account_id")],
    purpose: Purpose::Operation,
    kept: Kept::Account,
    readers: &[Reader::Oneself],
    erased: Erased::Deleted,
    columns: &[
        pseudonym("account_id", Id("acc"), "Konto", "account"),
        personal("told_at", Instant, "zuletzt gerufen", "called last"),
    ],
};
