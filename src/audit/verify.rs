//! Is the record whole, in order, and unchanged?

use std::collections::BTreeSet;

use super::KEY_ADDED;
use super::checkpoint::Checkpoint;
use super::store::{self, Entry};
use crate::db::{Db, GENESIS, Link, StorageError, link_hash};
use crate::sealing::{PublicKey, hex};

/// What somebody knows from elsewhere.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    /// Keys that may sign, and may name a successor. With none, signatures are checked but not whose they are.
    pub keys: Vec<PublicKey>,
    /// Checkpoints that were kept outside; their keys are trusted too.
    pub checkpoints: Vec<Checkpoint>,
}

/// What an intact record looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many entries there are.
    pub entries: i64,
    /// How many checkpoints fit them, those kept outside included.
    pub checkpoints: usize,
    /// Up to which entry a trusted key has signed; 0 when none has.
    pub signed: i64,
}

/// Where a record is broken.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// An entry was changed, or one before it removed.
    #[error("the audit record is broken at entry {0}")]
    At(i64),
    /// The last entries are missing.
    #[error("the audit record ends at entry {found}, but {expected} were written")]
    Truncated {
        /// Last entry there is.
        found: i64,
        /// Last entry that was committed, or that a checkpoint covers.
        expected: i64,
    },
    /// The chain holds in itself, but is not the one that was signed.
    #[error("the audit record was rewritten: entry {0} is not the one that was signed")]
    Rewritten(i64),
    /// The signature of a checkpoint is not that of its key.
    #[error("the checkpoint of entry {0} is forged")]
    Forged(i64),
    /// A checkpoint is signed by a key that nobody trusted named.
    #[error("the checkpoint of entry {0} is signed by an unknown key")]
    UnknownSigner(i64),
    /// The record cannot be read.
    #[error("the audit record cannot be read")]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for Broken {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// Recomputes every hash from the first entry on, compares the end with the commit head, and every checkpoint
/// with its entry.
///
/// # Errors
/// The first place where the record does not hold.
pub async fn verify(db: &Db) -> Result<Verified, Broken> {
    verify_with(db, &Trust::default()).await
}

/// The same, and asks for checkpoints of keys that are trusted.
///
/// # Errors
/// The first place where the record does not hold, or is signed by somebody else.
pub async fn verify_with(db: &Db, trust: &Trust) -> Result<Verified, Broken> {
    // Checkpoints before the head, and the head before the entries: what is written meanwhile comes after them.
    let mut checkpoints = store::checkpoints(db).await?;
    checkpoints.extend(trust.checkpoints.iter().cloned());
    checkpoints.sort_by_key(|checkpoint| checkpoint.seq);
    if let Some(forged) = checkpoints
        .iter()
        .find(|checkpoint| !checkpoint.is_genuine())
    {
        return Err(Broken::Forged(forged.seq));
    }
    let head = store::head(db).await?.ok_or(Broken::At(0))?;
    let last = checkpoints.last().map_or(0, |checkpoint| checkpoint.seq);
    if last > head.seq {
        return Err(Broken::Truncated {
            found: head.seq,
            expected: last,
        });
    }
    let mut walk = Walk::new(&checkpoints);
    while walk.seq < head.seq {
        let entries = store::entries_after(db, walk.seq, head.seq).await?;
        if entries.is_empty() {
            return Err(Broken::Truncated {
                found: walk.seq,
                expected: head.seq,
            });
        }
        entries.iter().try_for_each(|entry| walk.step(entry))?;
    }
    if walk.hash != head.hash {
        return Err(Broken::At(walk.seq));
    }
    let signed = signed(&checkpoints, trust, &walk.successors)?;
    Ok(Verified {
        entries: walk.seq,
        checkpoints: checkpoints.len(),
        signed,
    })
}

/// Follows the chain entry by entry, and the checkpoints beside it.
struct Walk<'a> {
    seq: i64,
    hash: Vec<u8>,
    checkpoints: &'a [Checkpoint],
    successors: Vec<Successor>,
}

/// A key that was made when another one signed.
struct Successor {
    seq: i64,
    before: PublicKey,
    after: PublicKey,
}

impl<'a> Walk<'a> {
    fn new(checkpoints: &'a [Checkpoint]) -> Self {
        Self {
            seq: 0,
            hash: GENESIS.to_vec(),
            checkpoints,
            successors: Vec::new(),
        }
    }

    fn step(&mut self, entry: &Entry) -> Result<(), Broken> {
        self.seq += 1;
        let computed = link_hash(&self.hash, &link(entry)).to_vec();
        if entry.seq != self.seq || entry.previous_hash != self.hash || entry.hash != computed {
            return Err(Broken::At(self.seq));
        }
        self.hash = computed;
        while let Some((checkpoint, rest)) = self.checkpoints.split_first()
            && checkpoint.seq <= self.seq
        {
            if checkpoint.seq != self.seq || checkpoint.hash != hex(&self.hash) {
                return Err(Broken::Rewritten(checkpoint.seq));
            }
            self.checkpoints = rest;
        }
        if entry.action == KEY_ADDED {
            self.successors.extend(successor(entry));
        }
        Ok(())
    }
}

fn link(entry: &Entry) -> Link<'_> {
    Link {
        seq: entry.seq,
        at: entry.at,
        actor: &entry.actor,
        action: &entry.action,
        subject: &entry.subject,
        details: &entry.details,
    }
}

fn successor(entry: &Entry) -> Option<Successor> {
    let details: serde_json::Value = serde_json::from_str(&entry.details).ok()?;
    let key = |when: &str| details[when]["public_key"].as_str()?.parse().ok();
    Some(Successor {
        seq: entry.seq,
        before: key("before")?,
        after: key("after")?,
    })
}

/// Up to which entry trusted keys have signed. A trusted key that signed an entry which names its successor
/// makes that one trusted.
fn signed(
    checkpoints: &[Checkpoint],
    trust: &Trust,
    successors: &[Successor],
) -> Result<i64, Broken> {
    let outside = trust.checkpoints.iter();
    let mut trusted: BTreeSet<PublicKey> =
        outside.map(|checkpoint| checkpoint.public_key).collect();
    trusted.extend(&trust.keys);
    if trusted.is_empty() {
        return Ok(0);
    }
    let last_by = |key: &PublicKey| {
        let own = checkpoints.iter().filter(|own| own.public_key == *key);
        own.map(|own| own.seq).max().unwrap_or(0)
    };
    loop {
        let named = successors.iter().filter(|successor| {
            trusted.contains(&successor.before)
                && !trusted.contains(&successor.after)
                && successor.seq <= last_by(&successor.before)
        });
        let named: Vec<PublicKey> = named.map(|successor| successor.after).collect();
        if named.is_empty() {
            break;
        }
        trusted.extend(named);
    }
    let signed = trusted.iter().map(last_by).max().unwrap_or(0);
    match checkpoints.iter().find(|other| other.seq > signed) {
        Some(unknown) => Err(Broken::UnknownSigner(unknown.seq)),
        None => Ok(signed),
    }
}
