//! What the sides of a deployment see of its papers.

use crate::incidents::deployments::Part;

impl Part {
    /// Whether it knows of the town before anybody is committed.
    pub const fn knows_the_town(self) -> bool {
        match self {
            Self::Town | Self::Coordinator => true,
            Self::Expert | Self::Employer => false,
        }
    }

    /// Whether it sees private numbers of those who lead on site: whoever works with them, and not who sends them.
    pub const fn sees_private_numbers(self) -> bool {
        match self {
            Self::Town | Self::Coordinator | Self::Expert => true,
            Self::Employer => false,
        }
    }

    /// Whether it learns details while the police investigates (trust.md 14): whoever leads and whoever helps, and not who
    /// sends them.
    pub const fn sees_what_is_investigated(self) -> bool {
        match self {
            Self::Town | Self::Coordinator | Self::Expert => true,
            Self::Employer => false,
        }
    }

    /// Whether it reads and writes what is handed over: who sends somebody learns nothing of the town's systems.
    pub const fn hands_over(self) -> bool {
        match self {
            Self::Town | Self::Coordinator | Self::Expert => true,
            Self::Employer => false,
        }
    }
}
