//! The class of every column: whose it is, what it is for, how long it is kept, who sees it.
//!
//! A test compares this with the schema of a migrated database, so a new column must say what it is.

mod accounts;
mod columns;
mod costs;
mod emergency;
mod employer;
mod exchange;
mod incidents;
mod notices;
mod records;
mod reference;
mod register;
mod requests;
mod reviews;
mod roster;
mod stored;
mod thread;
mod words;

use strum::{EnumString, IntoStaticStr, VariantArray};

use columns::{file, named, operational, others, personal, plain, pseudonym, said, sealed, secret};
pub(super) use stored::stored_words;
pub use words::Words;

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Class {
    /// About no person.
    None,
    /// An id or alias that stands for a person; stays after erasure.
    Pseudonym,
    /// About a person, readable in the database.
    Personal,
    /// About a person, sealed with that person's data key.
    Sealed,
    /// About somebody an administration names, who has no account here; sealed with a key of its own, which goes with the row.
    Named,
    /// Hash or key of a secret: shown to nobody, also not in an export.
    Secret,
    /// About how the service runs; tied to a person for hours at most.
    Operational,
}

/// How a value is stored, and so how it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Text.
    Text,
    /// A UUID, shown with this prefix.
    Id(&'static str),
    /// An instant.
    Instant,
    /// A day.
    Day,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// Bytes.
    Bytes,
    /// A file, sealed; too long for a copy, so its page hands it over.
    File,
    /// What was said of a deployment, sealed with the key of its incident: the person's own where this column says
    /// `expert`, or in every row.
    Said(Option<&'static str>),
}

/// A column and its class.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub class: Class,
    /// What people call it.
    pub label: Words,
    pub(super) shape: Shape,
    /// It stands for somebody else than whose row it is, and is not shown to that person.
    pub(super) is_others: bool,
}

/// How the rows of a table belong to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// To the account this column names.
    Account(&'static str),
    /// To the person of the entry this column names.
    Entry(&'static str),
    /// To the account or entry this column names.
    Person(&'static str),
    /// To the person of the entry whose vetting case this column names.
    Case(&'static str),
}

/// Why something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Purpose {
    /// Letting people sign in, and nobody else.
    Access,
    /// Finding and matching experts.
    Register,
    /// Admitting experts.
    Vetting,
    /// Asking for help and counting days of deployment.
    Deployment,
    /// Showing who did what.
    Accountability,
    /// Running the service.
    Operation,
}

/// How long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kept {
    /// Until the account is erased.
    Account,
    /// Until the entry is erased.
    Entry,
    /// Pseudonymous after erasure, as proof.
    Proof,
    /// A while after a session began or a link ran out.
    SignIn,
    /// A while after an access key ended.
    Tokens,
    /// A while after a card was looked at.
    Views,
    /// A while after somebody looked after it.
    Alarms,
    /// A while after the decision it was for.
    Evidence,
    /// A while after a message was sent.
    Deliveries,
    /// A while after an incident was asked or closed; what belongs to an order, some years.
    Incidents,
    /// 90 days after an incident was closed.
    Closed,
    /// As long as an incident; what was answered, a while after it was.
    Answers,
    /// A while after an incident was closed; at once what somebody wrote who is erased.
    Messages,
    /// A year after a shift ended.
    Shifts,
    /// A year after a deployment ended.
    Reviews,
    /// Until it is saved anew after it ended.
    Ended,
    /// A day.
    Day,
    /// A week.
    Week,
    /// Minutes to hours, until it is done.
    Done,
    /// Years.
    Audit,
    /// As long as there is the register.
    Always,
}

/// Who can see something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray)]
pub enum Reader {
    /// The person.
    Oneself,
    /// Managers of the person's employer.
    Employer,
    /// Whoever may search, under the alias only.
    Searchers,
    /// Vetters.
    Vetters,
    /// Coordinators.
    Coordinators,
    /// The town that is helped.
    Towns,
    /// Admins.
    Admins,
    /// Auditors.
    Auditors,
    /// Nobody: only the program.
    Program,
}

/// What becomes of a person's rows when the person is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Erased {
    /// They are deleted.
    Deleted,
    /// They stay under the pseudonym; what is personal in them is blanked.
    Blanked,
    /// They are nobody's, or hold pseudonyms only.
    Stay,
}

/// A table and what is in it.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What people call it.
    pub label: Words,
    /// How its rows belong to persons; nobody's when empty.
    pub whose: &'static [Whose],
    /// Why it is kept.
    pub purpose: Purpose,
    /// How long.
    pub kept: Kept,
    /// Who can see it.
    pub readers: &'static [Reader],
    /// Its columns.
    pub columns: &'static [Column],
    pub(super) erased: Erased,
}

/// All tables.
pub fn classes() -> impl Iterator<Item = &'static Table> {
    let parts = [
        accounts::TABLES,
        costs::TABLES,
        emergency::TABLES,
        employer::TABLES,
        exchange::TABLES,
        incidents::TABLES,
        notices::TABLES,
        register::TABLES,
        requests::TABLES,
        reviews::TABLES,
        roster::TABLES,
        thread::TABLES,
        records::TABLES,
        reference::TABLES,
    ];
    parts.into_iter().flatten()
}

impl Column {
    /// Whether a person finds it in the copy of what is kept.
    pub fn is_copied(&self) -> bool {
        match self.shape {
            Shape::File => false,
            // It may name others; it is the person's word, or about the person, all the same.
            Shape::Said(_) => true,
            Shape::Text
            | Shape::Id(_)
            | Shape::Instant
            | Shape::Day
            | Shape::Number
            | Shape::Flag
            | Shape::Bytes => self.class.is_for_the_person(),
        }
    }
}

impl Class {
    /// Whether the person gets to see it.
    pub(super) const fn is_for_the_person(self) -> bool {
        match self {
            Self::Pseudonym | Self::Personal | Self::Sealed => true,
            Self::None | Self::Named | Self::Secret | Self::Operational => false,
        }
    }
}
