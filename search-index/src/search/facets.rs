//! How many hits each further choice would leave.

use super::filters::{Facet, FilterSets, state, works};
use crate::snapshot::{BitSet, Segment};
use crate::{Axis, Readiness, SearchRequest, Snapshot, TermOrd, WorkMode};

/// Exact counts, greatest first, only of values somebody has. The counts of a facet ignore its own
/// selection, and count a term's narrower ones with it, as selecting it would.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Roles at the level asked for.
    pub roles: Vec<TermCount>,
    /// Domains at the level asked for.
    pub domains: Vec<TermCount>,
    /// Procedures at the level asked for.
    pub procedures: Vec<TermCount>,
    /// Products at the level asked for.
    pub products: Vec<TermCount>,
    /// Certificates that count.
    pub certifications: Vec<TermCount>,
    /// Languages.
    pub languages: Vec<TermCount>,
    /// Länder as displayed.
    pub lands: Vec<LandCount>,
    /// How soon entries can start, soonest first.
    pub availability: Vec<ReadinessCount>,
    /// On site and remote, each with entries that work either way.
    pub modes: Vec<ModeCount>,
}

/// Entries with a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermCount {
    /// The term.
    pub term: TermOrd,
    /// How many.
    pub count: usize,
}

/// Entries of a Land or group of Länder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LandCount {
    /// Number out of the request's table.
    pub land: u16,
    /// How many.
    pub count: usize,
}

/// Entries that can start as soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadinessCount {
    /// How soon.
    pub state: Readiness,
    /// How many.
    pub count: usize,
}

/// Entries that work so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModeCount {
    /// On site or remote.
    pub mode: WorkMode,
    /// How many.
    pub count: usize,
}

const STATES: [Readiness; 6] = [
    Readiness::Now,
    Readiness::Within24Hours,
    Readiness::Within72Hours,
    Readiness::Later,
    Readiness::RemoteOnly,
    Readiness::Unavailable,
];

const MODES: [WorkMode; 2] = [WorkMode::OnSite, WorkMode::Remote];

/// Counts by looking at each hit once, and once more for each facet with a selection.
pub(super) struct FacetCounter<'a> {
    snapshot: &'a Snapshot,
    request: &'a SearchRequest,
}

/// What one pass over some entries counts.
struct Counts {
    terms: Vec<u32>,
    lands: Vec<(u16, usize)>,
    states: [usize; STATES.len()],
    modes: [usize; MODES.len()],
}

impl<'a> FacetCounter<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, request: &'a SearchRequest) -> Self {
        Self { snapshot, request }
    }

    /// All facets.
    pub(super) fn count(&self, filters: &FilterSets) -> Facets {
        let hits = self.pass(filters.passing());
        let sideways = |facet| filters.sideways(facet).map(|entries| self.pass(&entries));
        let terms = |facet, axis| {
            let own = sideways(facet);
            self.terms(own.as_ref().unwrap_or(&hits), axis)
        };
        let (lands, states) = (sideways(Facet::Land), sideways(Facet::Availability));
        let modes = sideways(Facet::Mode);

        Facets {
            roles: terms(Facet::Role, Axis::Role),
            domains: terms(Facet::Domain, Axis::Domain),
            procedures: terms(Facet::Procedure, Axis::Procedure),
            products: terms(Facet::Product, Axis::Product),
            certifications: terms(Facet::Certification, Axis::Certification),
            languages: terms(Facet::Language, Axis::Language),
            lands: lands.as_ref().unwrap_or(&hits).lands(),
            availability: states.as_ref().unwrap_or(&hits).availability(),
            modes: modes.as_ref().unwrap_or(&hits).modes(),
        }
    }

    fn pass(&self, entries: &[BitSet]) -> Counts {
        let mut counts = Counts {
            terms: vec![0; self.snapshot.knowledge().vocabulary.len()],
            lands: Vec::new(),
            states: [0; STATES.len()],
            modes: [0; MODES.len()],
        };
        for (segment, entries) in self.snapshot.segments().iter().zip(entries) {
            for entry in entries.iter() {
                self.add(&mut counts, segment, entry);
            }
        }
        counts
    }

    fn add(&self, counts: &mut Counts, segment: &Segment, entry: usize) {
        let (now, min_level) = (self.request.now, self.request.filters.min_level);
        for value in segment.facet_values(entry) {
            let count = &mut counts.terms[value.term().index()];
            *count += u32::from(value.counts(min_level, now));
        }
        let row = segment.facet_row(entry);
        let land = self.request.display_land(row.land);
        match counts.lands.iter_mut().find(|known| known.0 == land) {
            Some(known) => known.1 += 1,
            None => counts.lands.push((land, 1)),
        }
        let found = state(segment, entry, now);
        for (state, count) in STATES.iter().zip(&mut counts.states) {
            *count += usize::from(*state == found);
        }
        for (mode, count) in MODES.iter().zip(&mut counts.modes) {
            *count += usize::from(works(row.mode, *mode));
        }
    }

    fn terms(&self, counts: &Counts, axis: Axis) -> Vec<TermCount> {
        let terms = self.snapshot.knowledge().vocabulary.terms();
        let mut values: Vec<TermCount> = terms
            .zip(&counts.terms)
            .filter(|((_, term), count)| term.axis == axis && **count > 0)
            .map(|((term, _), &count)| TermCount {
                term,
                count: count as usize,
            })
            .collect();
        values.sort_by_key(|value| (std::cmp::Reverse(value.count), value.term));
        values
    }
}

impl Counts {
    fn lands(&self) -> Vec<LandCount> {
        let lands = self.lands.iter();
        let mut values: Vec<_> = lands
            .map(|&(land, count)| LandCount { land, count })
            .collect();
        values.sort_by_key(|value| (std::cmp::Reverse(value.count), value.land));
        values
    }

    fn availability(&self) -> Vec<ReadinessCount> {
        let values = STATES.into_iter().zip(self.states);
        values
            .filter(|value| value.1 > 0)
            .map(|(state, count)| ReadinessCount { state, count })
            .collect()
    }

    fn modes(&self) -> Vec<ModeCount> {
        let values = MODES.into_iter().zip(self.modes);
        values
            .filter(|value| value.1 > 0)
            .map(|(mode, count)| ModeCount { mode, count })
            .collect()
    }
}
