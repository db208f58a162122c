//! `/karte`: how many can be found where, as a map and as a table.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, assets};

/// The map page.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/map.html")]
pub struct MapPage {
    /// Surroundings.
    pub frame: Frame,
    /// The map.
    pub map: RegionMap,
    /// How many there are in all; none when few and the visitor is not to count them.
    pub total: Option<usize>,
    /// The Land whose Kreise are shown, to those who see all entries; Länder are shown without.
    pub land: Option<String>,
}

/// Regions with counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionMap {
    /// `viewBox` of the drawing, about `0 0 600 800`: names on it are 22 high.
    pub view_box: String,
    /// The regions, in the order of the table.
    pub shapes: Vec<RegionShape>,
}

/// A region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionShape {
    /// Name.
    pub label: String,
    /// Name short enough to stand on the map, such as `BY`.
    pub short: String,
    /// Outline: the `d` of an SVG path.
    pub outline: String,
    /// Where the short name stands.
    pub label_at: (i32, i32),
    /// The search in this region.
    pub href: String,
    /// How many are found there; nothing when fewer than three.
    pub count: Option<usize>,
    /// Shade, 0 (none) to 4 (most).
    pub bucket: u8,
}

impl RegionShape {
    fn shade(&self) -> u8 {
        self.bucket.min(4)
    }
}
