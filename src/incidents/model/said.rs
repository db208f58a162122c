//! What whoever asks says.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

/// What is down.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum System {
    /// PCs.
    Workplaces,
    /// Servers.
    Servers,
    /// Mail.
    Mail,
    /// Telephones.
    Phones,
    /// The Internet.
    Internet,
    /// The web site.
    Web,
    /// Backups.
    Backup,
    /// Accounts and signing in.
    Identity,
    /// Municipal procedures.
    Procedures,
    /// Everything.
    All,
}

/// Who is called back, what was done so far, who is bound by contract, and the place as it was typed. Sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    /// Name and function, where given.
    pub name: String,
    /// E.164.
    pub phone: String,
    /// Where mail arrives.
    pub email: Option<String>,
    /// What was done so far.
    pub measures: String,
    /// A place that is in no list, as typed.
    pub place_said: Option<String>,
    /// Why a coordinator vouched for them.
    pub vouched: Option<String>,
    /// The town's cyber insurance.
    #[serde(default)]
    pub insurer: Option<Insurer>,
    /// Contracts of the town that help now, such as that of a responder.
    #[serde(default)]
    pub contracts: String,
}

/// A cyber insurance.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Insurer {
    /// Who.
    pub name: String,
    /// Number of the policy.
    pub policy: Option<String>,
    /// Where damage is reported, E.164.
    pub phone: Option<String>,
}

/// Says nothing of the person.
impl fmt::Debug for Particulars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Particulars")
    }
}

/// Says nothing of the policy.
impl fmt::Debug for Insurer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Insurer")
    }
}
