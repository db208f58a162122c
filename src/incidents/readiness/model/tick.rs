//! "Vor dem ersten Handgriff": seven things to be settled, which warn and never block (trust.md 18).

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use super::Part;
use crate::clock::Instant;

/// Something to be settled before anybody touches anything.
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
pub enum Tick {
    /// There is a written order.
    WrittenOrder,
    /// It is clear who decides on site.
    WhoDecides,
    /// The police was informed, or released the systems.
    PoliceInformed,
    /// The backups are safe.
    BackupsSafe,
    /// The pledge of confidentiality is signed (Verpflichtungsgesetz).
    ConfidentialitySigned,
    /// Processing on behalf is agreed on, or it is Amtshilfe.
    DataProcessingSettled,
    /// There is a number to stop everything.
    EmergencyStop,
}

/// For whom something is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TickScope {
    /// For everybody who helps in the incident.
    Incident,
    /// For one deployment.
    Deployment,
}

/// Which side ticked something, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticked {
    /// What.
    pub tick: Tick,
    /// Who; never a name.
    pub side: Part,
    /// When.
    pub at: Instant,
}

impl Tick {
    /// For whom it is settled: what is signed with a person is settled for that person alone.
    pub const fn scope(self) -> TickScope {
        match self {
            Self::WrittenOrder | Self::ConfidentialitySigned | Self::DataProcessingSettled => {
                TickScope::Deployment
            }
            Self::WhoDecides | Self::PoliceInformed | Self::BackupsSafe | Self::EmergencyStop => {
                TickScope::Incident
            }
        }
    }
}

/// All seven with what was ticked, those still open first.
pub fn listed(ticked: &[Ticked]) -> Vec<(Tick, Option<Ticked>)> {
    let of = |tick: Tick| ticked.iter().find(|one| one.tick == tick).copied();
    let all = Tick::VARIANTS.iter().map(|tick| (*tick, of(*tick)));
    let (open, done): (Vec<_>, Vec<_>) = all.partition(|(_, ticked)| ticked.is_none());
    open.into_iter().chain(done).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_seven_and_the_open_ones_come_first() {
        let police = Ticked {
            tick: Tick::PoliceInformed,
            side: Part::Town,
            at: Instant::from_micros(0),
        };

        let all = listed(&[police]);

        assert_eq!(all.len(), 7);
        assert_eq!(all[0], (Tick::WrittenOrder, None));
        assert_eq!(all[6], (Tick::PoliceInformed, Some(police)));
    }

    #[test]
    fn what_is_signed_is_of_one_deployment() {
        let own = Tick::VARIANTS
            .iter()
            .filter(|tick| tick.scope() == TickScope::Deployment);
        assert_eq!(own.count(), 3);
    }
}
