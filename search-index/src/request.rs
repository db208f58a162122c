//! What is asked.

use uuid::Uuid;

use crate::query::ParsedText;
use crate::{Instant, Language, Readiness, TermOrd, WorkMode, unit_vector};

/// Nearer circles would tell too much about a place.
const SMALLEST_RADIUS_KM: u16 = 25;

/// Whose entries may be found. There is no default on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Entries that are eligible when asked: requesters and members.
    Masked,
    /// Entries of one employer in any standing: that member itself.
    Organisation(Uuid),
    /// All entries in any standing: vetters and coordinators.
    Everything,
}

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best score first.
    #[default]
    Relevance,
    /// Nearest first; like relevance without [`Filters::near`].
    Distance,
    /// Earliest start first.
    Availability,
}

/// A circle around a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// Centre on the unit sphere.
    pub(crate) centre: [f32; 3],
    /// Largest distance, compared with distances rounded up to 10 km.
    pub(crate) radius_km: u16,
}

impl Near {
    /// A circle; radii below 25 km become 25 km.
    pub fn new(lat: f64, lon: f64, radius_km: u16) -> Self {
        Self {
            centre: unit_vector(lat, lon),
            radius_km: radius_km.max(SMALLEST_RADIUS_KM),
        }
    }
}

/// What hits must have: one of each list that is not empty. A term includes everything narrower.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filters {
    /// Facet.
    pub roles: Vec<TermOrd>,
    /// Facet.
    pub domains: Vec<TermOrd>,
    /// Facet.
    pub procedures: Vec<TermOrd>,
    /// Facet.
    pub products: Vec<TermOrd>,
    /// Facet; expired certificates do not count.
    pub certifications: Vec<TermOrd>,
    /// Facet.
    pub languages: Vec<TermOrd>,
    /// Facet: numbers out of [`SearchRequest::display_lands`].
    pub lands: Vec<u16>,
    /// Facet: states at [`SearchRequest::now`].
    pub availability: Vec<Readiness>,
    /// Facet: on site and remote include entries that work either way.
    pub modes: Vec<WorkMode>,
    /// Skills, all of which are needed.
    pub all_of: Vec<TermOrd>,
    /// Lowest level of the skills filtered by and counted; 0 and 1 are any.
    pub min_level: u8,
    /// Free and ready to start by this instant, and not busy for `available_days` from it on.
    pub available_from: Option<Instant>,
    /// Days needed from `available_from` (or now) on, 1 if only the start is given.
    pub available_days: Option<u16>,
    /// Numbers of Kreise.
    pub kreise: Vec<u32>,
    /// Lowest security clearance valid at [`SearchRequest::now`]; 0 is any.
    pub min_clearance: u8,
    /// A circle around a place.
    pub near: Option<Near>,
}

/// A search. Filters and the like are fields; what must not be forgotten is an argument.
#[derive(Clone, Debug)]
pub struct SearchRequest {
    pub(crate) text: ParsedText,
    pub(crate) scope: Scope,
    /// The moment for which eligibility, certificates and readiness are judged.
    pub now: Instant,
    /// Secret under which ids are hashed to order ties.
    pub tie_key: [u8; 32],
    /// What hits must have.
    pub filters: Filters,
    /// The order of hits.
    pub sort: Sort,
    /// Page of hits, from 1.
    pub page: usize,
    /// Hits a page.
    pub limit: usize,
    /// Language of highlighted texts.
    pub language: Language,
    /// For each Land number the number it is filtered, counted and shown as: small Länder share one.
    pub display_lands: [u16; 17],
}

impl SearchRequest {
    /// A search for a text among the entries of a scope, with no filters and 20 hits.
    ///
    /// Any text is a query: words, `"phrases in quotes"`, `-excluded`. Only the first 200
    /// characters and 16 words count.
    pub fn parse(text: &str, scope: Scope, now: Instant, tie_key: [u8; 32]) -> Self {
        Self {
            text: ParsedText::parse(text),
            scope,
            now,
            tie_key,
            filters: Filters::default(),
            sort: Sort::default(),
            page: 1,
            limit: 20,
            language: Language::default(),
            display_lands: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
        }
    }

    /// The number under which a Land is shown.
    pub(crate) fn display_land(&self, land: u8) -> u16 {
        let shown = self.display_lands.get(usize::from(land));
        shown.copied().unwrap_or_default()
    }
}
