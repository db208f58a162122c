//! `/`: first aid, search, what this register is.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::FirstAid;
use crate::{Frame, assets};

/// The start page.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/start.html")]
pub struct StartPage {
    /// Surroundings.
    pub frame: Frame,
    /// What the register holds, if it is to be told.
    pub figures: Option<Figures>,
    /// What to do first.
    pub first_aid: FirstAid,
}

/// What the register holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Entries that are found now.
    pub experts: usize,
    /// Member organisations.
    pub members: usize,
    /// Länder with an entry.
    pub lands: usize,
}
