//! The conditions as a page shows them.

/// A version of the conditions.
#[derive(Clone, Debug, Default)]
pub struct ConditionsText {
    /// Which.
    pub version: i32,
    /// From when it is used, such as `1. November 2026`.
    pub since: String,
    /// Heading and text of each point.
    pub points: Vec<(String, String)>,
    /// Who checked it, and when.
    pub checked: Option<(String, String)>,
}
