use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Land;

/// The official key of a Land (2 digits), a Kreis (5) or a Gemeinde (8).
///
/// Sorted, a place stands directly before everything it contains.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ags {
    digits: [u8; 8],
    length: u8,
}

/// Why a text is no AGS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AgsError {
    /// Something other than the digits 0 to 9 occurs in it.
    #[error("an AGS consists of digits only")]
    NotDigits,
    /// It has neither 2, 5 nor 8 digits.
    #[error("an AGS has 2, 5 or 8 digits")]
    WrongLength,
    /// Its first two digits are not 01 to 16.
    #[error("an AGS begins with the number of a Land, 01 to 16")]
    NoSuchLand,
}

impl Ags {
    /// The digits as text.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.digits[..self.digit_count()]).unwrap_or_default()
    }

    /// How many digits it has: 2, 5 or 8.
    pub fn digit_count(self) -> usize {
        usize::from(self.length)
    }

    /// The Land the place lies in, or is.
    pub fn land(self) -> Land {
        Land::clamped((self.digits[0] - b'0') * 10 + (self.digits[1] - b'0'))
    }

    /// The key of the Land the place lies in, or is.
    #[must_use]
    pub fn land_key(self) -> Self {
        self.shortened(2)
    }

    /// The key of the Kreis the place lies in, or is; none for a Land.
    pub fn kreis(self) -> Option<Self> {
        (self.length >= 5).then(|| self.shortened(5))
    }

    /// The key of the next larger place; none for a Land.
    pub fn parent(self) -> Option<Self> {
        match self.length {
            8 => Some(self.shortened(5)),
            5 => Some(self.shortened(2)),
            _ => None,
        }
    }

    /// Whether the other place lies in this one; every place contains itself.
    pub fn contains(self, other: Self) -> bool {
        other.as_str().starts_with(self.as_str())
    }

    fn shortened(self, length: u8) -> Self {
        let mut digits = [0; 8];
        let kept = usize::from(length);
        digits[..kept].copy_from_slice(&self.digits[..kept]);
        Self { digits, length }
    }
}

impl FromStr for Ags {
    type Err = AgsError;

    fn from_str(text: &str) -> Result<Self, AgsError> {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(AgsError::NotDigits);
        }
        let length = match text.len() {
            2 => 2,
            5 => 5,
            8 => 8,
            _ => return Err(AgsError::WrongLength),
        };
        if !("01"..="16").contains(&&text[..2]) {
            return Err(AgsError::NoSuchLand);
        }
        let mut digits = [0; 8];
        digits[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Self { digits, length })
    }
}

impl TryFrom<String> for Ags {
    type Error = AgsError;

    fn try_from(text: String) -> Result<Self, AgsError> {
        text.parse()
    }
}

impl From<Ags> for String {
    fn from(ags: Ags) -> Self {
        ags.as_str().to_owned()
    }
}

impl fmt::Display for Ags {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

impl fmt::Debug for Ags {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Ags({})", self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ags(text: &str) -> Ags {
        text.parse().unwrap()
    }

    #[test]
    fn a_gemeinde_knows_its_kreis_and_land() {
        let witten = ags("05954036");

        assert_eq!(witten.kreis(), Some(ags("05954")));
        assert_eq!(witten.land_key(), ags("05"));
        assert_eq!(witten.land().code(), "NW");
    }

    #[test]
    fn parents_end_at_the_land() {
        assert_eq!(ags("05954036").parent(), Some(ags("05954")));
        assert_eq!(ags("05954").parent(), Some(ags("05")));
        assert_eq!(ags("05").parent(), None);
    }

    #[test]
    fn each_wrong_text_has_its_own_error() {
        assert_eq!("0595403x".parse::<Ags>(), Err(AgsError::NotDigits));
        assert_eq!("٠٥".parse::<Ags>(), Err(AgsError::NotDigits));
        assert_eq!("5954036".parse::<Ags>(), Err(AgsError::WrongLength));
        assert_eq!("".parse::<Ags>(), Err(AgsError::WrongLength));
        assert_eq!("17000000".parse::<Ags>(), Err(AgsError::NoSuchLand));
        assert_eq!("00".parse::<Ags>(), Err(AgsError::NoSuchLand));
    }

    #[test]
    fn a_place_sorts_before_what_it_contains() {
        assert!(ags("05") < ags("05954"));
        assert!(ags("05954") < ags("05954036"));
        assert!(ags("05954036") < ags("05958"));
    }

    proptest! {
        #[test]
        fn any_text_is_refused_or_comes_back(text in ".{0,12}|[0-9]{0,9}") {
            if let Ok(key) = text.parse::<Ags>() {
                prop_assert_eq!(key.as_str(), text.as_str());
                prop_assert!(key.land_key().contains(key));
            }
        }
    }
}
