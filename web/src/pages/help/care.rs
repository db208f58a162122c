//! What a verified town has to think of besides: reports the law asks for, and the guide.

use askama::Template;
use i18n_embed_fl::fl;

use crate::pages::{ClockRow, GuideView};
use crate::{Frame, assets};

/// What a verified town has to think of, in short; the guide stands at `…/leitfaden`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpCare {
    /// Reports the law asks for.
    pub clocks: Vec<ClockRow>,
    /// The guide is there to be ticked off.
    pub has_guide: bool,
}

/// `/hilfe/{token}/leitfaden`: the guide, ticked off by whoever has the link.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/help_guide.html")]
pub struct HelpGuidePage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the place, or what was typed.
    pub place: String,
    /// It is a drill.
    pub is_drill: bool,
    /// The status page.
    pub back: String,
    /// What to tick off.
    pub guide: GuideView,
}
