//! JSON of legal matters.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::model::{
    Conditions, ConfirmedBy, Confirmer, CostKind, LegalBasis, PersonnelForm, Urgency, settle_by,
};
use super::service::{NewBasis, Options};
use crate::clock::Instant;

/// On which basis a deployment stands, and what can be chosen.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BasisBody {
    /// The basis; null while it is open.
    pub legal_basis: Option<LegalBasis>,
    /// By which form they are sent; null likewise.
    pub personnel_form: Option<PersonnelForm>,
    /// When it was chosen.
    pub chosen_at: Option<Instant>,
    /// Until when it is to be settled; null where it is, or nobody is committed to more than a first talk.
    pub settle_by: Option<Instant>,
    /// What can be chosen between these two, the preferred first.
    pub allowed: Vec<AllowedBasisBody>,
    /// Why what is paid could not wait.
    pub urgency: Option<UrgencyBody>,
}

/// A basis that can be chosen.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AllowedBasisBody {
    /// Which.
    pub legal_basis: LegalBasis,
    /// What is paid.
    pub cost_kind: CostKind,
    /// By which forms people are sent, the usual first.
    pub personnel_forms: Vec<PersonnelForm>,
}

/// Why what is paid could not wait.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct UrgencyBody {
    /// The reason.
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub reason: String,
    /// What is done, and how much of it.
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub extent: String,
    /// Until when.
    pub until: Instant,
}

/// What is said of a deployment.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewBasisBody {
    /// The basis; null while it is open.
    pub legal_basis: Option<LegalBasis>,
    /// By which form they are sent; the usual one if absent.
    #[serde(default)]
    pub personnel_form: Option<PersonnelForm>,
    /// Why what is paid could not wait: for a contract.
    #[serde(default)]
    #[validate(nested)]
    pub urgency: Option<UrgencyBody>,
}

/// Who confirms the conditions for the town.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewConfirmation {
    /// The name.
    #[validate(length(max = 120))]
    #[schema(min_length = 2, max_length = 120)]
    pub name: String,
    /// What they are in the town.
    #[validate(length(max = 120))]
    #[schema(min_length = 2, max_length = 120)]
    pub function: String,
}

/// What the conditions of an incident rest on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConditionsBody {
    /// The version the town accepted; null if it did not.
    pub accepted_version: Option<i32>,
    /// On which day.
    pub accepted_on: Option<NaiveDate>,
    /// What was confirmed at once.
    pub immediate: Option<ImmediateBody>,
    /// Until when what was confirmed at once is to be accepted; null where it is, or nothing was.
    pub ratify_by: Option<Instant>,
}

/// Conditions confirmed at once.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImmediateBody {
    /// The version.
    pub version: i32,
    /// When.
    pub confirmed_at: Instant,
    /// How.
    pub said_by: ConfirmedBy,
    /// By whom; null once that was forgotten.
    pub name: Option<String>,
    /// What they are in the town.
    pub function: Option<String>,
}

impl fmt::Debug for UrgencyBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UrgencyBody")
    }
}

impl fmt::Debug for NewConfirmation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewConfirmation")
    }
}

impl fmt::Debug for ImmediateBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ImmediateBody")
    }
}

impl From<Options> for BasisBody {
    fn from(options: Options) -> Self {
        let Options {
            deployment,
            allowed,
            urgency,
        } = options;
        let allowed = allowed.into_iter();
        let allowed = allowed.map(
            |(legal_basis, cost_kind, personnel_forms)| AllowedBasisBody {
                legal_basis,
                cost_kind,
                personnel_forms,
            },
        );
        let chosen = deployment.basis.as_ref();
        Self {
            legal_basis: chosen.map(|chosen| chosen.basis),
            personnel_form: chosen.map(|chosen| chosen.form),
            chosen_at: chosen.map(|chosen| chosen.at),
            settle_by: settle_by(&deployment),
            allowed: allowed.collect(),
            urgency: urgency.map(UrgencyBody::from),
        }
    }
}

impl From<Urgency> for UrgencyBody {
    fn from(note: Urgency) -> Self {
        let Urgency {
            reason,
            extent,
            until,
        } = note;
        Self {
            reason,
            extent,
            until,
        }
    }
}

impl From<NewBasisBody> for NewBasis {
    fn from(body: NewBasisBody) -> Self {
        let NewBasisBody {
            legal_basis,
            personnel_form,
            urgency,
        } = body;
        let note = |body: UrgencyBody| Urgency {
            reason: body.reason.trim().to_owned(),
            extent: body.extent.trim().to_owned(),
            until: body.until,
        };
        Self {
            basis: legal_basis,
            form: personnel_form,
            urgency: urgency.map(note),
        }
    }
}

impl From<NewConfirmation> for Confirmer {
    fn from(body: NewConfirmation) -> Self {
        let NewConfirmation { name, function } = body;
        Self {
            name: name.trim().to_owned(),
            function: function.trim().to_owned(),
        }
    }
}

impl From<Conditions> for ConditionsBody {
    fn from(conditions: Conditions) -> Self {
        let ratify_by = conditions.ratify_by();
        let Conditions {
            accepted,
            immediate,
        } = conditions;
        let (accepted_version, accepted_on) = accepted.unzip();
        let immediate = immediate.map(|one| {
            let (name, function) = one
                .confirmer
                .map(|confirmer| (confirmer.name, confirmer.function))
                .unzip();
            ImmediateBody {
                version: one.version,
                confirmed_at: one.at,
                said_by: one.said_by,
                name,
                function,
            }
        });
        Self {
            accepted_version,
            accepted_on,
            immediate,
            ratify_by,
        }
    }
}
