//! Sets of entries of one segment.

/// One bit for each entry of a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BitSet {
    words: Vec<u64>,
    length: usize,
}

impl BitSet {
    pub(crate) fn empty(length: usize) -> Self {
        Self {
            words: vec![0; length.div_ceil(64)],
            length,
        }
    }

    /// The entries that pass a test.
    pub(crate) fn of(length: usize, passes: impl Fn(usize) -> bool) -> Self {
        let word = |start: usize| {
            let end = (start + 64).min(length);
            (start..end).fold(0, |bits, entry| {
                bits | u64::from(passes(entry)) << (entry - start)
            })
        };
        Self {
            words: (0..length).step_by(64).map(word).collect(),
            length,
        }
    }

    pub(crate) fn insert(&mut self, entry: usize) {
        self.words[entry / 64] |= 1 << (entry % 64);
    }

    pub(crate) fn contains(&self, entry: usize) -> bool {
        self.words[entry / 64] >> (entry % 64) & 1 == 1
    }

    pub(crate) fn intersect(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    pub(crate) fn subtract(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// How many entries there could be.
    pub(crate) fn capacity(&self) -> usize {
        self.length
    }

    /// The entries in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(index, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                if left == 0 {
                    return None;
                }
                let bit = left.trailing_zeros() as usize;
                left &= left - 1;
                Some(index * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_bit_set_is_a_set(
            a in prop::collection::btree_set(0..200usize, 0..50),
            b in prop::collection::btree_set(0..200usize, 0..50),
        ) {
            let bits = |set: &BTreeSet<usize>| BitSet::of(200, |entry| set.contains(&entry));
            let (mut left, right) = (bits(&a), bits(&b));

            prop_assert_eq!(left.count(), a.len());
            let mut both = left.clone();
            both.intersect(&right);
            prop_assert_eq!(both.iter().collect::<Vec<_>>(), a.intersection(&b).copied().collect::<Vec<_>>());
            left.subtract(&right);
            let rest: Vec<_> = left.iter().collect();
            prop_assert_eq!(rest, a.difference(&b).copied().collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_inserted_entry_is_contained() {
        let mut set = BitSet::empty(70);

        set.insert(69);

        assert!(set.contains(69) && !set.contains(5));
        assert!(!set.is_empty());
    }
}
