//! Numbers and addresses that are a person's own, and which way is tried first.

use std::collections::HashSet;
use std::fmt;

use serde::{Deserialize, Serialize};
use strum::VariantArray;
use validator::ValidateEmail;

use crate::phone;

/// A way to reach a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum ContactWay {
    /// The mobile telephone of the duty.
    WorkMobile,
    /// The telephone at work.
    WorkPhone,
    /// The mail address at work.
    WorkEmail,
    /// The person's own mobile telephone.
    PrivateMobile,
    /// The person's telephone at home.
    PrivatePhone,
    /// The person's own mail address.
    PrivateEmail,
}

impl ContactWay {
    /// What is tried when the person has not said otherwise.
    pub const USUAL: [Self; 3] = [Self::WorkMobile, Self::WorkPhone, Self::WorkEmail];

    /// Whether it is the person's own.
    pub const fn is_private(self) -> bool {
        match self {
            Self::PrivateMobile | Self::PrivatePhone | Self::PrivateEmail => true,
            Self::WorkMobile | Self::WorkPhone | Self::WorkEmail => false,
        }
    }
}

/// The ways that are tried, first to last; each once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContactOrder(Vec<ContactWay>);

impl ContactOrder {
    /// Puts ways in the order of the places given for them; of equal places the ways keep their own order.
    pub fn by_place(mut places: Vec<(u8, ContactWay)>) -> Self {
        places.sort_by_key(|(place, _)| *place);
        let mut seen = HashSet::new();
        let ways = places.into_iter().map(|(_, way)| way);
        Self(ways.filter(|way| seen.insert(*way)).collect())
    }

    /// The ways, first to last.
    pub fn ways(&self) -> &[ContactWay] {
        &self.0
    }

    /// The place of a way, from 1; none when it is not used.
    pub fn place(&self, way: ContactWay) -> Option<usize> {
        let found = self.0.iter().position(|held| *held == way)?;
        Some(found + 1)
    }
}

impl Default for ContactOrder {
    fn default() -> Self {
        Self(ContactWay::USUAL.to_vec())
    }
}

/// Private numbers and the order of all ways.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrivateContact {
    /// Mobile telephone, E.164.
    pub mobile: Option<String>,
    /// Telephone at home, E.164.
    pub phone: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Which way is tried first.
    pub order: ContactOrder,
}

impl fmt::Debug for PrivateContact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateContact")
    }
}

/// What is wrong with a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrivateContactProblem {
    /// It is no telephone number.
    NoPhone,
    /// It is no mail address.
    NoMail,
    /// It is given, but would never be used: then it must not be kept.
    Unused,
    /// It has a place in the order, but nothing is given.
    Missing,
    /// No way is left.
    NoWay,
}

impl PrivateContact {
    /// Whether there is anything of the person's own.
    pub fn has_private(&self) -> bool {
        let given = [&self.mobile, &self.phone, &self.email];
        given.into_iter().any(Option::is_some)
    }

    /// What is given for a private way.
    pub fn private(&self, way: ContactWay) -> Option<&str> {
        let given = match way {
            ContactWay::PrivateMobile => &self.mobile,
            ContactWay::PrivatePhone => &self.phone,
            ContactWay::PrivateEmail => &self.email,
            ContactWay::WorkMobile | ContactWay::WorkPhone | ContactWay::WorkEmail => &None,
        };
        given.as_deref()
    }

    /// Numbers in one spelling, nothing that is not used, every way used with something behind it.
    ///
    /// # Errors
    /// What is wrong, by way.
    pub fn checked(mut self) -> Result<Self, Vec<(ContactWay, PrivateContactProblem)>> {
        let mut problems = Vec::new();
        let numbers = [
            (ContactWay::PrivateMobile, &mut self.mobile),
            (ContactWay::PrivatePhone, &mut self.phone),
        ];
        for (way, number) in numbers {
            if let Some(given) = number.take() {
                *number = phone::e164(&given);
                if number.is_none() {
                    problems.push((way, PrivateContactProblem::NoPhone));
                }
            }
        }
        let is_mail = |given: &String| given.len() <= 254 && given.validate_email();
        if self.email.as_ref().is_some_and(|given| !is_mail(given)) {
            problems.push((ContactWay::PrivateEmail, PrivateContactProblem::NoMail));
        }
        for way in ContactWay::VARIANTS.iter().copied() {
            let has_problem = problems.iter().any(|(about, _)| *about == way);
            if !way.is_private() || has_problem {
                continue;
            }
            let is_used = self.order.place(way).is_some();
            match (self.private(way).is_some(), is_used) {
                (true, false) => problems.push((way, PrivateContactProblem::Unused)),
                (false, true) => problems.push((way, PrivateContactProblem::Missing)),
                (true, true) | (false, false) => {}
            }
        }
        if self.order.ways().is_empty() {
            problems.push((ContactWay::WorkMobile, PrivateContactProblem::NoWay));
        }
        if problems.is_empty() {
            Ok(self)
        } else {
            Err(problems)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(mobile: &str, places: &[(u8, ContactWay)]) -> PrivateContact {
        PrivateContact {
            mobile: Some(mobile.to_owned()),
            order: ContactOrder::by_place(places.to_vec()),
            ..PrivateContact::default()
        }
    }

    #[test]
    fn ways_are_tried_by_their_places_each_once() {
        let places = vec![
            (2, ContactWay::WorkMobile),
            (1, ContactWay::PrivateMobile),
            (2, ContactWay::WorkEmail),
            (3, ContactWay::PrivateMobile),
        ];

        let order = ContactOrder::by_place(places);

        let expected = [
            ContactWay::PrivateMobile,
            ContactWay::WorkMobile,
            ContactWay::WorkEmail,
        ];
        assert_eq!(order.ways(), expected);
        assert_eq!(order.place(ContactWay::WorkEmail), Some(3));
    }

    #[test]
    fn numbers_have_one_spelling() {
        let contact = given("0171 / 123 45 67", &[(1, ContactWay::PrivateMobile)]);

        let contact = contact.checked().unwrap();

        assert_eq!(contact.mobile.as_deref(), Some("+491711234567"));
    }

    #[test]
    fn what_is_not_used_is_not_kept() {
        let unused = given("0171 1234567", &[(1, ContactWay::WorkMobile)]);
        let missing = PrivateContact {
            order: ContactOrder::by_place(vec![(1, ContactWay::PrivatePhone)]),
            ..PrivateContact::default()
        };

        assert_eq!(
            unused.checked(),
            Err(vec![(
                ContactWay::PrivateMobile,
                PrivateContactProblem::Unused
            )])
        );
        assert_eq!(
            missing.checked(),
            Err(vec![(
                ContactWay::PrivatePhone,
                PrivateContactProblem::Missing
            )])
        );
    }

    #[test]
    fn nobody_is_left_without_a_way() {
        let contact = PrivateContact {
            order: ContactOrder::by_place(Vec::new()),
            ..PrivateContact::default()
        };

        assert_eq!(
            contact.checked(),
            Err(vec![(ContactWay::WorkMobile, PrivateContactProblem::NoWay)])
        );
    }

    #[test]
    fn its_debug_text_shows_nothing() {
        let contact = given("0171 1234567", &[(1, ContactWay::PrivateMobile)]);

        assert_eq!(format!("{contact:?}"), "PrivateContact");
    }
}
