//! The order of hits.

use std::collections::BinaryHeap;

use super::filters::{FilterSets, busy, strength};
use crate::query::TextHits;
use crate::readiness::readiness_of;
use crate::snapshot::Segment;
use crate::{HitAddress, Instant, SearchRequest, Snapshot, Sort};

pub(super) use super::filters::distance;

/// Of a text's score when skills are filtered by too; the rest is how well the skills are had.
const TEXT_SHARE: u64 = 4;
const ALL_SHARES: u64 = 5;

/// What hits are ordered by, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    first: Instant,
    missing_score: u16,
    tie: u64,
    segment: usize,
    entry: usize,
}

/// The best hits up to the end of the page asked for.
pub(super) struct Ranked {
    best: Vec<Key>,
}

impl Ranked {
    pub(super) fn of(
        snapshot: &Snapshot,
        request: &SearchRequest,
        (text, filters): (&TextHits, &FilterSets),
    ) -> Self {
        let needed = request.page.max(1).saturating_mul(request.limit);
        let mut heap: BinaryHeap<Key> = BinaryHeap::new();
        let segments = snapshot.segments().iter().zip(filters.passing());
        for (place, (segment, entries)) in segments.enumerate() {
            let skills = strength(segment, snapshot, request);
            let ties = segment.ties(request.tie_key);
            for entry in entries.iter() {
                let key = Key {
                    first: first(segment, entry, request),
                    missing_score: u16::MAX - score(text, (place, entry), skills(entry)),
                    tie: ties[entry],
                    segment: place,
                    entry,
                };
                if heap.len() < needed {
                    heap.push(key);
                } else if let Some(mut worst) = heap.peek_mut()
                    && key < *worst
                {
                    *worst = key;
                }
            }
        }
        Self {
            best: heap.into_sorted_vec(),
        }
    }

    /// Addresses and scores of the page asked for.
    pub(super) fn page(self, request: &SearchRequest) -> impl Iterator<Item = (HitAddress, u16)> {
        let before = (request.page.max(1) - 1).saturating_mul(request.limit);
        self.best.into_iter().skip(before).map(|key| {
            let address = HitAddress {
                segment: key.segment,
                entry: key.entry,
            };
            (address, (u16::MAX - key.missing_score).min(10_000))
        })
    }
}

fn first(segment: &Segment, entry: usize, request: &SearchRequest) -> Instant {
    match (request.sort, request.filters.near) {
        (Sort::Relevance, _) | (Sort::Distance, None) => 0,
        (Sort::Distance, Some(near)) => distance(segment, entry, near).into(),
        (Sort::Availability, _) => {
            let declared = segment.readiness(entry);
            let ready = {
                let on_call = segment.on_call(entry);
                readiness_of(declared, on_call, busy(segment, entry), request.now)
            };
            ready.from.unwrap_or(Instant::MAX)
        }
    }
}

fn score(text: &TextHits, (segment, entry): (usize, usize), skills: Option<u16>) -> u16 {
    let words = text.score(segment, entry);
    let score = match skills.map(u64::from) {
        None => words,
        Some(skills) if text.concepts.is_empty() => skills,
        Some(skills) => (words * TEXT_SHARE + skills * (ALL_SHARES - TEXT_SHARE)) / ALL_SHARES,
    };
    u16::try_from(score).unwrap_or(u16::MAX)
}
