//! `/barrierefreiheit`: the accessibility statement (BITV 2.0, § 12b BGG).

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, assets};

/// The accessibility statement.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/accessibility.html")]
pub struct AccessibilityPage {
    /// Surroundings.
    pub frame: Frame,
    /// Day of the last own test, such as `1. Dezember 2026`.
    pub checked_on: Option<String>,
    /// Mail address for barriers.
    pub email: Option<String>,
    /// Body one may turn to next.
    pub enforcement_body: Option<String>,
    /// Known barriers, a line each, in the page's language.
    pub known_barriers: Vec<String>,
}
