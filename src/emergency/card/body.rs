//! Cards as JSON.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::model::CardState;
use crate::clock::Instant;
use crate::emergency::coverage::ActingAs;
use crate::ids::{EmergencyCardId, OrganisationId};

/// Who accepted the conditions for an administration.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// Given and family name.
    #[validate(length(min = 2, max = 120))]
    #[schema(min_length = 2, max_length = 120)]
    pub name: String,
    /// What entitles them, such as `Bürgermeisterin`.
    #[validate(length(min = 2, max = 120))]
    #[schema(min_length = 2, max_length = 120)]
    pub function: String,
}

impl fmt::Debug for Signatory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signatory")
    }
}

/// The conditions, accepted.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewAcceptance {
    /// Version of the text; only the current one is accepted.
    pub conditions_version: i32,
    /// The day it was signed.
    pub accepted_on: NaiveDate,
    /// By whom.
    #[validate(nested)]
    pub signatory: Signatory,
}

/// A card to be issued to an administration that never had one.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewEmergencyCard {
    /// AGS of a Gemeinde or Kreis, or the nine-digit key of a shared administration.
    #[validate(length(min = 5, max = 9))]
    #[schema(min_length = 5, max_length = 9)]
    pub place: String,
    /// The conditions as the administration accepted them.
    #[validate(nested)]
    pub acceptance: NewAcceptance,
}

/// What asks for a replacement, or confirms it.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewReplacement {
    /// Needed when the conditions changed since they were accepted.
    #[serde(default)]
    #[validate(nested)]
    pub acceptance: Option<NewAcceptance>,
}

/// Nothing more to say.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A card, without its codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CardBody {
    /// Its id.
    pub id: EmergencyCardId,
    /// What it is called on the phone.
    pub number: String,
    /// Whose it is.
    pub organisation_id: OrganisationId,
    /// What the administration is called.
    pub municipality: String,
    /// AGS, or the nine-digit key of a shared administration.
    pub place: String,
    /// Where it stands.
    pub state: CardState,
    /// When it was issued.
    pub issued_at: Instant,
    /// By whom.
    pub issued_by: String,
    /// As what they issued it.
    pub issued_as: ActingAs,
    /// When its codes stopped working.
    pub ended_at: Option<Instant>,
    /// Version of the conditions accepted with it.
    pub conditions_version: i32,
    /// The day they were accepted.
    pub accepted_on: NaiveDate,
    /// Codes that still work; not which.
    pub codes_left: u64,
    /// A replacement that waits for a second person.
    pub replacement: Option<AskedReplacement>,
}

/// A replacement that waits for a second person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskedReplacement {
    /// When somebody asked.
    pub asked_at: Instant,
    /// Until when somebody else can confirm.
    pub expires_at: Instant,
    /// The caller asked; another person confirms.
    pub asked_by_caller: bool,
}

/// A card just issued, with its codes.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssuedCardBody {
    /// The card.
    pub card: CardBody,
    /// Its codes, in this answer only; absent when the same request is repeated.
    pub codes: Option<Vec<String>>,
}

impl fmt::Debug for IssuedCardBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IssuedCardBody")
            .field("card", &self.card)
            .finish_non_exhaustive()
    }
}

/// Which cards to list.
#[derive(Clone, Debug, Default, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CardQuery {
    /// Words of the administration's name.
    #[serde(default)]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub q: Option<String>,
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
