//! What is said of a term.

use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::reference::Axis;

/// A term to be added.
#[derive(Clone, Debug, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewTerm {
    /// Its kind.
    pub axis: Axis,
    /// Its id after the colon, or the code of a language; made of the German label if absent.
    #[validate(length(max = 60))]
    pub id: Option<String>,
    /// What else is said of it.
    #[validate(nested)]
    pub said: TermChange,
}

/// What is said of a term; the whole of it.
#[derive(Clone, Debug, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
pub struct TermChange {
    /// Its name in German.
    #[validate(length(min = 2, max = 120))]
    pub label_de: String,
    /// Its name in English.
    #[validate(length(min = 2, max = 120))]
    pub label_en: String,
    /// Id of the broader term.
    pub parent: Option<String>,
    /// Other words in German.
    #[validate(length(max = 60))]
    pub synonyms_de: Vec<String>,
    /// Other words in English.
    #[validate(length(max = 60))]
    pub synonyms_en: Vec<String>,
    /// Whoever holds it needs the extended admission; roles and domains only.
    pub is_extended: bool,
}
