//! Which entries pass which filter.

use crate::query::skill_strength;
use crate::readiness::{is_free, readiness_of};
use crate::snapshot::{BitSet, PackedSkill, Segment};
use crate::{Instant, Near, Readiness, SearchRequest, Snapshot, TermOrd, WorkMode, rounded_km};

const DAY: Instant = 86_400;

/// A filter whose values are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facet {
    Role,
    Domain,
    Procedure,
    Product,
    Certification,
    Language,
    Land,
    Availability,
    Mode,
}

/// The entries a text means, narrowed down by the filters of a request.
pub(super) struct FilterSets {
    /// Passing everything that is no facet, one set a segment.
    base: Vec<BitSet>,
    /// For each facet with a selection the entries that have what is selected.
    selections: Vec<(Facet, Vec<BitSet>)>,
    passing: Vec<BitSet>,
}

impl FilterSets {
    pub(super) fn new(snapshot: &Snapshot, request: &SearchRequest, text: &[BitSet]) -> Self {
        let mut base = text.to_vec();
        for (segment, entries) in snapshot.segments().iter().zip(&mut base) {
            narrow(segment, snapshot, request, entries);
        }
        let selections = selections(snapshot, request, &base);
        let mut passing = base.clone();
        for (_, selected) in &selections {
            for (entries, selected) in passing.iter_mut().zip(selected) {
                entries.intersect(selected);
            }
        }
        Self {
            base,
            selections,
            passing,
        }
    }

    /// The hits.
    pub(super) fn passing(&self) -> &[BitSet] {
        &self.passing
    }

    pub(super) fn total(&self) -> usize {
        self.passing.iter().map(BitSet::count).sum()
    }

    /// What would be found without the selection of a facet; `None` when there is none.
    pub(super) fn sideways(&self, facet: Facet) -> Option<Vec<BitSet>> {
        self.selections
            .iter()
            .find(|selection| selection.0 == facet)?;
        let mut entries = self.base.clone();
        for (other, selected) in &self.selections {
            if *other == facet {
                continue;
            }
            for (entries, selected) in entries.iter_mut().zip(selected) {
                entries.intersect(selected);
            }
        }
        Some(entries)
    }
}

/// Applies the filters that are no facets.
fn narrow(segment: &Segment, snapshot: &Snapshot, request: &SearchRequest, entries: &mut BitSet) {
    let filters = &request.filters;
    for term in &filters.all_of {
        entries.intersect(&holders(segment, snapshot, &[*term], request));
    }
    let mut keep = |passes: &dyn Fn(usize) -> bool| {
        let mut failing = BitSet::empty(entries.capacity());
        entries
            .iter()
            .filter(|entry| !passes(*entry))
            .for_each(|entry| failing.insert(entry));
        entries.subtract(&failing);
    };
    if !filters.kreise.is_empty() {
        keep(&|entry| filters.kreise.contains(&segment.kreis(entry)));
    }
    if filters.min_clearance > 0 {
        keep(&|entry| {
            let (level, until) = segment.clearance(entry);
            level >= filters.min_clearance && until.is_none_or(|until| request.now < until)
        });
    }
    if let Some(near) = filters.near {
        keep(&|entry| distance(segment, entry, near) <= near.radius_km);
    }
    if filters.available_from.is_some() || filters.available_days.is_some() {
        let from = filters
            .available_from
            .unwrap_or(request.now)
            .max(request.now);
        let days = filters.available_days.unwrap_or(1).max(1);
        keep(&|entry| is_available(segment, entry, request.now, (from, days)));
    }
}

/// Distance of an entry from the centre of a circle, rounded up.
pub(super) fn distance(segment: &Segment, entry: usize, near: Near) -> u16 {
    rounded_km(segment.unit_vector(entry), near.centre)
}

fn is_available(
    segment: &Segment,
    entry: usize,
    now: Instant,
    (from, days): (Instant, u16),
) -> bool {
    let until = from.saturating_add(Instant::from(days) * DAY);
    let declared = segment.readiness(entry);
    let willing = readiness_of(declared, segment.on_call(entry), [&[], &[]], from.max(now)).from;
    let already = readiness_of(declared, &[], [&[], &[]], now).from;
    [willing, already]
        .into_iter()
        .flatten()
        .any(|willing| willing <= from)
        && segment.max_days(entry) >= days
        && is_free(from, until, busy(segment, entry))
}

/// How soon an entry can start.
pub(super) fn state(segment: &Segment, entry: usize, now: Instant) -> Readiness {
    let steady = segment.facet_row(entry).steady;
    let work_out = || {
        let on_call = segment.on_call(entry);
        readiness_of(segment.readiness(entry), on_call, busy(segment, entry), now).state
    };
    steady.unwrap_or_else(work_out)
}

