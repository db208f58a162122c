use std::cmp::Reverse;

use super::{MatchQuality, PlaceHit, Regions};

const QUALITIES: [MatchQuality; 4] = [
    MatchQuality::Exact,
    MatchQuality::Prefix,
    MatchQuality::WordPrefix,
    MatchQuality::Typo,
];

const NOT_FOUND: u8 = u8::MAX;

/// The places found so far, each with the best quality seen.
pub(super) struct Found {
    /// By place: twice the quality, one more for a secondary place.
    ranks: Vec<u8>,
    places: Vec<usize>,
}

impl Found {
    pub(super) fn new(places: usize) -> Self {
        Self {
            ranks: vec![NOT_FOUND; places],
            places: Vec::new(),
        }
    }

    /// Remembers a place; a secondary one sorts behind all others of its quality.
    pub(super) fn note(&mut self, place: usize, quality: MatchQuality, is_secondary: bool) {
        let rank = 2 * quality as u8 + u8::from(is_secondary);
        if self.ranks[place] == NOT_FOUND {
            self.places.push(place);
        }
        self.ranks[place] = self.ranks[place].min(rank);
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    pub(super) fn contains(&self, place: usize) -> bool {
        self.ranks[place] != NOT_FOUND
    }

    pub(super) fn keep(&mut self, is_kept: impl Fn(usize) -> bool) {
        self.places.retain(|place| is_kept(*place));
    }

    /// The best places as hits, in the order promised by [`Regions::search`].
    pub(super) fn best(mut self, regions: &Regions, limit: usize) -> Vec<PlaceHit<'_>> {
        let ranks = self.ranks;
        let rows = regions.rows();
        // Rows stand in the order of their keys, so the place itself is the last criterion.
        self.places
            .sort_unstable_by_key(|place| (ranks[*place], Reverse(rows[*place].pop_est), *place));
        let hit = |place: usize| PlaceHit {
            region: &rows[place],
            quality: QUALITIES[usize::from(ranks[place] / 2).min(3)],
            administration: regions.administration_of(rows[place].ags),
        };
        self.places.into_iter().take(limit).map(hit).collect()
    }
}
