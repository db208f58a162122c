//! How an incident is handled: who may know what of it.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use super::{Incident, Side};
use crate::clock::Instant;

/// How an incident is handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handling {
    /// How far what is known may be passed on.
    pub tlp: Tlp,
    /// Who reads along.
    pub readers: Readers,
    /// The police investigates: details only for the town and the desk.
    pub is_under_investigation: bool,
    /// Whether personal data may be concerned.
    pub personal_data: PersonalData,
    /// When the town came to know of it; when it asked, unless it says otherwise.
    pub breach_known_at: Option<Instant>,
}

/// Who reads an incident along once it is verified, unless the town says no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readers {
    /// The liaison of the Land (trust.md 14).
    pub land: bool,
    /// The IT provider that serves the town, which is told of it (trust.md 13).
    pub provider: bool,
}

impl Default for Readers {
    fn default() -> Self {
        Self {
            land: true,
            provider: true,
        }
    }
}

impl Default for Handling {
    fn default() -> Self {
        Self {
            tlp: Tlp::Amber,
            readers: Readers::default(),
            is_under_investigation: false,
            personal_data: PersonalData::Unknown,
            breach_known_at: None,
        }
    }
}

/// The Traffic Light Protocol 2.0: how far what is known may be passed on.
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
pub enum Tlp {
    /// To anybody.
    Clear,
    /// Within the community.
    Green,
    /// Within the own organisation and whoever it serves.
    Amber,
    /// Within the own organisation.
    AmberStrict,
    /// To nobody else.
    Red,
}

/// Whether personal data may be concerned; while nobody knows, it counts as if.
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
pub enum PersonalData {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// Nobody knows yet.
    Unknown,
}

impl Incident {
    /// When the town came to know of it.
    pub fn known_at(&self) -> Instant {
        self.handling.breach_known_at.unwrap_or(self.asked_at)
    }

    /// Whether details are held back from whoever reads it so, for the sake of an investigation.
    pub fn holds_back_from(&self, side: Side) -> bool {
        self.handling.is_under_investigation && !side.is_let_into_investigations()
    }

    /// What of it whoever reads it so may know: while details are held back, that there is one, where, and where it
    /// stands.
    #[must_use]
    pub fn seen_from(self, side: Side) -> Self {
        if !self.holds_back_from(side) {
            return self;
        }
        Self {
            symptom: String::new(),
            severity: None,
            systems: Vec::new(),
            services: Vec::new(),
            doubts: Vec::new(),
            ..self
        }
    }
}
