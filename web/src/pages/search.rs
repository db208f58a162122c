//! `/suche`: the form, its facets and the hits; whole, or only what changes while typing.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::{ExpertCard, Link, PageLink, Pagination, PlaceField, level_label};
use crate::{Frame, Language, assets};

/// The search page.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/search.html")]
pub struct SearchPage {
    /// Surroundings.
    pub frame: Frame,
    /// What is asked.
    pub form: SearchForm,
    /// What was found.
    pub results: SearchResults,
}

/// The part of the search page that changes: the answer when `HX-Request` is sent.
///
/// Send `Vary: HX-Request` with both.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/search_update.html")]
pub struct SearchUpdate {
    /// Surroundings, of which only the language is used.
    pub frame: Frame,
    /// What is asked.
    pub form: SearchForm,
    /// What was found.
    pub results: SearchResults,
}

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct SearchForm {
    /// Words typed: `q`.
    pub query: String,
    /// Choices by facet, in the order to show them.
    pub facets: Vec<Facet>,
    /// Lowest level: `min_level`.
    pub min_level: Option<u8>,
    /// Place distances are from: `near` and `ort`.
    pub place: PlaceField,
    /// At most this far: `radius_km`.
    pub radius_km: Option<u16>,
    /// Order: `sort`.
    pub sort: Sort,
    /// Filters that have no field of their own, sent along: name and value.
    pub hidden: Vec<(String, String)>,
}

/// A facet with its choices.
#[derive(Clone, Debug)]
pub struct Facet {
    /// Which.
    pub kind: FacetKind,
    /// What can be chosen, the chosen first, then by count.
    pub choices: Vec<Choice>,
}

/// A facet; [`FacetKind::parameter`] names its parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetKind {
    /// Roles.
    Role,
    /// Domains.
    Domain,
    /// Procedures.
    Procedure,
    /// Products.
    Product,
    /// Certificates.
    Certification,
    /// Languages.
    Language,
    /// Länder and groups of them.
    Land,
    /// How soon.
    Availability,
    /// Where; one choice at most.
    Mode,
}

/// A choice of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Value of the parameter.
    pub id: String,
    /// Its name.
    pub label: String,
    /// How many it finds; nothing when fewer than three.
    pub count: Option<usize>,
    /// Whether it is chosen.
    pub is_selected: bool,
}

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best first.
    #[default]
    Relevance,
    /// Nearest first; needs a place.
    Distance,
    /// Soonest first.
    Availability,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct SearchResults {
    /// How many.
    pub total: usize,
    /// The page of them.
    pub cards: Vec<ExpertCard>,
    /// Filters in force, each with a way to lift it.
    pub chips: Vec<Chip>,
    /// The same search without any filter.
    pub reset_href: Option<String>,
    /// What unknown words were taken for, each leading to the search for it.
    pub suggestions: Vec<Link>,
    /// Nobody matched all words; the hits match only some.
    pub is_relaxed: bool,
    /// The other pages.
    pub pagination: Option<Pagination>,
    /// Moment of the last change known, such as `heute, 14:20 Uhr`, to show when search is behind.
    pub behind_since: Option<String>,
}

/// A filter in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What it is.
    pub label: String,
    /// The search without it.
    pub href: String,
}

/// Choices of a facet shown before the rest is folded away.
const SHOWN_CHOICES: usize = 6;
/// Radii offered, kilometres.
const RADII: [u16; 5] = [25, 50, 100, 200, 400];

impl FacetKind {
    /// Name of the parameter.
    pub const fn parameter(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Domain => "domain",
            Self::Procedure => "procedure",
            Self::Product => "product",
            Self::Certification => "certification",
            Self::Language => "language",
            Self::Land => "land",
            Self::Availability => "availability",
            Self::Mode => "mode",
        }
    }

    /// What it is called.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Role => fl!(texts, "facet-role"),
            Self::Domain => fl!(texts, "facet-domain"),
            Self::Procedure => fl!(texts, "facet-procedure"),
            Self::Product => fl!(texts, "facet-product"),
            Self::Certification => fl!(texts, "facet-certification"),
            Self::Language => fl!(texts, "facet-language"),
            Self::Land => fl!(texts, "facet-land"),
            Self::Availability => fl!(texts, "facet-availability"),
            Self::Mode => fl!(texts, "facet-mode"),
        }
    }

    /// Only one of its choices can hold.
    const fn is_single(self) -> bool {
        matches!(self, Self::Mode)
    }
}

impl Facet {
    fn shown(&self) -> &[Choice] {
        self.choices.get(..self.split()).unwrap_or(&self.choices)
    }

    fn folded(&self) -> &[Choice] {
        self.choices.get(self.split()..).unwrap_or_default()
    }

    /// A lone choice more is shown rather than folded; chosen ones always are.
    fn split(&self) -> usize {
        let selected = self.choices.iter().rposition(|choice| choice.is_selected);
        let shown = SHOWN_CHOICES.max(selected.map_or(0, |position| position + 1));
        if shown + 1 >= self.choices.len() {
            self.choices.len()
        } else {
            shown
        }
    }

    fn selected(&self) -> usize {
        let choices = self.choices.iter();
        choices.filter(|choice| choice.is_selected).count()
    }
}

impl SearchForm {
    /// Radii to choose from, the one in force among them and marked.
    fn radii(&self) -> Vec<(u16, bool)> {
        let mut radii: Vec<u16> = RADII.into_iter().chain(self.radius_km).collect();
        radii.sort_unstable();
        radii.dedup();
        let radii = radii.into_iter();
        radii.map(|km| (km, self.radius_km == Some(km))).collect()
    }

    /// Levels to choose from, the one in force marked.
    fn levels(&self) -> [(u8, bool); 4] {
        [1, 2, 3, 4].map(|level| (level, self.min_level == Some(level)))
    }
}

impl Sort {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::Relevance, Self::Distance, Self::Availability];

    /// Value of the parameter.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Distance => "distance",
            Self::Availability => "availability",
        }
    }

    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Relevance => fl!(texts, "sort-relevance"),
            Self::Distance => fl!(texts, "sort-distance"),
            Self::Availability => fl!(texts, "sort-availability"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facet(choices: usize, selected: Option<usize>) -> Facet {
        let choice = |position: usize| Choice {
            id: position.to_string(),
            label: position.to_string(),
            count: None,
            is_selected: Some(position) == selected,
        };
        Facet {
            kind: FacetKind::Role,
            choices: (0..choices).map(choice).collect(),
        }
    }

    #[test]
    fn long_facets_are_folded_but_never_a_chosen_or_a_lone_choice() {
        assert_eq!(facet(20, None).shown().len(), 6);
        assert_eq!(facet(7, None).shown().len(), 7);
        assert_eq!(facet(20, Some(9)).shown().len(), 10);
        assert_eq!(facet(20, None).folded().len(), 14);
    }
}
