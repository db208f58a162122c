//! Bearer tokens: 256 random bits, of which the database keeps the hash.

use std::fmt::{self, Write};
use std::str::FromStr;

use sha2::{Digest, Sha256};

const PREFIX: &str = "kat_";
const BYTES: usize = 32;

/// A token as its owner holds it; shown once.
#[derive(Clone, PartialEq, Eq)]
pub struct BearerToken([u8; BYTES]);

/// The text is not a token.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a token is kat_ and 64 hexadecimal digits")]
pub struct MalformedToken;

impl BearerToken {
    /// A new random token.
    pub fn random() -> Self {
        Self(rand::random())
    }

    /// A token from given bytes, for a demo that must be the same each time.
    pub fn from_bytes(bytes: [u8; BYTES]) -> Self {
        Self(bytes)
    }

    /// What is stored: SHA-256 suffices for 256 random bits.
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0).to_vec()
    }

    /// The text its owner keeps.
    pub fn reveal(&self) -> String {
        format!("{PREFIX}{}", to_hex(&self.0))
    }
}

impl FromStr for BearerToken {
    type Err = MalformedToken;

    fn from_str(text: &str) -> Result<Self, MalformedToken> {
        let digits = text.strip_prefix(PREFIX);
        digits.and_then(from_hex).map(Self).ok_or(MalformedToken)
    }
}

/// 32 bytes as hexadecimal digits.
pub(super) fn to_hex(bytes: &[u8; BYTES]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// 32 bytes from as many pairs of hexadecimal digits.
pub(super) fn from_hex(digits: &str) -> Option<[u8; BYTES]> {
    if digits.len() != 2 * BYTES || !digits.is_ascii() {
        return None;
    }
    let mut bytes = [0; BYTES];
    for (position, byte) in bytes.iter_mut().enumerate() {
        let pair = &digits[2 * position..2 * position + 2];
        *byte = u8::from_str_radix(pair, 16).ok()?;
    }
    Some(bytes)
}

impl fmt::Debug for BearerToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BearerToken")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_and_hides_itself() {
        let token = BearerToken::random();

        assert_eq!(token.reveal().parse(), Ok(token.clone()));
        assert_eq!(format!("{token:?}"), "BearerToken");
    }

    #[test]
    fn what_is_no_token_is_refused() {
        for text in [
            "",
            "kat_",
            "kat_zz",
            &"kat_ü".repeat(20),
            &format!("kat_{}", "g".repeat(64)),
        ] {
            assert_eq!(text.parse::<BearerToken>(), Err(MalformedToken));
        }
    }
}