pub(super) fn busy(segment: &Segment, entry: usize) -> [&[(Instant, Instant)]; 2] {
    [segment.absences(entry), segment.commitments(entry)]
}

/// Whether an entry that works one way is found by asking for another.
pub(super) fn works(offered: WorkMode, wanted: WorkMode) -> bool {
    offered == wanted || offered == WorkMode::Either
}

fn selections(
    snapshot: &Snapshot,
    request: &SearchRequest,
    base: &[BitSet],
) -> Vec<(Facet, Vec<BitSet>)> {
    let filters = &request.filters;
    let by_terms = [
        (Facet::Role, &filters.roles),
        (Facet::Domain, &filters.domains),
        (Facet::Procedure, &filters.procedures),
        (Facet::Product, &filters.products),
        (Facet::Certification, &filters.certifications),
        (Facet::Language, &filters.languages),
    ];
    let mut selections: Vec<(Facet, Vec<BitSet>)> = Vec::new();
    for (facet, terms) in by_terms.into_iter().filter(|(_, terms)| !terms.is_empty()) {
        let segments = snapshot.segments().iter();
        let sets = segments.map(|segment| holders(segment, snapshot, terms, request));
        selections.push((facet, sets.collect()));
    }
    let mut select = |facet, passes: &dyn Fn(&Segment, usize) -> bool| {
        let segments = snapshot.segments().iter().zip(base);
        let sets = segments.map(|(segment, base)| {
            let passes = |entry| base.contains(entry) && passes(segment, entry);
            BitSet::of(segment.len(), passes)
        });
        selections.push((facet, sets.collect()));
    };
    if !filters.lands.is_empty() {
        select(Facet::Land, &|segment, entry| {
            filters
                .lands
                .contains(&request.display_land(segment.land(entry)))
        });
    }
    if !filters.availability.is_empty() {
        select(Facet::Availability, &|segment, entry| {
            filters
                .availability
                .contains(&state(segment, entry, request.now))
        });
    }
    if !filters.modes.is_empty() {
        select(Facet::Mode, &|segment, entry| {
            let offered = segment.mode(entry);
            filters.modes.iter().any(|wanted| works(offered, *wanted))
        });
    }
    selections
}

/// Entries that have one of some terms or something narrower: skills at the level asked for,
/// certificates that count.
fn holders(
    segment: &Segment,
    snapshot: &Snapshot,
    terms: &[TermOrd],
    request: &SearchRequest,
) -> BitSet {
    let vocabulary = &snapshot.knowledge().vocabulary;
    let mut found = BitSet::empty(segment.len());
    for term in terms
        .iter()
        .flat_map(|term| vocabulary.with_narrower(*term))
    {
        for (entry, skill) in segment.levels(term).into_iter().flatten().enumerate() {
            if skill.is_held() && skill.level() >= request.filters.min_level {
                found.insert(entry);
            }
        }
        for (entry, level) in segment.languages(term).into_iter().flatten().enumerate() {
            if *level > 0 {
                found.insert(entry);
            }
        }
        for &(entry, until) in segment.certified(term) {
            if request.now < until {
                found.insert(entry as usize);
            }
        }
    }
    found
}

/// How well an entry has the skills filtered by: the mean over the filters of the best of each.
pub(super) fn strength(
    segment: &Segment,
    snapshot: &Snapshot,
    request: &SearchRequest,
) -> impl Fn(usize) -> Option<u16> {
    let filters = &request.filters;
    let vocabulary = &snapshot.knowledge().vocabulary;
    let lists = [
        &filters.roles,
        &filters.domains,
        &filters.procedures,
        &filters.products,
    ];
    let all_of = filters.all_of.iter().map(std::slice::from_ref);
    let wanted: Vec<Vec<&[PackedSkill]>> = lists
        .into_iter()
        .filter(|terms| !terms.is_empty())
        .map(Vec::as_slice)
        .chain(all_of)
        .map(|terms| {
            let terms = terms
                .iter()
                .flat_map(|term| vocabulary.with_narrower(*term));
            terms.filter_map(|term| segment.levels(term)).collect()
        })
        .collect();
    move |entry| {
        let best = wanted.iter().map(|columns| {
            let skills = columns.iter().map(|column| skill_strength(column[entry]));
            u32::from(skills.max().unwrap_or_default())
        });
        let mean = best
            .sum::<u32>()
            .checked_div(u32::try_from(wanted.len()).ok()?)?;
        u16::try_from(mean).ok()
    }
}
