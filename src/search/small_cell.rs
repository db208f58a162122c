//! Counts of few people, which those who see masked entries only are not told.

/// Fewer are not told.
const SMALLEST_CELL: u8 = 3;

/// A count as it is told to those who see masked entries only: nobody, or three and more.
pub fn told<N: PartialOrd + From<u8>>(count: N) -> Option<N> {
    (count == N::from(0) || count >= N::from(SMALLEST_CELL)).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_two_are_not_told() {
        let told: Vec<Option<u32>> = (0..5).map(told).collect();

        assert_eq!(told, [Some(0), None, None, Some(3), Some(4)]);
    }
}
