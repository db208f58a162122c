//! Codes for when the authenticator is lost.

use super::store;
use crate::db::{StorageError, Txn};
use crate::ids::AccountId;
use crate::sealing::{Keyring, Purpose, SealError};

/// Codes made at once.
pub(super) const CODES: usize = 10;
/// No letter or digit that is taken for another.
const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const GROUPS: usize = 7;
const IN_A_GROUP: usize = 4;

/// New random codes of 140 bits: no attempt finds one, so a fast keyed hash is enough to keep them.
pub(super) fn make() -> Vec<String> {
    (0..CODES).map(|_| code(rand::random())).collect()
}

fn code(random: [u8; GROUPS * IN_A_GROUP]) -> String {
    let letters: Vec<char> = random
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect();
    let groups: Vec<String> = letters.chunks(IN_A_GROUP).map(String::from_iter).collect();
    groups.join("-")
}

/// New codes instead of those there were.
pub(super) async fn new_codes(
    txn: &Txn,
    ring: &Keyring,
    account: AccountId,
) -> Result<Vec<String>, StorageError> {
    let codes = make();
    let hashes = codes.iter().map(|code| hash(ring, code));
    let hashes: Vec<_> = hashes.collect::<Result<_, _>>()?;
    store::replace_codes(txn, account, hashes).await?;
    Ok(codes)
}

/// New codes for an account that has none left.
pub(in crate::accounts) async fn codes_for_the_first(
    txn: &Txn,
    ring: &Keyring,
    account: AccountId,
) -> Result<Option<Vec<String>>, StorageError> {
    if store::codes_left(txn.connection(), account).await? > 0 {
        return Ok(None);
    }
    new_codes(txn, ring, account).await.map(Some)
}

/// What is stored of a code, however it is typed.
pub(super) fn hash(ring: &Keyring, typed: &str) -> Result<Vec<u8>, SealError> {
    let plain: String = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    Ok(ring
        .keyed_hash(Purpose::RecoveryCodes, plain.as_bytes())?
        .to_vec())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_differ_and_are_grouped() {
        let codes = make();

        assert_eq!(codes.iter().collect::<HashSet<_>>().len(), CODES);
        assert!(
            codes
                .iter()
                .all(|code| code.len() == 34 && code.split('-').count() == 7)
        );
    }

    #[test]
    fn a_code_may_be_typed_in_any_way() {
        let dir = tempfile::tempdir().unwrap();
        let ring = Keyring::load(dir.path()).unwrap();
        let hash = |typed| hash(&ring, typed).unwrap();

        assert_eq!(hash("ABCD-EFGH-JKLM-NPQR"), hash(" abcd efgh jklmnpqr"));
        assert_ne!(hash("ABCD-EFGH-JKLM-NPQR"), hash("ABCD-EFGH-JKLM-NPQS"));
    }
}
