//! What opens a session or a link: 256 bits that whoever holds them keeps, and of which the database has the hash.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::token::{MalformedToken, from_hex, to_hex};

/// A secret as its holder has it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A new random one.
    pub(super) fn random() -> Self {
        Self(rand::random())
    }

    /// From bytes that cannot be guessed.
    pub(super) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// What is stored: SHA-256 suffices for 256 bits.
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0).to_vec()
    }

    /// The text for a cookie or an address.
    pub fn reveal(&self) -> String {
        to_hex(&self.0)
    }
}

impl FromStr for Secret {
    type Err = MalformedToken;

    fn from_str(text: &str) -> Result<Self, MalformedToken> {
        from_hex(text).map(Self).ok_or(MalformedToken)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}
