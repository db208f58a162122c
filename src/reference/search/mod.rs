//! Finds places by what people type: names in any spelling, with typing errors, with Kreis or Land beside them,
//! postcodes, keys, and shared administrations.

mod areas;
mod fold;
mod found;
mod index;
mod keys;
mod names;
mod numbers;
mod query;
#[cfg(test)]
mod tests;
mod typo;

use super::{Administration, Level, Region, Regions};
pub(super) use index::{SearchIndex, base_name};
use query::Query;
pub(super) use typo::{is_near, tolerance};

/// How well a place fits what was typed; better ones sort first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchQuality {
    /// The name, with or without its addition: "Halle" is "Halle (Saale)".
    Exact,
    /// The name begins so.
    Prefix,
    /// A later word of the name begins so.
    WordPrefix,
    /// One or two keystrokes away.
    Typo,
}

/// A place that was found.
#[derive(Debug, Clone, Copy)]
pub struct PlaceHit<'a> {
    /// The place.
    pub region: &'a Region,
    /// How well it fits.
    pub quality: MatchQuality,
    /// The administration the Gemeinde shares with others.
    pub administration: Option<&'a Administration>,
}

impl Regions {
    /// The places that fit best: by quality, then the larger first, then by key.
    ///
    /// Any text is accepted, 100 characters of it count. A kreisfreie Stadt and a Stadtstaat are answered once, as
    /// their Gemeinde, and gemeindefreie Gebiete not at all, unless their level is asked for. The name of an
    /// administration finds its Gemeinden, the seat first.
    pub fn search(&self, text: &str, level: Option<Level>, limit: usize) -> Vec<PlaceHit<'_>> {
        let query = Query::parse(text);
        let found = match query.number() {
            Some(number) => numbers::find(self, level, &query, number),
            None => names::find_with_fewer_words(self, level, query, limit),
        };
        found.best(self, limit)
    }

    /// Whether a place is an answer when this level, or none, was asked for.
    fn shows(&self, place: usize, level: Option<Level>) -> bool {
        match level {
            Some(level) => self.rows()[place].level == level,
            None => self.index().entry(place).is_shown_unasked,
        }
    }
}
