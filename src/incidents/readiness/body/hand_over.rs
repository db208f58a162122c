//! JSON of what is handed over.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::clock::Instant;
use crate::ids::{DeploymentId, HandOverId};
use crate::incidents::readiness::model::{
    HandOver, HandOverProblem, HandOverText, Part, checked_hand_over,
};
use crate::input::FieldError;

/// A version of what is handed over. It is never changed.
#[derive(Clone, Serialize, ToSchema)]
pub struct HandOverBody {
    /// Its id.
    pub id: HandOverId,
    /// Of which deployment.
    pub deployment_id: DeploymentId,
    /// Which version, from 1.
    pub number: i32,
    /// When it was written.
    pub at: Instant,
    /// Which side wrote it.
    pub written_as: Part,
    /// What it says.
    pub texts: HandOverTexts,
}

/// Something to be handed over.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewHandOver {
    /// What it says; at least one of them.
    #[validate(nested)]
    pub texts: HandOverTexts,
    /// What looks like a password is none: without this it is refused.
    #[serde(default)]
    pub no_credentials: bool,
}

/// What is handed over.
#[derive(Clone, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct HandOverTexts {
    /// How far the work is.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4000)]
    pub state: String,
    /// What is left to do.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4000)]
    pub open_points: String,
    /// What was changed.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4000)]
    pub changes: String,
    /// Where documentation lies.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4000)]
    pub documentation: String,
    /// Who knows more.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4000)]
    pub who_knows: String,
}

impl fmt::Debug for HandOverBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HandOverBody")
    }
}

impl fmt::Debug for NewHandOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewHandOver")
    }
}

impl fmt::Debug for HandOverTexts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HandOverTexts")
    }
}

impl NewHandOver {
    /// What it says, checked.
    ///
    /// # Errors
    /// What is not valid of it.
    pub(in crate::incidents::readiness) fn checked(
        self,
    ) -> Result<BTreeMap<HandOverText, String>, Vec<FieldError>> {
        let Self {
            texts,
            no_credentials,
        } = self;
        let checked = checked_hand_over(texts.named(), no_credentials);
        checked.map_err(|problems| {
            let problems = problems.into_iter();
            problems
                .map(|(about, problem)| field_error(about.into(), problem))
                .collect()
        })
    }
}

fn field_error(name: &'static str, problem: HandOverProblem) -> FieldError {
    let (code, detail) = match problem {
        HandOverProblem::Missing => ("required", "say at least how far the work is"),
        HandOverProblem::TooLong => ("length", "this is too long"),
        HandOverProblem::Credentials => (
            "credentials",
            "this looks like credentials: they are given on site; send no_credentials if it is none",
        ),
    };
    FieldError::new(format!("/texts/{name}"), code, detail)
}

impl HandOverTexts {
    fn named(self) -> BTreeMap<HandOverText, String> {
        let Self {
            state,
            open_points,
            changes,
            documentation,
            who_knows,
        } = self;
        [
            (HandOverText::State, state),
            (HandOverText::OpenPoints, open_points),
            (HandOverText::Changes, changes),
            (HandOverText::Documentation, documentation),
            (HandOverText::WhoKnows, who_knows),
        ]
        .into()
    }

    fn of(texts: &BTreeMap<HandOverText, String>) -> Self {
        let text = |about| texts.get(&about).cloned().unwrap_or_default();
        Self {
            state: text(HandOverText::State),
            open_points: text(HandOverText::OpenPoints),
            changes: text(HandOverText::Changes),
            documentation: text(HandOverText::Documentation),
            who_knows: text(HandOverText::WhoKnows),
        }
    }
}

impl From<HandOver> for HandOverBody {
    fn from(one: HandOver) -> Self {
        let HandOver {
            id,
            deployment,
            number,
            at,
            side,
            texts,
        } = one;
        Self {
            id,
            deployment_id: deployment,
            number,
            at,
            written_as: side,
            texts: HandOverTexts::of(&texts),
        }
    }
}
