//! Where a request for an offer stands, and what moves it.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

/// Where a request for an offer stands.
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
pub enum OfferRequestState {
    /// The house is asked.
    Asked,
    /// The house said yes.
    Agreed,
    /// The town uses it.
    Running,
    /// It is given back.
    Ended,
    /// The house said no.
    Refused,
    /// The house did not answer in time.
    Lapsed,
    /// The town took its question back.
    Withdrawn,
    /// It was promised, and nothing came of it.
    Cancelled,
}

impl OfferRequestState {
    /// Whether the house keeps it for the town.
    pub const fn is_promised(self) -> bool {
        match self {
            Self::Agreed | Self::Running => true,
            Self::Asked
            | Self::Ended
            | Self::Refused
            | Self::Lapsed
            | Self::Withdrawn
            | Self::Cancelled => false,
        }
    }

    /// Whether the house said yes once.
    pub const fn was_promised(self) -> bool {
        match self {
            Self::Agreed | Self::Running | Self::Ended | Self::Cancelled => true,
            Self::Asked | Self::Refused | Self::Lapsed | Self::Withdrawn => false,
        }
    }

    /// Whether something may still come of it.
    pub const fn is_live(self) -> bool {
        self.is_promised() || matches!(self, Self::Asked)
    }
}

/// What is told of a request on the page of its incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferStep {
    /// The house promised it.
    Agreed,
    /// What was promised is over.
    Ended,
}

/// What time brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is over as this.
    Over(OfferRequestState),
    /// The house did not promise more days in time.
    NoMoreDays,
}
