//! What is wrong or doubtful about a request for help.

/// Something that may keep help from reaching whoever asks; it can be sent nevertheless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpDoubt {
    /// The phones are down, and the number is no mobile one.
    Landline,
    /// The mail address is of the house that is struck.
    OwnMail,
}

/// What is wrong with a request for help; the place says so itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpProblem {
    /// Nothing is chosen of what may have happened.
    SymptomMissing,
    /// There is no number.
    PhoneMissing,
    /// It is no number.
    PhoneWrong,
    /// The code is mistyped.
    CodeMistyped,
    /// It is no mail address.
    EmailWrong,
    /// Something is too long.
    TooLong(HelpField),
    /// Too many requests came from here: call instead.
    TooMany,
}

/// A field of the form that is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels say it")]
pub enum HelpField {
    Place,
    Phone,
    Code,
    Name,
    Email,
    Measures,
}
