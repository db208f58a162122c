//! The roles.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

/// What an account may be. No role contains another by accident: the policy lists each.
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
pub enum Role {
    /// Keeps the own record.
    Expert,
    /// Keeps and releases the experts of the own organisation.
    MemberManager,
    /// Asks for help for the own municipality.
    Requester,
    /// Admits experts.
    Vetter,
    /// Sees all incidents, verifies callers, allocates help.
    Coordinator,
    /// Keeps organisations, accounts and reference data; sees no contact data.
    Admin,
    /// Reads the audit record, nothing else.
    Auditor,
    /// Reads the incidents of the Land its authority sits in, when let.
    LandLiaison,
}

impl Role {
    /// Whether a grant of this role names an organisation.
    pub fn is_for_an_organisation(self) -> bool {
        match self {
            Self::Expert | Self::MemberManager | Self::Requester | Self::LandLiaison => true,
            Self::Vetter | Self::Coordinator | Self::Admin | Self::Auditor => false,
        }
    }

    /// Whether one admin alone cannot give it: another one confirms.
    pub fn needs_second_person(self) -> bool {
        match self {
            Self::Vetter | Self::Coordinator | Self::Admin => true,
            Self::Expert
            | Self::MemberManager
            | Self::Requester
            | Self::Auditor
            | Self::LandLiaison => false,
        }
    }
}
