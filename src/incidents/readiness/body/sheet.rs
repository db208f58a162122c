//! JSON of the arrival sheet.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::sheet_texts::ArrivalSheetTexts;
use crate::clock::Instant;
use crate::ids::IncidentId;
use crate::incidents::readiness::model::{NewSheet, Part, Sheet, TextProblem};
use crate::incidents::readiness::service::ShownSheet;
use crate::input::FieldError;

/// What whoever arrives must know. Accounts are issued on site, never through the register.
#[derive(Clone, Serialize, ToSchema)]
pub struct ArrivalSheetBody {
    /// The incident.
    pub incident_id: IncidentId,
    /// What it says; empty where nobody said anything.
    pub texts: ArrivalSheetTexts,
    /// Whether own tools may be used; null where nobody said.
    pub own_tools: Option<bool>,
    /// Private numbers are shown: to everybody but the employer of whoever helps.
    pub private_numbers: bool,
    /// Which side changed it last.
    pub changed_as: Option<Part>,
    /// When.
    pub changed_at: Option<Instant>,
}

/// A sheet instead of the one that was read.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewArrivalSheet {
    /// What it says.
    #[validate(nested)]
    pub texts: ArrivalSheetTexts,
    /// Whether own tools may be used; null where nobody said.
    #[serde(default)]
    pub own_tools: Option<bool>,
    /// What looks like a password is none: without this it is refused.
    #[serde(default)]
    pub no_credentials: bool,
}

impl fmt::Debug for ArrivalSheetBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ArrivalSheetBody")
    }
}

impl fmt::Debug for NewArrivalSheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewArrivalSheet")
    }
}

impl NewArrivalSheet {
    /// The sheet, checked.
    ///
    /// # Errors
    /// What is not valid of it.
    pub(in crate::incidents::readiness) fn checked(self) -> Result<Sheet, Vec<FieldError>> {
        let Self {
            texts,
            own_tools,
            no_credentials,
        } = self;
        let new = NewSheet {
            texts: texts.named(),
            own_tools,
            is_sure: no_credentials,
        };
        new.checked().map_err(|problems| {
            let problems = problems.into_iter();
            problems
                .map(|(about, problem)| field_error(about.into(), problem))
                .collect()
        })
    }
}

fn field_error(name: &'static str, problem: TextProblem) -> FieldError {
    let (code, detail) = match problem {
        TextProblem::TooLong => ("length", "this is too long"),
        TextProblem::NoPhone => ("phone", "give a telephone number, such as 0171 1234567"),
        TextProblem::Credentials => (
            "credentials",
            "this looks like credentials: they are given on site; send no_credentials if it is none",
        ),
    };
    FieldError::new(format!("/texts/{name}"), code, detail)
}

impl From<ShownSheet> for ArrivalSheetBody {
    fn from(shown: ShownSheet) -> Self {
        let ShownSheet {
            incident,
            side,
            sheet,
            changed,
            version: _,
        } = shown;
        let (by, at) = changed.unzip();
        Self {
            incident_id: incident.id,
            texts: ArrivalSheetTexts::of(&sheet),
            own_tools: sheet.own_tools,
            private_numbers: side.sees_private_numbers(),
            changed_as: by,
            changed_at: at,
        }
    }
}
