//! What an offer can be, and how it stands.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

/// The kinds of offers.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum OfferKind {
    /// Several people who come together, without names.
    TeamPackage,
    /// Desks and counters.
    Workplaces,
    /// Computers, telephones and the like, to be lent.
    Devices,
    /// Computing power and storage in a data centre.
    Capacity,
    /// A procedure that is run on behalf of a municipality.
    Procedure,
}

/// Where an offer stands.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum OfferState {
    /// Only the house sees it.
    #[default]
    Draft,
    /// Whoever needs help finds it.
    Published,
    /// It stands no longer; it can be published again.
    Withdrawn,
}

impl OfferState {
    /// Whether it can come to stand so. What was published once is no draft again.
    pub fn may_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Draft, Self::Draft | Self::Published | Self::Withdrawn)
            | (Self::Published | Self::Withdrawn, Self::Published | Self::Withdrawn) => true,
            (Self::Published | Self::Withdrawn, Self::Draft) => false,
        }
    }
}

/// What it costs, roughly; the sum is agreed for each deployment.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Cost {
    /// What it costs the house in addition.
    Expenses,
    /// A fee that is agreed on.
    Fee,
    /// Nothing.
    None,
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATES: [OfferState; 3] = [
        OfferState::Draft,
        OfferState::Published,
        OfferState::Withdrawn,
    ];

    #[test]
    fn what_was_published_once_is_no_draft_again() {
        for held in STATES {
            for next in STATES {
                let is_back = held != OfferState::Draft && next == OfferState::Draft;

                assert_eq!(held.may_become(next), !is_back, "{held:?} to {next:?}");
            }
        }
    }
}
