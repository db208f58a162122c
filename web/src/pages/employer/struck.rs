//! `/organisation/betroffen`: the switch "selbst betroffen"; a form that posts `betroffen` (`1`, `0`).

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, assets};

/// Whether an organisation is struck itself.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/struck.html")]
pub struct StruckPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the organisation.
    pub name: String,
    /// Since when, such as `heute, 14:20 Uhr`; nothing when it is not.
    pub since: Option<String>,
}
