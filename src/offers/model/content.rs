//! What an offer says.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::kind::{Cost, OfferKind};
use crate::clock::Instant;
use crate::reference::{Ags, Text};

/// A skill of a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct OfferSkill {
    /// A role, domain, procedure or product.
    #[validate(length(max = 80))]
    #[schema(max_length = 80)]
    pub id: String,
    /// 1 knows · 2 works under guidance · 3 works alone · 4 leads.
    #[validate(range(min = 1, max = 4))]
    #[schema(minimum = 1, maximum = 4)]
    pub level: u8,
}

/// Computing power and storage; at least one of them.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate,
)]
#[serde(deny_unknown_fields)]
pub struct Compute {
    /// Virtual processors.
    #[serde(default)]
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub vcpu: Option<u32>,
    /// Memory in gigabytes.
    #[serde(default)]
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub memory_gb: Option<u32>,
    /// Storage in terabytes.
    #[serde(default)]
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub storage_tb: Option<u32>,
}

impl Compute {
    /// Whether nothing is named.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// What is offered, and how much of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// People who come together.
    TeamPackage {
        /// How many.
        headcount: u32,
        /// What they can do together.
        skills: Vec<OfferSkill>,
    },
    /// So many desks or counters.
    Workplaces(u32),
    /// So many devices.
    Devices(u32),
    /// Computing power and storage.
    Capacity(Compute),
    /// A procedure run on behalf.
    Procedure {
        /// The procedure's term.
        procedure: String,
        /// The term of the product it runs with.
        product: Option<String>,
    },
}

impl What {
    /// Its kind.
    pub fn kind(&self) -> OfferKind {
        match self {
            Self::TeamPackage { .. } => OfferKind::TeamPackage,
            Self::Workplaces(_) => OfferKind::Workplaces,
            Self::Devices(_) => OfferKind::Devices,
            Self::Capacity(_) => OfferKind::Capacity,
            Self::Procedure { .. } => OfferKind::Procedure,
        }
    }

    /// Of how many pieces it is, each of which can be promised to somebody else; capacity and a procedure are one.
    pub fn pieces(&self) -> u32 {
        match self {
            Self::TeamPackage { headcount, .. } => *headcount,
            Self::Workplaces(count) | Self::Devices(count) => *count,
            Self::Capacity(_) | Self::Procedure { .. } => 1,
        }
    }
}

/// Where it can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Where it is.
    AtPlace,
    /// It comes so many kilometres.
    Within(u16),
    /// Everywhere in Germany.
    Nationwide,
}

impl Reach {
    /// Whether somebody can use it who is so far away: what comes must come so far; to what stays people go as far
    /// as they say, or any distance.
    pub fn is_usable(self, distance_km: u16, goes_km: Option<u16>) -> bool {
        match self {
            Self::AtPlace => goes_km.is_none_or(|goes| distance_km <= goes),
            // The distance is rounded up to 10 km, so what is offered is too.
            Self::Within(comes) => distance_km <= comes.next_multiple_of(10),
            Self::Nationwide => true,
        }
    }
}

/// What an offer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// A line.
    pub title: Text,
    /// A description.
    pub text: Text,
    /// What it is.
    pub what: What,
    /// The Gemeinde or Kreis where it is, or from where it comes.
    pub place: Ags,
    /// Where it can be used.
    pub reach: Reach,
    /// Hours until it can be used.
    pub lead_hours: u16,
    /// Days it can be used at most.
    pub max_days: u16,
    /// What it costs, roughly.
    pub cost: Cost,
    /// A word about the cost.
    pub cost_note: Text,
    /// When it ends: with the end of a day.
    pub expires_at: Instant,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_must_come_so_far_and_to_what_stays_people_go() {
        assert!(Reach::Within(50).is_usable(50, Some(25)));
        assert!(!Reach::Within(50).is_usable(60, None));
        assert!(Reach::Within(25).is_usable(30, None));
        assert!(!Reach::Within(25).is_usable(40, None));
        assert!(Reach::AtPlace.is_usable(600, None));
        assert!(Reach::AtPlace.is_usable(30, Some(30)));
        assert!(!Reach::AtPlace.is_usable(40, Some(30)));
        assert!(Reach::Nationwide.is_usable(900, Some(25)));
    }
}
