//! Steps of what stands on no card: texts name them, and those who see cards only are ranked by them.
//!
//! An exact share of a period would tell the days of an absence, exact points the days of a deployment.

use search_index::Instant;

use super::factors::FULL;
use super::window::{Coverage, HOUR, Window};

/// How long after the first hour of the window somebody begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    /// Not at all.
    AtOnce,
    /// Up to so many hours.
    Within(i64),
}

/// How much of the window somebody covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// All of it.
    Whole,
    /// Three quarters or more.
    Most,
    /// At least half: less is not enough for a candidate.
    Half,
}

/// How often somebody accepts, where the employer has agreed to keep that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acceptance {
    /// Nothing to judge.
    NotJudged,
    /// Half of the requests or more.
    Often,
    /// Less.
    Sometimes,
}

/// How much somebody was deployed lately.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Burden {
    /// Not at all.
    None,
    /// Up to ten days.
    Little,
    /// More, or now.
    Much,
}

/// When somebody last confirmed the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmation {
    /// In the last 30 days.
    LastMonth,
    /// In the last 120 days.
    LastFourMonths,
    /// Earlier, or never.
    Earlier,
}

/// Begin and share of a coverage; `None` when nothing is covered.
pub fn availability(coverage: Coverage, window: &Window) -> Option<(Begin, Share)> {
    let late = coverage.start? - window.from();
    let begin = match (late + HOUR - 1) / HOUR {
        ..=0 => Begin::AtOnce,
        1..=6 => Begin::Within(6),
        7..=12 => Begin::Within(12),
        _ => Begin::Within(24),
    };
    let share = match 100 * coverage.covered / window.length() {
        100.. => Share::Whole,
        75..=99 => Share::Most,
        _ => Share::Half,
    };
    Some((begin, share))
}

impl Begin {
    /// What it costs in basis points: a percent an hour.
    pub fn cost(self) -> i64 {
        match self {
            Self::AtOnce => 0,
            Self::Within(hours) => hours * 100,
        }
    }
}

impl Share {
    /// The least of its step, in basis points.
    pub fn value(self) -> i64 {
        match self {
            Self::Whole => FULL,
            Self::Most => 7_500,
            Self::Half => 5_000,
        }
    }
}

impl Acceptance {
    /// The step of an exact value in basis points.
    pub fn of(value: i64) -> Self {
        match value {
            FULL.. => Self::NotJudged,
            5_000..FULL => Self::Often,
            _ => Self::Sometimes,
        }
    }

    /// One value for the whole step, in basis points.
    pub fn value(self) -> i64 {
        match self {
            Self::NotJudged => FULL,
            Self::Often => 7_500,
            Self::Sometimes => 2_500,
        }
    }
}

impl Burden {
    /// The step of an exact value of fairness in basis points.
    pub fn of(value: i64) -> Self {
        match value {
            FULL.. => Self::None,
            6_000..FULL => Self::Little,
            _ => Self::Much,
        }
    }

    /// One value for the whole step, in basis points.
    pub fn value(self) -> i64 {
        match self {
            Self::None => FULL,
            Self::Little => 8_000,
            Self::Much => 3_000,
        }
    }
}

impl Confirmation {
    /// The step of so many days since; `None` when it was never confirmed.
    pub fn of(days: Option<Instant>) -> Self {
        match days {
            Some(..=30) => Self::LastMonth,
            Some(31..=120) => Self::LastFourMonths,
            Some(_) | None => Self::Earlier,
        }
    }

    /// One value for the whole step, in basis points.
    pub fn value(self) -> i64 {
        match self {
            Self::LastMonth => FULL,
            Self::LastFourMonths => 7_500,
            Self::Earlier => 3_000,
        }
    }
}
