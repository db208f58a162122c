//! How many keystrokes two words are apart: insertion, deletion, change, swap of neighbours.

const LONGEST: usize = 63;

/// How many typing errors a word of this length may have.
pub(in crate::reference) fn tolerance(length: usize) -> usize {
    match length {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// One bit per letter; words `n` errors apart differ in at most `2 n` bits.
pub(super) fn signature(word: &str) -> u64 {
    word.bytes().fold(0, |bits, byte| bits | 1 << (byte & 63))
}

/// A word that may contain as many typing errors as its length allows.
pub(super) struct Misspelt<'a> {
    text: &'a str,
    signature: u64,
    limit: usize,
    bits: u32,
}

impl<'a> Misspelt<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let limit = tolerance(text.len());
        let bits = if limit == 2 { 4 } else { 2 };
        Self {
            text,
            signature: signature(text),
            limit,
            bits,
        }
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// Whether a word with this signature was perhaps meant.
    pub(super) fn may_mean(&self, word: &str, signature: u64) -> bool {
        self.limit > 0
            && (self.signature ^ signature).count_ones() <= self.bits
            && is_near(self.text, word, self.limit)
    }
}

/// Whether two words are at most `limit` errors apart (optimal string alignment, on bytes).
///
/// Words of more than 63 bytes are never near.
pub(in crate::reference) fn is_near(one: &str, other: &str, limit: usize) -> bool {
    distance(one.as_bytes(), other.as_bytes(), limit).is_some()
}

fn distance(one: &[u8], other: &[u8], limit: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > limit || one.len().max(other.len()) > LONGEST {
        return None;
    }
    let mut before = [0_usize; LONGEST + 1];
    let mut above: [usize; LONGEST + 1] = std::array::from_fn(|column| column);
    for row in 1..=one.len() {
        let mut line = [row; LONGEST + 1];
        for column in 1..=other.len() {
            let change = usize::from(one[row - 1] != other[column - 1]);
            let mut best = (above[column] + 1)
                .min(line[column - 1] + 1)
                .min(above[column - 1] + change);
            let is_swap = row > 1
                && column > 1
                && one[row - 1] == other[column - 2]
                && one[row - 2] == other[column - 1];
            if is_swap {
                best = best.min(before[column - 2] + 1);
            }
            line[column] = best;
        }
        if line[..=other.len()].iter().all(|errors| *errors > limit) {
            return None;
        }
        before = above;
        above = line;
    }
    Some(above[other.len()]).filter(|errors| *errors <= limit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_kind_of_error_counts_once() {
        for typed in ["wittn", "wittten", "wiften", "wittne"] {
            assert!(is_near(typed, "witten", 1), "{typed}");
        }
    }

    #[test]
    fn two_errors_are_not_one() {
        assert!(!is_near("wttn", "witten", 1));
        assert!(is_near("wttn", "witten", 2));
    }

    #[test]
    fn short_words_allow_no_error() {
        assert_eq!([3, 4, 7, 8].map(tolerance), [0, 1, 1, 2]);
    }

    proptest! {
        #[test]
        fn nearness_is_symmetric(one in "[a-d]{0,8}", other in "[a-d]{0,8}", limit in 0..4_usize) {
            prop_assert_eq!(is_near(&one, &other, limit), is_near(&other, &one, limit));
        }

        #[test]
        fn near_words_have_near_signatures(one in "[a-h]{0,9}", other in "[a-h]{0,9}") {
            let bits = (signature(&one) ^ signature(&other)).count_ones();

            if is_near(&one, &other, 2) {
                prop_assert!(bits <= 4);
            }
        }

        #[test]
        fn any_text_is_measured(one in ".{0,80}", other in ".{0,80}") {
            is_near(&one, &other, 2);
        }
    }
}
