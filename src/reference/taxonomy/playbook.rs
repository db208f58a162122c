//! What a symptom in a phase calls for.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use super::Text;

/// How far an incident has gone.
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
pub enum Phase {
    /// The first 72 hours.
    Acute,
    /// Emergency service, up to 30 days.
    Emergency,
    /// Rebuild, months.
    Rebuild,
}

/// Where a need is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NeedMode {
    /// At the place.
    OnSite,
    /// From afar.
    Remote,
    /// Either.
    Either,
}

/// How many people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headcount {
    /// At least.
    pub min: u16,
    /// Better.
    pub desired: u16,
}

/// A skill a need asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaybookSkill {
    /// The term.
    pub id: String,
    /// Level from which it counts in full, 1–4.
    pub min_level: u8,
    /// Without it nobody qualifies.
    pub required: bool,
}

/// A place in the team a playbook calls for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaybookNeed {
    /// What it is called.
    pub label: Text,
    /// A remote conversation of up to two hours.
    #[serde(default)]
    pub first_call: bool,
    /// What it takes.
    pub skills: Vec<PlaybookSkill>,
    /// How many people.
    pub headcount: Headcount,
    /// Where.
    pub mode: NeedMode,
    /// Without it the team is not viable.
    #[serde(default)]
    pub core: bool,
    /// Length of the first block.
    pub days: u16,
}

/// Needs of a symptom in a phase, most important first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Playbook {
    /// Id of the symptom.
    pub symptom: String,
    /// The phase.
    pub phase: Phase,
    /// The needs.
    pub needs: Vec<PlaybookNeed>,
}
