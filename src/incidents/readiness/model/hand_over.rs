//! What is handed over at the end of a deployment.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::Part;
use super::look_like_credentials;
use crate::clock::Instant;
use crate::ids::{DeploymentId, HandOverId};

/// A version of what is handed over. It is never changed, but blanked when its author is erased; a new one is added.
#[derive(Clone, PartialEq, Eq)]
pub struct HandOver {
    /// Its id.
    pub id: HandOverId,
    /// Of which deployment.
    pub deployment: DeploymentId,
    /// Which version, from 1.
    pub number: i32,
    /// When it was written.
    pub at: Instant,
    /// As what its author wrote.
    pub side: Part,
    /// What it says.
    pub texts: BTreeMap<HandOverText, String>,
}

/// What it says about.
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
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum HandOverText {
    /// How far the work is.
    State,
    /// What is left to do.
    OpenPoints,
    /// What was changed.
    Changes,
    /// Where documentation lies.
    Documentation,
    /// Who knows more.
    WhoKnows,
}

/// What is wrong with what is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandOverProblem {
    /// Nothing is said.
    Missing,
    /// It is too long.
    TooLong,
    /// It looks like credentials.
    Credentials,
}

/// Without what it says.
impl fmt::Debug for HandOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HandOver")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl HandOverText {
    /// Signs it may have.
    pub const LONGEST: usize = 4_000;
}

/// What somebody sends, without what is empty.
///
/// # Errors
/// What is wrong, each once; nothing at all is said of the state of work.
pub fn checked_hand_over(
    texts: BTreeMap<HandOverText, String>,
    is_sure: bool,
) -> Result<BTreeMap<HandOverText, String>, Vec<(HandOverText, HandOverProblem)>> {
    let texts = texts.into_iter();
    let texts = texts.map(|(about, text)| (about, text.trim().to_owned()));
    let texts: BTreeMap<_, _> = texts.filter(|(_, text)| !text.is_empty()).collect();
    if texts.is_empty() {
        return Err(vec![(HandOverText::State, HandOverProblem::Missing)]);
    }
    let problems = texts.iter().filter_map(|(about, text)| {
        let problem = if text.chars().count() > HandOverText::LONGEST {
            HandOverProblem::TooLong
        } else if !is_sure && look_like_credentials(text) {
            HandOverProblem::Credentials
        } else {
            return None;
        };
        Some((*about, problem))
    });
    let problems: Vec<_> = problems.collect();
    if problems.is_empty() {
        return Ok(texts);
    }
    Err(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(text: &str) -> BTreeMap<HandOverText, String> {
        [(HandOverText::Changes, text.to_owned())].into()
    }

    #[test]
    fn nothing_is_not_handed_over() {
        let wrong = checked_hand_over(sent(" "), false).unwrap_err();
        assert_eq!(wrong, [(HandOverText::State, HandOverProblem::Missing)]);
    }

    #[test]
    fn credentials_are_taken_for_such_until_somebody_says_they_are_none() {
        let wrong = checked_hand_over(sent("Admin Passwort: x"), false).unwrap_err();
        assert_eq!(
            wrong,
            [(HandOverText::Changes, HandOverProblem::Credentials)]
        );
        assert!(checked_hand_over(sent("Admin Passwort: x"), true).is_ok());
    }
}
