//! One term of the vocabulary.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

/// A text in German and English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// German.
    pub de: String,
    /// English.
    pub en: String,
}

/// Other names in German and English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// German.
    pub de: Vec<String>,
    /// English.
    pub en: Vec<String>,
}

/// The kinds of terms; on the wire their plural, in the database their name.
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
#[strum(serialize_all = "snake_case")]
pub enum Axis {
    /// What somebody does in an incident.
    #[serde(rename = "roles")]
    Role,
    /// A technical or organisational field.
    #[serde(rename = "domains")]
    Domain,
    /// A municipal procedure (Fachverfahren).
    #[serde(rename = "procedures")]
    Procedure,
    /// A product.
    #[serde(rename = "products")]
    Product,
    /// A certificate.
    #[serde(rename = "certifications")]
    Certification,
    /// A language.
    #[serde(rename = "languages")]
    Language,
    /// A class or type of incident (RSIT).
    #[serde(rename = "incident-classes")]
    IncidentClass,
}

impl Axis {
    /// The axes of which a skill can be.
    pub const SKILLS: [Self; 4] = [Self::Role, Self::Domain, Self::Procedure, Self::Product];
}

/// A term with its names and what only its axis knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Stable id, for example `domain:active-directory`.
    pub id: String,
    /// Its kind.
    pub axis: Axis,
    /// The broader term.
    pub parent: Option<String>,
    /// Its name.
    pub label: Text,
    /// Other names.
    pub synonyms: Synonyms,
    /// What only its axis knows: grade, privileged, urgency, vendor, validity …
    pub attributes: Map<String, Value>,
}

impl Term {
    /// Whether holding it needs the extended admission: roles of that grade, privileged domains.
    pub fn needs_extended_admission(&self) -> bool {
        let is = |name: &str, value: &str| {
            self.attributes.get(name).and_then(Value::as_str) == Some(value)
        };
        is("grade", "extended") || is("privileged", "1")
    }
}
