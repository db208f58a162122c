//! Signatures of bodies, by a secret that both sides know.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::sealing::{hex, unhex};

/// A shorter secret could be guessed.
const SHORTEST: usize = 16;
/// What stands before the digits.
const METHOD: &str = "sha256=";

/// What signs.
#[derive(Clone)]
pub struct SigningSecret(Hmac<Sha256>);

/// Fewer than 16 characters.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the secret has fewer than 16 characters")]
pub struct TooShort;

impl SigningSecret {
    /// From the text of a file.
    ///
    /// # Errors
    /// It is too short.
    pub fn new(text: &str) -> Result<Self, TooShort> {
        if text.len() < SHORTEST {
            return Err(TooShort);
        }
        let mac = Hmac::new_from_slice(text.as_bytes());
        Ok(Self(mac.map_err(|_| TooShort)?))
    }

    /// `sha256=` and the HMAC-SHA256 of a body.
    pub fn sign(&self, body: &[u8]) -> String {
        let mac = self.0.clone().chain_update(body);
        format!("{METHOD}{}", hex(&mac.finalize().into_bytes()))
    }

    /// Whether a body carries our signature; takes as long for a nearly right one.
    pub(super) fn verifies(&self, body: &[u8], signature: &str) -> bool {
        let digits = signature.trim();
        let digits = digits.strip_prefix(METHOD).unwrap_or(digits);
        let mac = self.0.clone().chain_update(body);
        unhex::<32>(digits).is_some_and(|digest| mac.verify_slice(&digest).is_ok())
    }
}

impl fmt::Debug for SigningSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningSecret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_of_its_body_and_its_secret() {
        let secret = SigningSecret::new("0123456789abcdef").unwrap();
        let other = SigningSecret::new("0123456789abcdeF").unwrap();
        let signature = secret.sign(b"{}");

        assert!(secret.verifies(b"{}", &signature));
        assert!(secret.verifies(b"{}", &signature["sha256=".len()..]));
        assert!(!secret.verifies(b"{ }", &signature));
        assert!(!other.verifies(b"{}", &signature));
        for bad in ["", "sha256=", "sha1=00", &signature[..20]] {
            assert!(!secret.verifies(b"{}", bad), "{bad}");
        }
    }

    #[test]
    fn the_signature_is_as_other_programs_make_it() {
        // printf abc | openssl dgst -sha256 -hmac 0123456789abcdef
        let secret = SigningSecret::new("0123456789abcdef").unwrap();

        assert_eq!(secret.sign(b"abc"), EXPECTED);
    }

    const EXPECTED: &str =
        "sha256=bcaa92843247bc258080d2824bddeba4afb1bd61b4688ca65f60a214e1d9759e";

    #[test]
    fn a_short_secret_is_refused_and_none_is_shown() {
        assert_eq!(SigningSecret::new("kurz").unwrap_err(), TooShort);
        let secret = SigningSecret::new("0123456789abcdef").unwrap();
        assert_eq!(format!("{secret:?}"), "SigningSecret");
    }
}
