//! Shares and probabilities in millionths, so that they are the same on every machine.

const WHOLE: i64 = 1_000_000;

/// A share or probability in millionths. A factor may be more than the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(i64);

impl Share {
    /// Nothing, or never.
    pub const NONE: Self = Self(0);
    /// All, or surely.
    pub const WHOLE: Self = Self(WHOLE);

    /// So many millionths.
    pub const fn from_millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// So many hundredths of a percent.
    pub const fn from_basis_points(points: u32) -> Self {
        Self(points as i64 * 100)
    }

    /// What a part is of a whole; nothing of nothing.
    pub const fn of(part: i64, whole: i64) -> Self {
        if whole <= 0 {
            return Self::NONE;
        }
        Self(part.saturating_mul(WHOLE) / whole)
    }

    /// In millionths.
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// In hundredths of a percent, rounded down.
    pub const fn basis_points(self) -> i64 {
        self.0 / 100
    }

    /// One share of another.
    #[must_use]
    pub const fn times(self, other: Self) -> Self {
        Self(self.0.saturating_mul(other.0) / WHOLE)
    }

    /// What is left of the whole.
    #[must_use]
    pub const fn rest(self) -> Self {
        Self(WHOLE - self.0)
    }
}
