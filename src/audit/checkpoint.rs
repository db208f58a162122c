//! Signed heads of the chain: proof of everything up to an entry, worth most when a copy is kept elsewhere.

use serde::{Deserialize, Serialize};

use super::store::{self, Head};
use crate::access::Permit;
use crate::access::action::ReadAudit;
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::sealing::{Keyring, PublicKey, SealError, hex};

/// The head of the chain at a time, signed with Ed25519.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// Number of the last entry it covers.
    pub seq: i64,
    /// When it was signed.
    pub at: Instant,
    /// Hash of that entry, hexadecimal.
    pub hash: String,
    /// Whose signature it is.
    pub public_key: PublicKey,
    /// Over [`Checkpoint::message`], hexadecimal.
    pub signature: String,
}

impl Checkpoint {
    fn sign(ring: &Keyring, version: i32, (head, at): (&Head, Instant)) -> Result<Self, SealError> {
        let mut checkpoint = Self {
            seq: head.seq,
            at,
            hash: hex(&head.hash),
            public_key: ring.public_key(version)?,
            signature: String::new(),
        };
        checkpoint.signature = ring.sign(version, checkpoint.message().as_bytes())?;
        Ok(checkpoint)
    }

    /// What is signed: five lines, so that it can be checked without this program.
    pub fn message(&self) -> String {
        let Self {
            seq,
            at,
            hash,
            public_key,
            signature: _,
        } = self;
        format!("kataster audit checkpoint 1\n{seq}\n{at}\n{hash}\n{public_key}\n")
    }

    /// Whether the signature is that of the key it names.
    pub fn is_genuine(&self) -> bool {
        self.public_key
            .verifies(self.message().as_bytes(), &self.signature)
    }
}

/// Where the record stands, for somebody who wants to find out later whether it was rewritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Number of the last entry.
    pub seq: i64,
    /// Its hash, hexadecimal.
    pub hash: String,
    /// The last checkpoint, if there is one.
    pub checkpoint: Option<Checkpoint>,
    /// The key that signs now.
    pub public_key: PublicKey,
}

/// Head, last checkpoint and public key.
///
/// # Errors
/// Storage failed.
pub async fn proof(db: &Db, ring: &Keyring, _: &Permit<ReadAudit>) -> Result<Proof, StorageError> {
    let checkpoint = store::checkpoints(db).await?.pop();
    let head = store::head(db).await?;
    let head = head.ok_or(StorageError::Corrupt("commit_head"))?;
    Ok(Proof {
        seq: head.seq,
        hash: hex(&head.hash),
        checkpoint,
        public_key: ring.public_key(ring.current()?)?,
    })
}

/// Signs the head of the chain, unless the last checkpoint covers it; the last one there is then.
///
/// # Errors
/// Storage failed.
pub async fn sign_head(db: &Db, ring: &Keyring) -> Result<Option<Checkpoint>, StorageError> {
    sign_head_under(db, ring, ring.current()?).await
}

/// The same with the key of an older version, which so vouches for its successor.
///
/// # Errors
/// Storage failed, or there is no such version.
pub async fn sign_head_under(
    db: &Db,
    ring: &Keyring,
    version: i32,
) -> Result<Option<Checkpoint>, StorageError> {
    let public_key = ring.public_key(version)?;
    let last = store::last_checkpoint(db, &public_key).await?;
    let head = store::head(db).await?;
    let head = head.ok_or(StorageError::Corrupt("commit_head"))?;
    if head.seq == last.as_ref().map_or(0, |last| last.seq) {
        return Ok(last);
    }
    let txn = db.begin().await?;
    let checkpoint = Checkpoint::sign(ring, version, (&head, txn.now()))?;
    store::insert_checkpoint(&txn, version, &checkpoint).await?;
    txn.commit().await?;
    Ok(Some(checkpoint))
}

/// All checkpoints, oldest first, for whoever operates the installation.
///
/// # Errors
/// Storage failed.
pub async fn checkpoints(db: &Db) -> Result<Vec<Checkpoint>, StorageError> {
    store::checkpoints(db).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checkpoint() -> (tempfile::TempDir, Checkpoint) {
        let dir = tempfile::tempdir().unwrap();
        let ring = Keyring::load(dir.path()).unwrap();
        let head = Head {
            seq: 7,
            hash: vec![9; 32],
        };
        let signed = Checkpoint::sign(&ring, 1, (&head, Instant::from_micros(5))).unwrap();
        (dir, signed)
    }

    #[test]
    fn every_part_is_signed() {
        let (_dir, genuine) = checkpoint();
        let (_other_dir, other) = self::checkpoint();

        assert!(genuine.is_genuine());
        for forged in [
            Checkpoint {
                seq: 8,
                ..genuine.clone()
            },
            Checkpoint {
                at: Instant::from_micros(6),
                ..genuine.clone()
            },
            Checkpoint {
                hash: "00".repeat(32),
                ..genuine.clone()
            },
            Checkpoint {
                public_key: other.public_key,
                ..genuine.clone()
            },
            Checkpoint {
                signature: other.signature,
                ..genuine.clone()
            },
        ] {
            assert!(!forged.is_genuine(), "{forged:?}");
        }
    }

    #[test]
    fn a_checkpoint_is_read_as_it_is_written() {
        let (_dir, genuine) = checkpoint();

        let text = serde_json::to_string(&genuine).unwrap();

        assert_eq!(serde_json::from_str::<Checkpoint>(&text).unwrap(), genuine);
    }
}
