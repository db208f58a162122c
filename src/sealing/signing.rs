//! Ed25519: what this installation vouches for, verifiable without its keys.

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Keyring, Purpose, SealError, hex, unhex};

/// The text is no public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a public key is 64 hexadecimal digits")]
pub struct NotAPublicKey;

/// The public half of a signing key, written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicKey([u8; 32]);

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl FromStr for PublicKey {
    type Err = NotAPublicKey;

    fn from_str(text: &str) -> Result<Self, NotAPublicKey> {
        let bytes = unhex::<32>(text).ok_or(NotAPublicKey)?;
        match VerifyingKey::from_bytes(&bytes) {
            Ok(key) if !key.is_weak() => Ok(Self(bytes)),
            Ok(_) | Err(_) => Err(NotAPublicKey),
        }
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl PublicKey {
    /// Whether the signature, 128 hexadecimal digits, is this key's of the message.
    pub fn verifies(&self, message: &[u8], signature: &str) -> bool {
        let (Ok(key), Some(signature)) =
            (VerifyingKey::from_bytes(&self.0), unhex::<64>(signature))
        else {
            return false;
        };
        key.verify_strict(message, &Signature::from_bytes(&signature))
            .is_ok()
    }
}

impl Keyring {
    /// The public key of a version's signatures.
    ///
    /// # Errors
    /// There is no such version.
    pub fn public_key(&self, version: i32) -> Result<PublicKey, SealError> {
        let key = self.signing_key(version)?;
        Ok(PublicKey(key.verifying_key().to_bytes()))
    }

    /// The signature of a message under a version, 128 hexadecimal digits.
    ///
    /// # Errors
    /// There is no such version.
    pub fn sign(&self, version: i32, message: &[u8]) -> Result<String, SealError> {
        Ok(hex(&self.signing_key(version)?.sign(message).to_bytes()))
    }

    fn signing_key(&self, version: i32) -> Result<SigningKey, SealError> {
        let seed = self.derive(version, Purpose::Checkpoints)?;
        Ok(SigningKey::from_bytes(&seed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring() -> (tempfile::TempDir, Keyring) {
        let dir = tempfile::tempdir().unwrap();
        let ring = Keyring::load(dir.path()).unwrap();
        (dir, ring)
    }

    #[test]
    fn a_signature_is_of_its_message_and_its_key() {
        let (_dir, ring) = ring();
        let (_other_dir, other) = self::ring();
        let key = ring.public_key(1).unwrap();

        let signature = ring.sign(1, b"head 7").unwrap();

        assert!(key.verifies(b"head 7", &signature));
        assert!(!key.verifies(b"head 8", &signature));
        assert!(!other.public_key(1).unwrap().verifies(b"head 7", &signature));
        assert!(!key.verifies(b"head 7", &signature[2..]));
    }

    #[test]
    fn a_public_key_is_read_as_it_is_written() {
        let (_dir, ring) = ring();
        let key = ring.public_key(1).unwrap();

        assert_eq!(key.to_string().parse(), Ok(key));
        assert_eq!("00".repeat(32).parse::<PublicKey>(), Err(NotAPublicKey));
        assert_eq!("zz".repeat(32).parse::<PublicKey>(), Err(NotAPublicKey));
        assert_eq!("ä".repeat(32).parse::<PublicKey>(), Err(NotAPublicKey));
    }

    #[test]
    fn each_version_signs_with_a_key_of_its_own() {
        let (_dir, ring) = ring();
        ring.add_version().unwrap();

        assert_ne!(ring.public_key(1).unwrap(), ring.public_key(2).unwrap());
    }
}
