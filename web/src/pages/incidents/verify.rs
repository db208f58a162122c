//! Making sure that a request for help is no hoax.

/// How to make sure; posts `art` and `wort` or `grund` to `…/bestaetigung`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyForm {
    /// The word the caller says first; nothing when the call proves nothing any more.
    pub caller: Option<String>,
    /// Why somebody is known, as typed.
    pub reason: String,
    /// Page with the numbers registered for the town, `/notfallkarten/{org}`.
    pub registered_href: Option<String>,
    /// What is wrong.
    pub problems: Vec<VerifyProblem>,
}

/// A way to make sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerifyWith {
    /// A call back, in which both sides say their word.
    CallBack,
    /// Whoever arranges the help knows the person.
    KnownPerson,
}

/// What is wrong with making sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerifyProblem {
    /// No word was typed.
    WordMissing,
    /// It is another word.
    WrongWord {
        /// Tries left.
        left: u8,
    },
    /// There were too many wrong words.
    Locked,
    /// It is not said why the person is known.
    ReasonMissing,
    /// What is said is too long.
    ReasonTooLong,
}

impl VerifyWith {
    /// Value of `art`, as on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::CallBack => "call_back",
            Self::KnownPerson => "known_person",
        }
    }
}
