//! What a search answers with.

use std::collections::BTreeMap;

use search_index::{
    Facets, Highlight, HighlightedField, Hit, Language, MatchedTerm, Readiness, SearchResult,
    TermCount, Vocabulary,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::card::{self, Card, CardView, card};
use super::lands::LandTable;
use super::small_cell::told;
use crate::clock::Instant;

/// A page of hits with what there is to narrow them down.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchBody {
    /// How many entries were found. Of one or two, callers who see masked entries only are told those on this page.
    pub total: usize,
    /// The page asked for.
    pub items: Vec<HitBody>,
    /// Choices by facet, each counted without the facet's own selection.
    pub facets: BTreeMap<String, Vec<FacetValue>>,
    /// What unknown words were taken for.
    pub suggestions: Vec<String>,
    /// Whether nobody matched all words, so that hits match only some.
    pub relaxed: bool,
    /// Number of the last change that is in.
    pub generation: i64,
    /// When that change was made.
    pub as_of: Instant,
    /// How long it took, microseconds.
    pub took_us: u64,
}

/// A choice of a facet.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FacetValue {
    /// What to ask for.
    pub id: String,
    /// Its name in the language asked for.
    pub label: String,
    /// How many it would find; null when fewer than three.
    pub count: Option<usize>,
}

/// A card with why it was found.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct HitBody {
    /// The masked entry.
    #[serde(flatten)]
    pub card: Card,
    /// How well it matches, 0–1 in steps of 0.0001.
    pub score: f64,
    /// "Passt, weil …".
    pub reasons: Vec<String>,
    /// Where words stand in its texts.
    pub highlights: Vec<HighlightBody>,
}

/// A text with marked words.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HighlightBody {
    /// `headline` or `text`.
    pub field: String,
    /// The headline, or an excerpt.
    pub text: String,
    /// From and to in characters, half-open.
    pub ranges: Vec<(usize, usize)>,
}

/// The body of a result; `hides_small_cells` for those who see masked entries only.
pub(super) fn body(
    result: SearchResult,
    view: CardView<'_>,
    hides_small_cells: bool,
) -> SearchBody {
    let facets = Labels { view }.facets(&result.facets);
    let shown = |mut values: Vec<FacetValue>| {
        for value in values.iter_mut().filter(|_| hides_small_cells) {
            value.count = value.count.and_then(told);
        }
        values
    };
    // A page behind the last shows no card, so it must not say that there are one or two.
    let total = match told(result.total) {
        None if hides_small_cells => result.hits.len(),
        _ => result.total,
    };
    SearchBody {
        total,
        items: result
            .hits
            .into_iter()
            .map(|hit| self::hit(&hit, view))
            .collect(),
        facets: facets
            .into_iter()
            .map(|(name, values)| (name.to_owned(), shown(values)))
            .collect(),
        suggestions: result.suggestions,
        relaxed: result.is_relaxed,
        generation: view.snapshot.generation,
        as_of: view.snapshot.as_of,
        took_us: 0,
    }
}

fn hit(hit: &Hit, view: CardView<'_>) -> HitBody {
    HitBody {
        card: card(&hit.document, view, hit.distance_km),
        score: f64::from(hit.score) / 10_000.0,
        reasons: reasons(hit, view),
        highlights: hit.highlights.iter().map(highlight).collect(),
    }
}

fn reasons(hit: &Hit, view: CardView<'_>) -> Vec<String> {
    let near = hit.distance_km.map(|km| match view.language {
        Language::German => format!("etwa {km} km entfernt"),
        Language::English => format!("about {km} km away"),
    });
    let terms = hit.matched.iter();
    let terms = terms.map(|matched| reason(*matched, view.vocabulary, view.language));
    let mut reasons: Vec<String> = terms.collect();
    if reasons.is_empty() {
        reasons.extend(named(&hit.highlights, view.language));
    }
    reasons.into_iter().chain(near).collect()
}

/// Words asked for that only the texts hold.
fn named(highlights: &[Highlight], language: Language) -> Option<String> {
    let marked = |highlight: &Highlight| -> Vec<String> {
        let ranges = highlight.ranges.iter();
        ranges
            .filter_map(|(from, to)| highlight.text.get(*from..*to))
            .map(str::to_owned)
            .collect()
    };
    let words = highlights.first().map(marked)?.join(" … ");
    Some(match language {
        Language::German => format!("Text nennt: {words}"),
        Language::English => format!("text mentions: {words}"),
    })
}

