//! Organisations as JSON.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::model::{LegalForm, Nis2Status, OrganisationKind, Participation};
use crate::clock::Instant;
use crate::ids::OrganisationId;
use crate::input::Patch;

/// An organisation to be created.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewOrganisation {
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name.
    #[validate(length(min = 2, max = 160))]
    #[schema(min_length = 2, max_length = 160)]
    pub name: String,
    /// Its legal form.
    pub legal_form: LegalForm,
    /// Where it sits: an AGS, or the nine-digit key of a municipal association.
    #[validate(length(min = 2, max = 9))]
    #[schema(min_length = 2, max_length = 9)]
    pub place: String,
    /// Whether it belongs to the federation.
    #[serde(default)]
    pub member: bool,
    /// Whom it serves.
    #[serde(default)]
    #[validate(length(max = 500), nested)]
    #[schema(max_items = 500)]
    pub serves: Vec<Served>,
    /// NIS-2 status.
    #[serde(default)]
    pub nis2_status: Nis2Status,
    /// Person-days it gives a year; absent without a limit.
    #[serde(default)]
    #[validate(range(min = 0, max = 10_000))]
    #[schema(minimum = 0, maximum = 10_000)]
    pub yearly_person_days: Option<i32>,
    /// Staff-council participation.
    #[serde(default)]
    pub participation: Participation,
    /// Whether answers to alerts may count in the ranking; off unless agreed with the staff council.
    #[serde(default)]
    pub personal_response_history: bool,
    /// Duty desk, in any usual spelling.
    #[serde(default)]
    #[validate(length(min = 4, max = 40))]
    #[schema(min_length = 4, max_length = 40)]
    pub duty_phone: Option<String>,
}

/// A place a provider serves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Served {
    /// AGS of a Kreis or Gemeinde.
    #[validate(length(min = 5, max = 8))]
    #[schema(min_length = 5, max_length = 8)]
    pub ags: String,
    /// Whether it runs all of the place's IT.
    #[serde(default)]
    pub whole: bool,
}

/// A JSON Merge Patch of an organisation.
#[derive(Clone, Debug, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct OrganisationPatch {
    /// What it is; admins only.
    #[serde(default)]
    pub kind: Option<OrganisationKind>,
    /// Where it sits; admins only.
    #[serde(default)]
    #[validate(length(min = 2, max = 9))]
    #[schema(min_length = 2, max_length = 9)]
    pub place: Option<String>,
    /// New name.
    #[serde(default)]
    #[validate(length(min = 2, max = 160))]
    #[schema(min_length = 2, max_length = 160)]
    pub name: Option<String>,
    /// New legal form: on which legal basis it may help; admins only.
    #[serde(default)]
    pub legal_form: Option<LegalForm>,
    /// Joins or leaves the federation now; admins only.
    #[serde(default)]
    pub member: Option<bool>,
    /// First day of its membership; admins only.
    #[serde(default)]
    #[schema(value_type = Option<NaiveDate>)]
    pub member_from: Patch<NaiveDate>,
    /// Last day of its membership, to its end; null lets it go on; admins only.
    #[serde(default)]
    #[schema(value_type = Option<NaiveDate>)]
    pub member_until: Patch<NaiveDate>,
    /// The whole new list of places served.
    #[serde(default)]
    #[validate(length(max = 500), nested)]
    #[schema(max_items = 500)]
    pub serves: Option<Vec<Served>>,
    /// NIS-2 status.
    #[serde(default)]
    pub nis2_status: Option<Nis2Status>,
    /// Person-days a year; null lifts the limit.
    #[serde(default)]
    #[schema(value_type = Option<i32>, minimum = 0, maximum = 10_000)]
    pub yearly_person_days: Patch<i32>,
    /// Staff-council participation.
    #[serde(default)]
    pub participation: Option<Participation>,
    /// The day on which participation came to stand so; today if absent.
    #[serde(default)]
    pub participation_on: Option<NaiveDate>,
    /// Whether answers to alerts may count in the ranking.
    #[serde(default)]
    pub personal_response_history: Option<bool>,
    /// Duty desk; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<String>, min_length = 4, max_length = 40)]
    pub duty_phone: Patch<String>,
    /// Who insures its people against accidents; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<String>, min_length = 2, max_length = 160)]
    pub accident_insurer: Patch<String>,
    /// Who insures it against damage they do; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<String>, min_length = 2, max_length = 160)]
    pub liability_insurer: Patch<String>,
    /// Its data protection officer, to be called in an emergency; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<String>, min_length = 4, max_length = 40)]
    pub privacy_phone: Patch<String>,
}

impl OrganisationPatch {
    /// Whether it changes what the organisation does not say of itself.
    pub(super) fn is_said_by_admins(&self) -> bool {
        self.kind.is_some()
            || self.legal_form.is_some()
            || self.place.is_some()
            || self.member.is_some()
            || self.member_from != Patch::Keep
            || self.member_until != Patch::Keep
            || self.serves.is_some()
    }
}

/// An organisation as its manager, coordinators, vetters and admins see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationBody {
    /// Its id.
    pub id: OrganisationId,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// Its legal form.
    pub legal_form: LegalForm,
    /// Where it sits.
    pub place: String,
    /// Whether it belongs to the federation now.
    pub member: bool,
    /// First day of its membership.
    pub member_from: Option<NaiveDate>,
    /// Last day of its membership, once it is set.
    pub member_until: Option<NaiveDate>,
    /// Whom it serves now.
    pub serves: Vec<Served>,
    /// Who serves it: the home providers.
    pub home_providers: Vec<Provider>,
    /// NIS-2 status.
    pub nis2_status: Nis2Status,
    /// Person-days it gives a year.
    pub yearly_person_days: Option<i32>,
    /// Staff-council participation.
    pub participation: Participation,
    /// The day since when it stands so.
    pub participation_on: NaiveDate,
    /// Whether answers to alerts may count in the ranking.
    pub personal_response_history: bool,
    /// Duty desk.
    pub duty_phone: Option<String>,
    /// Who insures its people against accidents.
    pub accident_insurer: Option<String>,
    /// Who insures it against damage they do.
    pub liability_insurer: Option<String>,
    /// Its data protection officer.
    pub privacy_phone: Option<String>,
    /// Since when it is struck itself.
    pub struck_since: Option<Instant>,
    /// When it was entered.
    pub created_at: Instant,
}

/// A provider by id and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
}

/// The switch "selbst betroffen".
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct StruckSwitch {
    /// On or off.
    pub struck: bool,
    /// Since when; now if absent.
    #[serde(default)]
    pub since: Option<Instant>,
    /// The incident that caused it.
    #[serde(default)]
    #[validate(length(max = 60))]
    #[schema(max_length = 60)]
    pub incident_id: Option<String>,
}

/// Which organisations to list.
#[derive(Clone, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OrganisationQuery {
    /// Words of the name.
    #[serde(default)]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub q: Option<String>,
    /// Only this kind.
    #[serde(default)]
    pub kind: Option<OrganisationKind>,
    /// Only those that sit in this Land, by the first two digits of the AGS.
    #[serde(default)]
    #[validate(length(equal = 2))]
    #[param(min_length = 2, max_length = 2)]
    pub land: Option<String>,
    /// Only members (true) or others (false).
    #[serde(default)]
    pub member: Option<bool>,
    /// Where the last page ended.
    #[serde(default)]
    #[validate(length(max = 60))]
    #[param(max_length = 60)]
    pub cursor: Option<String>,
    /// How many, 1–100; 20 if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}
