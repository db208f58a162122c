use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, de};

use super::Ags;

/// A German postcode of five digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Postcode([u8; 5]);

/// The text is no postcode of five digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a postcode has five digits")]
pub struct PostcodeError;

/// One place that a postcode is used in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostcodeRow {
    /// The postcode.
    pub postcode: Postcode,
    /// The Gemeinde or gemeindefreies Gebiet.
    pub ags: Ags,
    /// Whether this is the main place of the postcode; each postcode has one.
    #[serde(deserialize_with = "one_or_zero")]
    pub primary: bool,
}

impl Postcode {
    /// The digits as text.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for Postcode {
    type Err = PostcodeError;

    fn from_str(text: &str) -> Result<Self, PostcodeError> {
        let digits: [u8; 5] = text.as_bytes().try_into().map_err(|_| PostcodeError)?;
        if digits.iter().all(u8::is_ascii_digit) {
            return Ok(Self(digits));
        }
        Err(PostcodeError)
    }
}

impl TryFrom<String> for Postcode {
    type Error = PostcodeError;

    fn try_from(text: String) -> Result<Self, PostcodeError> {
        text.parse()
    }
}

impl From<Postcode> for String {
    fn from(postcode: Postcode) -> Self {
        postcode.as_str().to_owned()
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

impl fmt::Debug for Postcode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Postcode({})", self.as_str())
    }
}

fn one_or_zero<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    match u8::deserialize(from)? {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(de::Error::custom("neither 0 nor 1")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_five_ascii_digits_are_a_postcode() {
        assert_eq!("06366".parse::<Postcode>().unwrap().as_str(), "06366");
        assert_eq!("6366".parse::<Postcode>(), Err(PostcodeError));
        assert_eq!("0636x".parse::<Postcode>(), Err(PostcodeError));
    }
}
