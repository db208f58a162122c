//! Personal data at rest: sealed with a data key per person, the data keys wrapped by the keyring.
//!
//! AES-256-GCM with random 96-bit nonces. The additional data is table, column and id, so a sealed
//! value copied to another row does not open. Deleting a data key erases what it sealed, in
//! backups too, because the keyring is never in the database.

mod data_key;
mod hex;
mod key_files;
mod keyring;
mod purpose;
mod recipients;
mod signing;

pub use data_key::{DataKey, Place, WrappedKey};
pub use hex::{hex, unhex};
pub use keyring::Keyring;
pub use purpose::Purpose;
pub use recipients::{EncryptedFile, RecipientError, Recipients};
pub use signing::{NotAPublicKey, PublicKey};

/// Why something could not be sealed, opened or loaded.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The keyring has no key of this version.
    #[error("the keyring has no key {0}")]
    UnknownKey(i32),
    /// Wrong key, wrong place, or changed bytes.
    #[error("the sealed value does not open")]
    DoesNotOpen,
    /// The key files cannot be read or written.
    #[error("the key file {path} cannot be used")]
    KeyFile {
        /// The file.
        path: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The database was sealed with keys that are not there.
    #[error("the keys of this database are missing from {0}")]
    Missing(String),
    /// The keys are those of another database.
    #[error("the keys in {0} are not those of this database")]
    Foreign(String),
    /// A key file has the wrong length.
    #[error("the key file {0} is damaged")]
    DamagedKeyFile(String),
}
