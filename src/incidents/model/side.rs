//! As what somebody reads an incident, and which of them.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use super::Incident;
use crate::ids::OrganisationId;

/// As what somebody reads an incident, and writes of it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Side {
    /// The coordination office.
    Desk,
    /// The town that asked.
    Town,
    /// The IT provider that serves it (trust.md 13).
    Provider,
    /// The liaison of its Land (trust.md 14).
    Land,
}

impl Side {
    /// Whether it is let into what the police investigates.
    pub fn is_let_into_investigations(self) -> bool {
        match self {
            Self::Desk | Self::Town => true,
            Self::Provider | Self::Land => false,
        }
    }

    /// Whether it adds attachments and deletes them; the others read them.
    pub fn keeps_attachments(self) -> bool {
        match self {
            Self::Desk | Self::Town => true,
            Self::Provider | Self::Land => false,
        }
    }

    /// Whether it sees whom the town has a contract with, and its insurer.
    pub fn sees_contracts(self) -> bool {
        match self {
            Self::Desk | Self::Town => true,
            Self::Provider | Self::Land => false,
        }
    }
}

/// Which incidents somebody may know of, and as what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// All there are, as the desk.
    pub is_everything: bool,
    /// Those of these administrations, as the town.
    pub towns: Vec<OrganisationId>,
    /// Verified ones of these places, as the provider, where the town lets it read along.
    pub served: Vec<String>,
    /// Verified ones of these Länder, by the first two digits of the AGS, where the town lets the Land read along.
    pub lands: Vec<String>,
}

impl Sight {
    /// As what an incident is seen; none when it is not.
    pub fn side(&self, incident: &Incident) -> Option<Side> {
        let is_own = |town| self.towns.contains(&town);
        if self.is_everything {
            return Some(Side::Desk);
        }
        if incident.organisation.is_some_and(is_own) {
            return Some(Side::Town);
        }
        let place = incident.place.as_ref()?;
        incident.verified.as_ref()?;
        let readers = incident.handling.readers;
        if readers.provider && self.served.contains(place) {
            return Some(Side::Provider);
        }
        let is_in_land = self.lands.iter().any(|land| place.starts_with(land));
        (readers.land && is_in_land).then_some(Side::Land)
    }
}
