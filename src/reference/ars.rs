use std::fmt;

use serde::{Deserialize, Serialize};

/// The long regional key of twelve digits; an attribute of a place, never its identity.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ars(String);

/// The text is no ARS of twelve digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an ARS has twelve digits")]
pub struct ArsError;

/// Names a shared administration: the first nine digits of its members' ARS.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AdministrationKey(String);

/// The text is no key of nine digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the key of an administration has nine digits")]
pub struct AdministrationKeyError;

impl Ars {
    /// The digits as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key of the administration that the place belongs to.
    pub fn administration(&self) -> AdministrationKey {
        AdministrationKey(self.0[..9].to_owned())
    }
}

impl AdministrationKey {
    /// The digits as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn has_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl TryFrom<String> for Ars {
    type Error = ArsError;

    fn try_from(text: String) -> Result<Self, ArsError> {
        if has_digits(&text, 12) {
            return Ok(Self(text));
        }
        Err(ArsError)
    }
}

impl TryFrom<String> for AdministrationKey {
    type Error = AdministrationKeyError;

    fn try_from(text: String) -> Result<Self, AdministrationKeyError> {
        if has_digits(&text, 9) {
            return Ok(Self(text));
        }
        Err(AdministrationKeyError)
    }
}

impl From<Ars> for String {
    fn from(ars: Ars) -> Self {
        ars.0
    }
}

impl From<AdministrationKey> for String {
    fn from(key: AdministrationKey) -> Self {
        key.0
    }
}

impl fmt::Display for AdministrationKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ars_names_its_administration() {
        let nastaetten = Ars::try_from("071415007092".to_owned()).unwrap();

        assert_eq!(nastaetten.administration().as_str(), "071415007");
    }

    #[test]
    fn eleven_digits_are_no_ars() {
        assert_eq!(Ars::try_from("07141500709".to_owned()), Err(ArsError));
    }
}