fn reason(matched: MatchedTerm, vocabulary: &Vocabulary, language: Language) -> String {
    let label = card::in_language(&vocabulary.term(matched.term).label, language);
    match (matched.skill, language) {
        (None, _) => label.to_owned(),
        (Some(skill), Language::German) => format!("{label} (Stufe {})", skill.level),
        (Some(skill), Language::English) => format!("{label} (level {})", skill.level),
    }
}

fn highlight(highlight: &Highlight) -> HighlightBody {
    let characters = |bytes: usize| {
        highlight
            .text
            .get(..bytes)
            .map_or(0, |before| before.chars().count())
    };
    HighlightBody {
        field: match highlight.field {
            HighlightedField::Headline => "headline",
            HighlightedField::Text => "text",
        }
        .to_owned(),
        ranges: highlight
            .ranges
            .iter()
            .map(|(from, to)| (characters(*from), characters(*to)))
            .collect(),
        text: highlight.text.clone(),
    }
}

/// Facet values with their names.
struct Labels<'a> {
    view: CardView<'a>,
}

impl Labels<'_> {
    fn facets(&self, facets: &Facets) -> [(&'static str, Vec<FacetValue>); 9] {
        [
            ("role", self.terms(&facets.roles)),
            ("domain", self.terms(&facets.domains)),
            ("procedure", self.terms(&facets.procedures)),
            ("product", self.terms(&facets.products)),
            ("certification", self.terms(&facets.certifications)),
            ("language", self.terms(&facets.languages)),
            ("land", self.lands(facets)),
            ("availability", self.availability(facets)),
            ("mode", self.modes(facets)),
        ]
    }

    fn terms(&self, counts: &[TermCount]) -> Vec<FacetValue> {
        let value = |count: &TermCount| {
            let term = self.view.vocabulary.term(count.term);
            let label = card::in_language(&term.label, self.view.language).to_owned();
            FacetValue {
                id: term.id.clone(),
                label,
                count: Some(count.count),
            }
        };
        counts.iter().map(value).collect()
    }

    fn lands(&self, facets: &Facets) -> Vec<FacetValue> {
        let table = LandTable::of(self.view.snapshot);
        let value = |count: &search_index::LandCount| {
            let name = table.name_of(count.land)?;
            let label = match self.view.language {
                Language::German => name.label_de(),
                Language::English => name.label_en(),
            };
            Some(FacetValue {
                id: name.id().to_owned(),
                label: label.to_owned(),
                count: Some(count.count),
            })
        };
        facets.lands.iter().filter_map(value).collect()
    }

    fn availability(&self, facets: &Facets) -> Vec<FacetValue> {
        let value = |count: &search_index::ReadinessCount| FacetValue {
            id: card::state(count.state),
            label: self.state(count.state).to_owned(),
            count: Some(count.count),
        };
        facets.availability.iter().map(value).collect()
    }

    fn modes(&self, facets: &Facets) -> Vec<FacetValue> {
        let value = |count: &search_index::ModeCount| FacetValue {
            id: card::mode(count.mode),
            label: self.mode(count.mode).to_owned(),
            count: Some(count.count),
        };
        facets.modes.iter().map(value).collect()
    }

    fn state(&self, state: Readiness) -> &'static str {
        let (de, en) = match state {
            Readiness::Now => ("sofort", "at once"),
            Readiness::Within24Hours => ("binnen 24 Stunden", "within 24 hours"),
            Readiness::Within72Hours => ("binnen 72 Stunden", "within 72 hours"),
            Readiness::Later => ("später", "later"),
            Readiness::RemoteOnly => ("nur aus der Ferne", "remote only"),
            Readiness::Unavailable => ("nicht verfügbar", "not available"),
        };
        self.pick(de, en)
    }

    fn mode(&self, mode: search_index::WorkMode) -> &'static str {
        let (de, en) = match mode {
            search_index::WorkMode::OnSite => ("vor Ort", "on site"),
            search_index::WorkMode::Remote => ("aus der Ferne", "remote"),
            search_index::WorkMode::Either => ("beides", "either"),
        };
        self.pick(de, en)
    }

    fn pick(&self, de: &'static str, en: &'static str) -> &'static str {
        match self.view.language {
            Language::German => de,
            Language::English => en,
        }
    }
}
