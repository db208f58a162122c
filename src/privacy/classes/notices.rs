//! Tables of what people are told by mail and on the telephone.

use super::Shape::{Id, Instant, Number, Text};
use super::{
    Column, Erased, Kept, Purpose, Reader, Table, Whose, Words, operational, personal, pseudonym,
    sealed,
};

const ACCOUNT: Column = pseudonym("account_id", Id("acc"), "Konto", "account");
const OWN: &[Reader] = &[Reader::Oneself];

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "notice_choices",
        label: Words::new("Gewählte Mitteilungen", "Messages chosen"),
        whose: &[Whose::Account("account_id")],
        purpose: Purpose::Access,
        kept: Kept::Account,
        readers: OWN,
        erased: Erased::Deleted,
        columns: &[
            ACCOUNT,
            personal("kind", Text, "Anlass", "occasion"),
            personal("delivery", Text, "wie", "how"),
        ],
    },
    Table {
        name: "account_phones",
        label: Words::new(
            "Telefon für Anrufe, die eilen",
            "Telephone for urgent calls",
        ),
        whose: &[Whose::Account("account_id")],
        purpose: Purpose::Access,
        kept: Kept::Account,
        readers: OWN,
        erased: Erased::Deleted,
        columns: &[
            ACCOUNT,
            sealed("sealed_number", "Telefonnummer", "telephone number"),
            personal("stated_at", Instant, "angegeben", "stated"),
        ],
    },
    Table {
        name: "gathered_notices",
        label: Words::new(
            "Mitteilungen für den nächsten Morgen",
            "Messages for the next morning",
        ),
        whose: &[Whose::Account("account_id")],
        purpose: Purpose::Access,
        kept: Kept::Week,
        readers: OWN,
        erased: Erased::Deleted,
        columns: &[
            ACCOUNT,
            personal("kind", Text, "Anlass", "occasion"),
            personal("times", Number, "wie oft", "how often"),
            personal("last_at", Instant, "zuletzt", "last"),
        ],
    },
    // Which message it was, and never whose: the address stands with whom it belongs to.
    Table {
        name: "message_deliveries",
        label: Words::new("Versandte Nachrichten", "Messages sent"),
        whose: &[],
        purpose: Purpose::Operation,
        kept: Kept::Deliveries,
        readers: &[Reader::Coordinators, Reader::Admins],
        erased: Erased::Stay,
        columns: &[
            operational("id"),
            pseudonym("subject", Id(""), "worüber", "about what"),
            operational("purpose"),
            operational("reference"),
            operational("channel"),
            operational("way"),
            operational("state"),
            operational("failure"),
            operational("attempt"),
            operational("tried_at"),
            operational("changed_at"),
            operational("keyed_at"),
        ],
    },
];
