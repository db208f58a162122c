//! Lists of different lengths in one piece of memory.

/// A list for each entry of a segment.
#[derive(Debug)]
pub(super) struct Ragged<T> {
    ends: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for Ragged<T> {
    fn default() -> Self {
        Self {
            ends: Vec::new(),
            values: Vec::new(),
        }
    }
}

impl<T> Ragged<T> {
    /// Appends the list of the next entry.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.values.extend(list);
        self.ends
            .push(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
    }

    /// The list of an entry.
    pub(super) fn get(&self, entry: usize) -> &[T] {
        let start = entry.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.values[start as usize..self.ends[entry] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_has_its_list() {
        let mut lists = Ragged::default();
        lists.push([1, 2]);
        lists.push([]);
        lists.push([3]);

        assert_eq!(lists.get(0), [1, 2]);
        assert!(lists.get(1).is_empty());
        assert_eq!(lists.get(2), [3]);
    }
}
