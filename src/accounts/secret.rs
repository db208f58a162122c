//! What a browser holds of its session.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::accounts::token::{MalformedToken, from_hex, to_hex};

/// 256 random bits; the browser has them, the database their hash.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken([u8; 32]);

impl SessionToken {
    /// A new random token.
    pub(super) fn random() -> Self {
        Self(rand::random())
    }

    /// What is stored: SHA-256 suffices for 256 random bits.
    pub(super) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0).to_vec()
    }

    /// The value of the cookie.
    pub fn reveal(&self) -> String {
        to_hex(&self.0)
    }
}

impl FromStr for SessionToken {
    type Err = MalformedToken;

    fn from_str(text: &str) -> Result<Self, MalformedToken> {
        from_hex(text).map(Self).ok_or(MalformedToken)
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken")
    }
}
