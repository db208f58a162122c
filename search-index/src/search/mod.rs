//! Answering a search.

mod explain;
mod facets;
mod filters;
mod highlight;
mod rank;

pub use explain::MatchedTerm;
pub use facets::{Facets, LandCount, ModeCount, ReadinessCount, TermCount};
pub use highlight::{Highlight, HighlightedField};

use crate::index::IndexError;
use crate::query::{TextHits, Visible};
use crate::snapshot::{BitSet, Segment};
use crate::{
    ExpertDocument, HitAddress, ReadinessAt, Scope, SearchRequest, Snapshot, readiness_at,
};
use facets::FacetCounter;
use filters::FilterSets;
use rank::Ranked;

/// A page of hits and what there is to narrow them down.
#[derive(Clone, Debug)]
pub struct SearchResult {
    /// How many entries were found.
    pub total: usize,
    /// The page asked for.
    pub hits: Vec<Hit>,
    /// How many each further choice would find.
    pub facets: Facets,
    /// Words the query's unknown words were taken for: "Meinten Sie …".
    pub suggestions: Vec<String>,
    /// Whether nobody matched the whole text, so that hits match only some of it.
    pub is_relaxed: bool,
}

/// An entry that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Where it lies in the snapshot that was searched.
    pub address: HitAddress,
    /// The entry.
    pub document: ExpertDocument,
    /// How well it matches, 0–10,000; comparable within one answer.
    pub score: u16,
    /// Distance rounded up to 10 km, if a circle was asked for.
    pub distance_km: Option<u16>,
    /// How soon it can start.
    pub readiness: ReadinessAt,
    /// Terms asked for, by text or filter, that it has.
    pub matched: Vec<MatchedTerm>,
    /// Where words asked for stand in its texts.
    pub highlights: Vec<Highlight>,
}

impl Snapshot {
    /// Answers a search. The same snapshot gives the same answer to the same request, and so does
    /// any other snapshot of the same entries.
    pub fn search(&self, request: &SearchRequest) -> Result<SearchResult, IndexError> {
        let visible: Vec<BitSet> = self
            .segments()
            .iter()
            .map(|segment| visible(segment, request))
            .collect();
        let text = TextHits::find(
            &request.text,
            Visible {
                snapshot: self,
                entries: &visible,
                now: request.now,
            },
        )?;
        let filters = FilterSets::new(self, request, &text.entries);
        let facets = FacetCounter::new(self, request).count(&filters);
        let ranked = Ranked::of(self, request, (&text, &filters));
        let hits = ranked
            .page(request)
            .map(|place| self.hit(place, request, &text));

        Ok(SearchResult {
            total: filters.total(),
            hits: hits.collect::<Result<_, _>>()?,
            facets,
            suggestions: text.corrections(),
            is_relaxed: text.is_relaxed,
        })
    }

    fn hit(
        &self,
        (address, score): (HitAddress, u16),
        request: &SearchRequest,
        text: &TextHits,
    ) -> Result<Hit, IndexError> {
        let document = self.document(address)?;
        let segment = &self.segments()[address.segment];
        let near = request.filters.near;
        let knowledge = self.knowledge();
        let highlights =
            highlight::highlights(&document, request.language, &text.concepts, knowledge);

        Ok(Hit {
            address,
            score,
            distance_km: near.map(|near| rank::distance(segment, address.entry, near)),
            readiness: readiness_at(&document.availability, request.now),
            matched: explain::matched(&document, request, &text.concepts, knowledge),
            highlights,
            document,
        })
    }
}

/// The entries of a segment that a request may know of.
fn visible(segment: &Segment, request: &SearchRequest) -> BitSet {
    let mut entries = match request.scope {
        Scope::Masked => BitSet::of(segment.len(), |entry| segment.eligible(entry, request.now)),
        Scope::Organisation(own) => {
            BitSet::of(segment.len(), |entry| segment.organisation(entry) == own)
        }
        Scope::Everything => return segment.alive(),
    };
    entries.intersect(&segment.alive());
    entries
}
