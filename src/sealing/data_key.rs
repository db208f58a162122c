//! The key of one person, and what it seals.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Keyring, Purpose, SealError};

const NONCE_LENGTH: usize = 12;

/// Where a sealed value stands; it opens nowhere else.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Table of the value.
    pub table: &'static str,
    /// Column of the value.
    pub column: &'static str,
    /// Id of the row.
    pub id: Uuid,
}

impl Place {
    fn bytes(self) -> Vec<u8> {
        format!("{}/{}/{}", self.table, self.column, self.id).into_bytes()
    }
}

/// A data key as it is stored: sealed by a version of the keyring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrappedKey {
    /// Version of the keyring.
    pub ring_version: i32,
    /// Nonce and ciphertext.
    pub bytes: Vec<u8>,
}

impl WrappedKey {
    /// The same data key, wrapped under another version.
    ///
    /// # Errors
    /// It does not open, or there is no such version.
    pub fn rewrapped(&self, ring: &Keyring, version: i32, owner: Uuid) -> Result<Self, SealError> {
        DataKey::unwrap(ring, owner, self)?.wrap_under(ring, version, owner)
    }
}

/// Seals what is personal about one person.
pub struct DataKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey")
    }
}

impl DataKey {
    /// A new random key.
    pub fn random() -> Self {
        Self(Zeroizing::new(rand::random()))
    }

    /// Wraps the key for storing.
    ///
    /// # Errors
    /// The keyring is empty.
    pub fn wrap(&self, ring: &Keyring, owner: Uuid) -> Result<WrappedKey, SealError> {
        self.wrap_under(ring, ring.current()?, owner)
    }

    fn wrap_under(
        &self,
        ring: &Keyring,
        ring_version: i32,
        owner: Uuid,
    ) -> Result<WrappedKey, SealError> {
        let wrapping = ring.derive(ring_version, Purpose::Wrap)?;
        let bytes = seal(&wrapping, self.0.as_slice(), key_place(owner))?;
        Ok(WrappedKey {
            ring_version,
            bytes,
        })
    }

    /// Opens a stored key.
    ///
    /// # Errors
    /// Unknown version, other owner, or changed bytes.
    pub fn unwrap(ring: &Keyring, owner: Uuid, wrapped: &WrappedKey) -> Result<Self, SealError> {
        let wrapping = ring.derive(wrapped.ring_version, Purpose::Wrap)?;
        let bytes = Zeroizing::new(open(&wrapping, &wrapped.bytes, key_place(owner))?);
        let key = bytes
            .as_slice()
            .try_into()
            .map_err(|_| SealError::DoesNotOpen)?;
        Ok(Self(Zeroizing::new(key)))
    }

    /// Nonce and ciphertext of a value that stands at `place`.
    ///
    /// # Errors
    /// The value is too long for AES-GCM (64 GiB).
    pub fn seal(&self, plain: &[u8], place: Place) -> Result<Vec<u8>, SealError> {
        seal(&self.0, plain, place)
    }

    /// The value sealed for `place`.
    ///
    /// # Errors
    /// Other key, other place, or changed bytes.
    pub fn open(&self, sealed: &[u8], place: Place) -> Result<Zeroizing<Vec<u8>>, SealError> {
        open(&self.0, sealed, place).map(Zeroizing::new)
    }
}

fn key_place(owner: Uuid) -> Place {
    Place {
        table: "data_keys",
        column: "wrapped",
        id: owner,
    }
}

fn seal(key: &[u8; 32], plain: &[u8], place: Place) -> Result<Vec<u8>, SealError> {
    let nonce: [u8; NONCE_LENGTH] = rand::random();
    let payload = Payload {
        msg: plain,
        aad: &place.bytes(),
    };
    let sealed = cipher(key)
        .encrypt(&Nonce::from(nonce), payload)
        .map_err(|_| SealError::DoesNotOpen)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

fn open(key: &[u8; 32], sealed: &[u8], place: Place) -> Result<Vec<u8>, SealError> {
    let (nonce, sealed) = sealed
        .split_first_chunk::<NONCE_LENGTH>()
        .ok_or(SealError::DoesNotOpen)?;
    let payload = Payload {
        msg: sealed,
        aad: &place.bytes(),
    };
    cipher(key)
        .decrypt(&Nonce::from(*nonce), payload)
        .map_err(|_| SealError::DoesNotOpen)
}

fn cipher(key: &[u8; 32]) -> Aes256Gcm {
    Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(id: Uuid) -> Place {
        Place {
            table: "experts",
            column: "identity",
            id,
        }
    }

    #[test]
    fn a_sealed_value_opens_at_its_place_only() {
        let (key, id) = (DataKey::random(), Uuid::new_v4());

        let sealed = key.seal(b"Erika", place(id)).unwrap();

        assert_eq!(key.open(&sealed, place(id)).unwrap().as_slice(), b"Erika");
        assert!(key.open(&sealed, place(Uuid::new_v4())).is_err());
        assert!(DataKey::random().open(&sealed, place(id)).is_err());
    }

    #[test]
    fn equal_values_are_sealed_differently() {
        let (key, id) = (DataKey::random(), Uuid::new_v4());

        assert_ne!(
            key.seal(b"Erika", place(id)).unwrap(),
            key.seal(b"Erika", place(id)).unwrap()
        );
    }

    #[test]
    fn a_wrapped_key_opens_for_its_owner_only() {
        let dir = tempfile::tempdir().unwrap();
        let ring = Keyring::load(dir.path()).unwrap();
        let (key, owner) = (DataKey::random(), Uuid::new_v4());

        let wrapped = key.wrap(&ring, owner).unwrap();

        assert!(DataKey::unwrap(&ring, owner, &wrapped).is_ok());
        assert!(DataKey::unwrap(&ring, Uuid::new_v4(), &wrapped).is_err());
    }

    #[test]
    fn a_rewrapped_key_opens_what_it_sealed_before() {
        let dir = tempfile::tempdir().unwrap();
        let ring = Keyring::load(dir.path()).unwrap();
        let (key, owner) = (DataKey::random(), Uuid::new_v4());
        let sealed = key.seal(b"Erika", place(owner)).unwrap();
        let wrapped = key.wrap(&ring, owner).unwrap();
        ring.add_version().unwrap();

        let rewrapped = wrapped.rewrapped(&ring, 2, owner).unwrap();
        ring.take_away(1, None).unwrap();

        assert_eq!(rewrapped.ring_version, 2);
        let opened = DataKey::unwrap(&ring, owner, &rewrapped).unwrap();
        assert_eq!(
            opened.open(&sealed, place(owner)).unwrap().as_slice(),
            b"Erika"
        );
    }

    #[test]
    fn too_short_a_value_does_not_open() {
        assert!(matches!(
            DataKey::random().open(b"short", place(Uuid::new_v4())),
            Err(SealError::DoesNotOpen)
        ));
    }
}
