//! `/notfallkarte` and `/einsatzbedingungen`: for anybody.

use askama::Template;
use i18n_embed_fl::fl;

use super::OrderOfCalls;
use crate::{Frame, assets};

/// What the emergency card is and how a town gets one.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/emergency_card.html")]
pub struct EmergencyCardPage {
    /// Surroundings.
    pub frame: Frame,
    /// Whom to call, without names.
    pub calls: OrderOfCalls,
}

/// The conditions a town accepts with its card.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/conditions.html")]
pub struct ConditionsPage {
    /// Who checked the text, and when.
    pub checked: Option<(String, String)>,
    /// Surroundings.
    pub frame: Frame,
    /// Their version.
    pub version: i32,
    /// From when they are used, such as `1. November 2026`.
    pub since: String,
    /// Heading and text of each point.
    pub points: Vec<(String, String)>,
}
