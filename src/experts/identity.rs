//! Who a person is: read by the person, the own employer, and both sides of a committed deployment.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::ids::ExpertId;
use crate::input::FieldError;
use crate::phone;
use crate::sealing::{DataKey, Place, SealError};

/// Name and duty contact.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Given name.
    #[validate(length(min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80)]
    pub given_name: String,
    /// Family name.
    #[validate(length(min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80)]
    pub family_name: String,
    /// Mail address at work.
    #[validate(email, length(max = 254))]
    #[schema(max_length = 254)]
    pub email: String,
    /// Telephone at work.
    #[serde(default)]
    #[validate(length(min = 4, max = 40))]
    #[schema(min_length = 4, max_length = 40)]
    pub phone: Option<String>,
    /// Mobile telephone of the duty.
    #[serde(default)]
    #[validate(length(min = 4, max = 40))]
    #[schema(min_length = 4, max_length = 40)]
    pub mobile: Option<String>,
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity")
    }
}

impl Identity {
    /// Telephone numbers in one spelling, or what is wrong with them.
    ///
    /// # Errors
    /// A number is none.
    pub fn normalised(mut self, pointer: &str) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        for (name, number) in [("phone", &mut self.phone), ("mobile", &mut self.mobile)] {
            let Some(given) = number.as_deref() else {
                continue;
            };
            if let Some(normal) = phone::e164(given) {
                *number = Some(normal);
            } else {
                let detail = "give a telephone number, for example 0171 1234567";
                errors.push(FieldError::new(
                    format!("{pointer}/{name}"),
                    "phone",
                    detail,
                ));
            }
        }
        if errors.is_empty() {
            Ok(self)
        } else {
            Err(errors)
        }
    }

    /// The identity sealed for its row.
    ///
    /// # Errors
    /// Sealing failed.
    pub fn seal(&self, key: &DataKey, expert: ExpertId) -> Result<Vec<u8>, SealError> {
        let plain =
            zeroize::Zeroizing::new(serde_json::to_vec(self).map_err(|_| SealError::DoesNotOpen)?);
        key.seal(&plain, place(expert))
    }

    /// The identity of a row.
    ///
    /// # Errors
    /// It does not open.
    pub fn open(key: &DataKey, expert: ExpertId, sealed: &[u8]) -> Result<Self, SealError> {
        let plain = key.open(sealed, place(expert))?;
        serde_json::from_slice(&plain).map_err(|_| SealError::DoesNotOpen)
    }
}

fn place(expert: ExpertId) -> Place {
    Place {
        table: "expert_identities",
        column: "sealed",
        id: expert.0,
    }
}
