//! `/bausteine`: every component once, for those who build pages.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{ExpertCard, FirstAid, PageLink, Pagination, PlaceField, level_label};
use crate::{Frame, assets};

/// The component gallery; served in debug builds only.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/gallery.html")]
pub struct GalleryPage {
    /// What to do first.
    pub first_aid: FirstAid,
    /// Surroundings.
    pub frame: Frame,
    /// A card to show.
    pub cards: Vec<ExpertCard>,
    /// Pages of a list.
    pub pagination: Pagination,
    /// A place that is fine.
    pub place: PlaceField,
}
