//! Chance that falls the same way each time.

use std::ops::RangeInclusive;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use crate::clock::Instant;

/// A stream of choices that depends on the seed, the subject and its number alone, so that things
/// can be made in any order.
pub(super) struct Chance(StdRng);

impl Chance {
    /// The stream of one thing.
    pub(super) fn of(seed: u64, subject: &str, number: u64) -> Self {
        let hash = Sha256::new()
            .chain_update(seed.to_le_bytes())
            .chain_update(number.to_le_bytes())
            .chain_update(subject);
        Self(StdRng::from_seed(hash.finalize().into()))
    }

    /// A number below a limit; 0 for the limit 0.
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        // The bias of a 64-bit remainder is far below what a demo shows.
        self.0.next_u64().checked_rem(limit).unwrap_or(0)
    }

    /// A position in a list of this length.
    pub(super) fn position(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or(0)
    }

    /// A number of a range, both ends included.
    pub(super) fn within(&mut self, range: RangeInclusive<i64>) -> i64 {
        let width = range.end().abs_diff(*range.start()).saturating_add(1);
        range.start().saturating_add_unsigned(self.below(width))
    }

    /// A small number of a range, both ends included.
    pub(super) fn small(&mut self, range: RangeInclusive<u16>) -> u16 {
        let number = self.within(i64::from(*range.start())..=i64::from(*range.end()));
        u16::try_from(number).unwrap_or(*range.start())
    }

    /// Whether something of this likelihood happens.
    pub(super) fn percent(&mut self, likelihood: u64) -> bool {
        self.below(100) < likelihood
    }

    /// One of a list that is not empty.
    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.position(list.len())]
    }

    /// The position of one of these weights, the heavier the likelier.
    pub(super) fn weighted(&mut self, weights: impl Iterator<Item = u64> + Clone) -> usize {
        let mut left = self.below(weights.clone().sum());
        for (position, weight) in weights.enumerate() {
            if left < weight {
                return position;
            }
            left -= weight;
        }
        0
    }

    /// One of a table of things with their weights.
    pub(super) fn of_table<T: Copy>(&mut self, table: &[(u64, T)]) -> T {
        table[self.weighted(table.iter().map(|(weight, _)| *weight))].1
    }

    /// So many different ones of a list, all of it if it is shorter.
    pub(super) fn some<T: Copy>(&mut self, list: &[T], count: usize) -> Vec<T> {
        let mut left = list.to_vec();
        let mut chosen = Vec::with_capacity(count.min(left.len()));
        while chosen.len() < count && !left.is_empty() {
            chosen.push(left.swap_remove(self.position(left.len())));
        }
        chosen
    }

    /// 32 bytes.
    pub(super) fn bytes(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.0.fill_bytes(&mut bytes);
        bytes
    }

    /// A random id.
    pub(super) fn uuid(&mut self) -> Uuid {
        let mut bytes = [0; 16];
        self.0.fill_bytes(&mut bytes);
        Builder::from_random_bytes(bytes).into_uuid()
    }

    /// An id ordered by time.
    pub(super) fn ordered_uuid(&mut self, at: Instant) -> Uuid {
        let mut bytes = [0; 10];
        self.0.fill_bytes(&mut bytes);
        let millis = at.as_micros().max(0).unsigned_abs() / 1_000;
        Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_subject_and_number_choose_the_same() {
        let mut one = Chance::of(7, "expert", 3);
        let mut same = Chance::of(7, "expert", 3);
        let mut other = Chance::of(7, "expert", 4);

        assert_eq!(one.bytes(), same.bytes());
        assert_ne!(one.uuid(), other.uuid());
    }

    #[test]
    fn numbers_stay_in_their_range() {
        let mut chance = Chance::of(7, "range", 0);

        assert!((0..1_000).all(|_| (-3..=4).contains(&chance.within(-3..=4))));
        assert!((0..1_000).all(|_| chance.below(5) < 5));
        assert_eq!(chance.below(0), 0);
    }

    #[test]
    fn heavier_things_come_more_often() {
        let mut chance = Chance::of(7, "weights", 0);

        let heavy = (0..1_000)
            .filter(|_| chance.of_table(&[(1, 'a'), (9, 'b')]) == 'b')
            .count();

        assert!((850..950).contains(&heavy));
    }

    #[test]
    fn nothing_is_chosen_twice() {
        let mut chosen = Chance::of(7, "some", 0).some(&[1, 2, 3, 4], 9);
        chosen.sort_unstable();

        assert_eq!(chosen, [1, 2, 3, 4]);
    }
}
