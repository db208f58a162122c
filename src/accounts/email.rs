//! Mail addresses.

use std::fmt;
use std::str::FromStr;

use validator::ValidateEmail;

/// A mail address in one spelling: trimmed, lower case.
#[derive(Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

/// The text is not a mail address.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a mail address such as erika@example.org")]
pub struct MalformedEmail;

impl EmailAddress {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for EmailAddress {
    type Err = MalformedEmail;

    fn from_str(text: &str) -> Result<Self, MalformedEmail> {
        let address = text.trim().to_lowercase();
        if address.len() > 254 || !address.validate_email() {
            return Err(MalformedEmail);
        }
        Ok(Self(address))
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_an_address_are_one() {
        let address: EmailAddress = " Erika@Example.ORG ".parse().unwrap();

        assert_eq!(address.as_str(), "erika@example.org");
        assert_eq!(format!("{address:?}"), "EmailAddress");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        assert_eq!("erika".parse::<EmailAddress>(), Err(MalformedEmail));
    }
}
