//! The hash chain of the audit record.

use sha2::{Digest, Sha256};

use crate::clock::Instant;

/// What the first link refers to.
pub const GENESIS: [u8; 32] = [0; 32];

/// The parts of an audit entry that its hash covers.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// Number of the entry, from 1 without gaps.
    pub seq: i64,
    /// When it was committed.
    pub at: Instant,
    /// Who acted.
    pub actor: &'a str,
    /// What was done.
    pub action: &'a str,
    /// To whom or what.
    pub subject: &'a str,
    /// More about it, as JSON without personal data.
    pub details: &'a str,
}

/// SHA-256 over the hash of the link before and all parts, each with its length.
pub fn link_hash(previous: &[u8], link: &Link<'_>) -> [u8; 32] {
    let Link {
        seq,
        at,
        actor,
        action,
        subject,
        details,
    } = *link;
    let mut hash = Sha256::new();
    hash.update(previous);
    hash.update(seq.to_be_bytes());
    hash.update(at.as_micros().to_be_bytes());
    for text in [actor, action, subject, details] {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> Link<'static> {
        Link {
            seq: 1,
            at: Instant::from_micros(7),
            actor: "a",
            action: "b",
            subject: "c",
            details: "{}",
        }
    }

    #[test]
    fn every_part_changes_the_hash() {
        let hash = link_hash(&GENESIS, &link());

        assert_ne!(hash, link_hash(&[1; 32], &link()));
        assert_ne!(hash, link_hash(&GENESIS, &Link { seq: 2, ..link() }));
        assert_ne!(
            hash,
            link_hash(
                &GENESIS,
                &Link {
                    actor: "ab",
                    action: "",
                    ..link()
                }
            )
        );
    }
}
