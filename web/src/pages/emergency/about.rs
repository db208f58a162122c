//! `/notfallkarte` and `/einsatzbedingungen`: for anybody.

use askama::Template;
use i18n_embed_fl::fl;

use super::{ConditionsText, OrderOfCalls};
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
    /// Surroundings.
    pub frame: Frame,
    /// The version of today.
    pub text: ConditionsText,
}
