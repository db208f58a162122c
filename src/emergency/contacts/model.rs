//! What a contact is.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::ids::EmergencyContactId;
use crate::phone;

/// People a town registers at most.
const MOST: usize = 10;

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactProblem {
    /// The name is missing or too long.
    Name,
    /// The number is none.
    Number,
    /// There are as many contacts as there may be.
    TooMany,
}

/// What is sealed of a contact.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Sealed {
    pub(super) name: String,
    pub(super) number: String,
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed")
    }
}

/// Somebody to call back, opened.
#[derive(Clone)]
pub struct Contact {
    /// Its id.
    pub id: EmergencyContactId,
    /// Name and function.
    pub name: String,
    /// E.164.
    pub number: String,
    /// When somebody last said that it is still right.
    pub checked_on: NaiveDate,
}

impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Contact")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// Somebody to be registered, as typed.
#[derive(Clone, Copy)]
pub struct NewContact<'a> {
    /// Name and function.
    pub name: &'a str,
    /// Number in any usual spelling.
    pub number: &'a str,
}

/// What for somebody looks at the contacts of a town.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Purpose {
    /// The town asked for help and is called back.
    CallBack,
    /// A code was used, and nobody knows by whom.
    CodeUsed,
    /// A drill.
    Drill,
}

/// What is to be sealed, or what is wrong with what was typed.
pub(super) fn checked(new: NewContact<'_>, there: usize) -> Result<Sealed, Vec<ContactProblem>> {
    let name = new.name.trim();
    let number = phone::e164(new.number);
    let problems: Vec<_> = [
        (!(2..=120).contains(&name.chars().count())).then_some(ContactProblem::Name),
        number.is_none().then_some(ContactProblem::Number),
        (there >= MOST).then_some(ContactProblem::TooMany),
    ]
    .into_iter()
    .flatten()
    .collect();
    match number {
        Some(number) if problems.is_empty() => Ok(Sealed {
            name: name.to_owned(),
            number,
        }),
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_contact_is_told_at_once() {
        let typed = |name, number, there| checked(NewContact { name, number }, there);

        assert!(typed("Max Muster", "0171 1234567", 9).is_ok());
        let all = [
            ContactProblem::Name,
            ContactProblem::Number,
            ContactProblem::TooMany,
        ];
        assert_eq!(typed(" ", "ruf an", 10).unwrap_err(), all);
    }
}
