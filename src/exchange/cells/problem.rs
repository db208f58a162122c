//! What can be wrong with a cell, a row or a column.

use serde::{Deserialize, Serialize};

/// The kinds of problems; pages say them in words of their own.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    thiserror::Error,
)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The column is none.
    #[error("there is no such column")]
    UnknownColumn,
    /// The column holds what only the person enters.
    #[error(
        "Private Nummern trägt nur die Person selbst ein. Only the person enters private numbers: remove this column"
    )]
    PrivateColumn,
    /// The column stands there twice.
    #[error("this column is there twice")]
    ColumnTwice,
    /// Something must stand there.
    #[error("this is missing")]
    Missing,
    /// The term is none of the vocabulary.
    #[error("this is not in the vocabulary")]
    UnknownTerm,
    /// It can mean several.
    #[error("this can mean several: choose one")]
    Ambiguous,
    /// The place is none.
    #[error("there is no such place")]
    UnknownPlace,
    /// A whole Land is no base.
    #[error("name a Gemeinde or a Kreis")]
    WholeLand,
    /// A confirmed skill would change or go, to which the person must agree.
    #[error(
        "a confirmed skill would change: change it on the page of the entry, so that the person can agree"
    )]
    Confirmed,
    /// The same twice in a list.
    #[error("this is there twice")]
    Twice,
    /// A skill without a level of 1 to 4.
    #[error("write the level behind it, 1 to 4, for example Veeam:3")]
    Level,
    /// A language without a level.
    #[error("write the level behind it, A1 to C2, for example Englisch:B2")]
    Cefr,
    /// No day.
    #[error("write a day, for example 31.12.2026")]
    Day,
    /// No period of days.
    #[error("write the first and the last day, for example 24.12.2026-02.01.2027")]
    Period,
    /// The end is before the beginning.
    #[error("it ends before it begins")]
    Order,
    /// No whole number within bounds.
    #[error("write a whole number from {min} to {max}")]
    Number {
        /// Smallest.
        min: u16,
        /// Largest.
        max: u16,
    },
    /// None of the words that may stand there.
    #[error("this is none of the words that belong here")]
    Word,
    /// No mail address.
    #[error("write a mail address")]
    Mail,
    /// No telephone number.
    #[error("write a telephone number, for example 0171 1234567")]
    Phone,
    /// More characters than fit.
    #[error("write at most {max} characters")]
    TooLong {
        /// How many fit.
        max: u16,
    },
    /// More in a list than fit.
    #[error("name at most {max}")]
    TooMany {
        /// How many fit.
        max: u16,
    },
    /// A capacity has no name and contact.
    #[error("a capacity is nameless: leave this empty")]
    NamedCapacity,
    /// A person has no headcount.
    #[error("a person counts as one: leave this empty")]
    PersonCounted,
    /// The entry is of the other kind.
    #[error("this entry is of the other kind")]
    OtherKind,
    /// No entry of the organisation has this alias.
    #[error("your organisation has no entry with this alias")]
    UnknownAlias,
    /// An earlier row is about the same entry.
    #[error("row {row} is about the same entry")]
    SameEntry {
        /// The earlier row.
        row: u32,
    },
    /// The text tells who it is.
    #[error("Dieser Satz verrät, wer Sie sind. This sentence tells who you are")]
    Identifying,
    /// The text speaks of health or family.
    #[error("Keine Angaben zu Gesundheit oder Familie. Nothing about health or family")]
    HealthOrFamily,
    /// The first day goes only with "later".
    #[error("a first day goes only with the word später")]
    OnlyLater,
    /// Refused for another reason.
    #[error("this is not taken")]
    Refused,
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellError {
    /// What.
    pub problem: Problem,
    /// The words it is about, where the cell holds more.
    pub excerpt: Option<String>,
    /// What was meant, perhaps.
    pub suggestions: Vec<String>,
}

impl CellError {
    /// About the whole cell.
    pub const fn new(problem: Problem) -> Self {
        Self {
            problem,
            excerpt: None,
            suggestions: Vec::new(),
        }
    }

    /// About some words of it.
    #[must_use]
    pub fn about(mut self, words: &str) -> Self {
        self.excerpt = Some(words.chars().take(80).collect());
        self
    }

    /// With what was meant, perhaps.
    #[must_use]
    pub fn suggesting(mut self, suggestions: Vec<String>) -> Self {
        self.suggestions = suggestions;
        self
    }
}
