//! What to do first, as it is kept.

/// First aid in the page's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstAid {
    /// Its heading.
    pub title: String,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// When to do otherwise.
    pub exception: String,
    /// Who checked it and on which day, in words.
    pub checked: Option<(String, String)>,
}
