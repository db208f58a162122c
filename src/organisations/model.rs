//! What an organisation is.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

use crate::clock::Instant;
use crate::ids::OrganisationId;
use crate::reference::Level;

/// An organisation of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// Its legal form.
    pub legal_form: LegalForm,
    /// Where it sits: an AGS, or the nine-digit key of a municipal association.
    pub place: String,
    /// When it joined the federation.
    pub member_from: Option<Instant>,
    /// When it left.
    pub member_until: Option<Instant>,
    /// NIS-2 status.
    pub nis2_status: Nis2Status,
    /// Person-days it gives a year; none without a limit.
    pub yearly_person_days: Option<i32>,
    /// Staff-council participation.
    pub participation: Participation,
    /// Since when participation stands so.
    pub participation_since: Instant,
    /// Whether answers to alerts may count in the ranking.
    pub personal_response_history: bool,
    /// Duty desk, E.164.
    pub duty_phone: Option<String>,
    /// Who insures its people against accidents.
    pub accident_insurer: Option<String>,
    /// Who insures it against damage they do.
    pub liability_insurer: Option<String>,
    /// Its data protection officer, E.164.
    pub privacy_phone: Option<String>,
    /// When it was entered.
    pub created_at: Instant,
    /// Counts its changes from 1.
    pub version: i32,
}

impl Organisation {
    /// Whether it belongs to the federation at this instant.
    pub fn is_member(&self, now: Instant) -> bool {
        is_within(self.member_from, self.member_until, now)
    }

    /// The last day of its membership, where one is set.
    pub fn last_member_day(&self) -> Option<NaiveDate> {
        // It ends with the day: the instant itself is the next one.
        self.member_until.map(|until| until.plus_seconds(-1).date())
    }
}

/// Whether an instant lies in a membership.
pub fn is_within(from: Option<Instant>, until: Option<Instant>, now: Instant) -> bool {
    from.is_some_and(|from| from <= now) && until.is_none_or(|until| until > now)
}

/// What counts of an employer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmployerFacts {
    /// From when its persons can be eligible: staff-council participation is settled.
    pub participation_from: Option<Instant>,
    /// Since when it is struck itself.
    pub struck_since: Option<Instant>,
    /// Person-days it gives a year.
    pub yearly_person_days: Option<i32>,
    /// When its membership ends or ended: from then on it sends nobody.
    pub member_until: Option<Instant>,
}

/// The kinds of organisations.
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
pub enum OrganisationKind {
    /// Municipal IT provider.
    ItProvider,
    /// Stadt or Gemeinde.
    Municipality,
    /// Landkreis or Kreis.
    District,
    /// Verbandsgemeinde, Amt, Samtgemeinde, Verwaltungsgemeinschaft.
    MunicipalAssociation,
    /// Zweckverband.
    SpecialPurposeAssociation,
    /// A company owned by municipalities.
    MunicipalCompany,
    /// Authority of a Land.
    LandAuthority,
    /// Authority of the federation.
    FederalAuthority,
    /// Any other company.
    Company,
}

impl OrganisationKind {
    /// Whether there is one such organisation a place: it *is* the place's administration.
    pub fn is_seat_of_its_place(self) -> bool {
        match self {
            Self::Municipality | Self::District | Self::MunicipalAssociation => true,
            Self::ItProvider
            | Self::SpecialPurposeAssociation
            | Self::MunicipalCompany
            | Self::LandAuthority
            | Self::FederalAuthority
            | Self::Company => false,
        }
    }

    /// Whether an organisation of this kind can sit at a place of this level.
    pub fn fits(self, level: Level) -> bool {
        match self {
            Self::Municipality => level == Level::Gemeinde,
            Self::District => level == Level::Kreis,
            Self::LandAuthority => matches!(level, Level::Land | Level::Kreis | Level::Gemeinde),
            Self::ItProvider
            | Self::MunicipalAssociation
            | Self::SpecialPurposeAssociation
            | Self::MunicipalCompany
            | Self::FederalAuthority
            | Self::Company => matches!(level, Level::Kreis | Level::Gemeinde),
        }
    }
}

/// Legal forms; which of them may give Amtshilfe is decided by the legal matrix, not here.
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
pub enum LegalForm {
    /// Gebietskörperschaft.
    TerritorialAuthority,
    /// Zweckverband or another body of several municipalities.
    SpecialPurposeAssociation,
    /// Anstalt des öffentlichen Rechts.
    PublicInstitution,
    /// Eigenbetrieb without legal personality.
    MunicipalEnterprise,
    /// Authority of a Land or the federation.
    StateAuthority,
    /// `GmbH`.
    Gmbh,
    /// Eingetragene Genossenschaft.
    Eg,
    /// Aktiengesellschaft.
    Ag,
    /// Eingetragener Verein.
    RegisteredAssociation,
    /// Anything else.
    Other,
}

/// Whether the organisation falls under NIS-2: a field, because it depends on the Land.
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
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Nis2Status {
    /// Not found out yet.
    #[default]
    Unknown,
    /// Not in scope.
    NotInScope,
    /// Important entity.
    Important,
    /// Particularly important entity.
    Essential,
}

/// Where the staff council's participation stands.
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
pub enum Participation {
    /// There is no staff council, or the matter is none of its business.
    NotNeeded,
    /// Asked, not answered.
    #[default]
    Asked,
    /// Agreed on.
    Agreed,
    /// Refused.
    Refused,
}

impl Participation {
    /// Persons of the organisation can become eligible.
    pub fn is_settled(self) -> bool {
        match self {
            Self::NotNeeded | Self::Agreed => true,
            Self::Asked | Self::Refused => false,
        }
    }
}
