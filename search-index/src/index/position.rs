//! How far an index has read the change feed: the payload of a commit.

use sha2::{Digest, Sha256};

/// The payload for a position and the number the engine gave the commit, with a check sum: the
/// engine guards its data files against bit errors, not the file that holds this.
pub(super) fn payload(position: u64, commit: u64) -> String {
    let said = format!("{position} {commit}");
    let digest = Sha256::digest(&said);
    format!(
        "{said} {:02x}{:02x}{:02x}{:02x}",
        digest[0], digest[1], digest[2], digest[3]
    )
}

/// The position within the payload of a commit, if it is one that [`payload`] made for it.
pub(super) fn position(found: &str, commit: u64) -> Option<u64> {
    let position = found.split(' ').next()?.parse().ok()?;
    (found == payload(position, commit)).then_some(position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_comes_back() {
        assert_eq!(position(&payload(42, 7), 7), Some(42));
    }

    #[test]
    fn a_changed_digit_is_noticed() {
        let changed = payload(42, 7).replacen("42", "43", 1);

        assert_eq!(position(&changed, 7), None);
        assert_eq!(position(&payload(42, 7), 8), None);
        assert_eq!(position("", 7), None);
    }
}
