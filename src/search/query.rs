//! What a search may ask, checked against the vocabulary.

use search_index::{
    Filters, Language, Near, Readiness, Scope, SearchRequest, Sort, TermOrd, Vocabulary, WorkMode,
};
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use super::Snapshot;
use super::lands::LandTable;
use super::vocabulary;
use crate::clock::Instant;
use crate::experts::AvailabilityState;
use crate::input::FieldError;
use crate::reference::{Ags, Axis, Level, Reference};

/// Pages go no deeper than this many hits.
const DEEPEST: usize = 1_000;

/// The parameters of a search; repeated ones are OR inside and AND between.
#[derive(Clone, Debug, Default, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct SearchQuery {
    /// Words, `"phrases"`, `-excluded`.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub q: String,
    /// Roles.
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub role: Vec<String>,
    /// Domains.
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub domain: Vec<String>,
    /// Procedures.
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub procedure: Vec<String>,
    /// Products.
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub product: Vec<String>,
    /// Certificates that count now.
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub certification: Vec<String>,
    /// Languages.
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub language: Vec<String>,
    /// Länder by AGS, or groups of small Länder by id.
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub land: Vec<String>,
    /// How soon.
    #[validate(length(max = 6))]
    #[param(max_items = 6)]
    pub availability: Vec<AvailabilityState>,
    /// Skills of which all are needed.
    #[validate(length(max = 20))]
    #[param(max_items = 20)]
    pub all_of: Vec<String>,
    /// Lowest level of the skills filtered by, 1–4.
    #[validate(range(min = 1, max = 4))]
    #[param(minimum = 1, maximum = 4)]
    pub min_level: Option<u8>,
    /// `on_site` or `remote`; both find `either` too.
    #[param(inline)]
    pub mode: Option<SearchMode>,
    /// AGS of the place distances are from.
    #[validate(length(max = 8))]
    #[param(max_length = 8)]
    pub near: Option<String>,
    /// At most this far, from 25.
    #[validate(range(min = 25, max = 1_000))]
    #[param(minimum = 25, maximum = 1000)]
    pub radius_km: Option<u16>,
    /// Ready to start by then.
    pub available_from: Option<Instant>,
    /// And not busy for so many days.
    #[validate(range(min = 1, max = 180))]
    #[param(minimum = 1, maximum = 180)]
    pub available_days: Option<u16>,
    /// Kreise by AGS; coordinators and vetters only.
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub kreis: Vec<String>,
    /// Lowest clearance, 1–3; coordinators and vetters only.
    #[validate(range(min = 1, max = 3))]
    #[param(minimum = 1, maximum = 3)]
    pub clearance: Option<u8>,
    /// `own`: the entries of the organisation one manages, in any standing.
    #[param(inline)]
    pub scope: Option<SearchScope>,
    /// The order.
    #[param(inline)]
    pub sort: Option<SearchSort>,
    /// From 1; page × limit is at most 1,000.
    #[validate(range(min = 1, max = 1_000))]
    #[param(minimum = 1, maximum = 1000)]
    pub page: Option<usize>,
    /// 1–100; 20 if absent.
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<usize>,
    /// Language of labels, reasons and highlights.
    #[param(inline)]
    pub lang: Option<Lang>,
    /// Waits up to two seconds until this generation is in.
    #[validate(range(min = 0))]
    #[param(minimum = 0)]
    pub min_generation: Option<i64>,
}

/// Where help is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SearchMode {
    /// At the place.
    OnSite,
    /// From afar.
    Remote,
}

/// Whose entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SearchScope {
    /// Of the organisation one manages.
    Own,
}

/// The order of hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SearchSort {
    /// Best first.
    Relevance,
    /// Nearest first.
    Distance,
    /// Soonest first.
    Availability,
}

/// A language of the service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// German.
    #[default]
    De,
    /// English.
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::De => Self::German,
            Lang::En => Self::English,
        }
    }
}

/// What a query is read with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    pub(super) reference: &'a Reference,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) snapshot: &'a Snapshot,
    /// Kreis and clearance may be asked for.
    pub(super) sees_internals: bool,
}

impl Reader<'_> {
    /// The request a query stands for, or all that is wrong with it.
    pub(super) fn request(
        self,
        query: &SearchQuery,
        scope: Scope,
        now: Instant,
        tie_key: [u8; 32],
    ) -> Result<SearchRequest, Vec<FieldError>> {
        let mut errors = Vec::new();
        let filters = self.filters(query, &mut errors);
        let (page, limit) = (query.page.unwrap_or(1), query.limit.unwrap_or(20));
        if page * limit > DEEPEST {
            errors.push(FieldError::new(
                "page",
                "depth",
                format!("page × limit is at most {DEEPEST}"),
            ));
        }
        if query.sort == Some(SearchSort::Distance) && query.near.is_none() {
            errors.push(FieldError::new(
                "sort",
                "near",
                "sorting by distance needs near",
            ));
        }
        if query.radius_km.is_some() && query.near.is_none() {
            errors.push(FieldError::new("radius_km", "near", "a radius needs near"));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut request = SearchRequest::parse(&query.q, scope, now.as_seconds(), tie_key);
        request.filters = filters;
        request.sort = query.sort.map_or(Sort::Relevance, |sort| match sort {
            SearchSort::Relevance => Sort::Relevance,
            SearchSort::Distance => Sort::Distance,
            SearchSort::Availability => Sort::Availability,
        });
        (request.page, request.limit) = (page, limit);
        request.language = query.lang.unwrap_or_default().into();
        request.display_lands = LandTable::of(self.snapshot).numbers;
        Ok(request)
    }

    fn filters(self, query: &SearchQuery, errors: &mut Vec<FieldError>) -> Filters {
        let mut terms =
            |name: &str, given: &[String], axes: &[Axis]| self.terms(name, given, axes, errors);
        let mut filters = Filters {
            roles: terms("role", &query.role, &[Axis::Role]),
            domains: terms("domain", &query.domain, &[Axis::Domain]),
            procedures: terms("procedure", &query.procedure, &[Axis::Procedure]),
            products: terms("product", &query.product, &[Axis::Product]),
            certifications: terms(
                "certification",
                &query.certification,
                &[Axis::Certification],
            ),
            languages: terms("language", &query.language, &[Axis::Language]),
            all_of: terms("all_of", &query.all_of, &Axis::SKILLS),
            ..Filters::default()
        };
        filters.lands = self.lands(&query.land, errors);
        filters.availability = query.availability.iter().copied().map(readiness).collect();
        filters.modes = query.mode.map(work_mode).into_iter().collect();
        filters.min_level = query.min_level.unwrap_or_default();
        filters.available_from = query.available_from.map(Instant::as_seconds);
        filters.available_days = query.available_days;
        filters.near = query
            .near
            .as_ref()
            .and_then(|near| self.near(near, query.radius_km, errors));
        if !self.sees_internals && (!query.kreis.is_empty() || query.clearance.is_some()) {
            let name = if query.clearance.is_some() {
                "clearance"
            } else {
                "kreis"
            };
            errors.push(FieldError::new(
                name,
                "role",
                "only coordinators and vetters filter by this",
            ));
        }
        filters.kreise = self.kreise(&query.kreis, errors);
        filters.min_clearance = query.clearance.unwrap_or_default();
        filters
    }

    fn terms(
        self,
        name: &str,
        given: &[String],
        axes: &[Axis],
        errors: &mut Vec<FieldError>,
    ) -> Vec<TermOrd> {
        let is_of_axis = |ord: &TermOrd| {
            axes.iter()
                .any(|axis| vocabulary::axis(*axis) == Some(self.vocabulary.term(*ord).axis))
        };
        let known = given.iter().filter_map(|id| {
            let ord = self.vocabulary.ord(id).filter(is_of_axis);
            if ord.is_none() {
                let detail = format!("\"{id}\" is not a term of this kind");
                errors.push(
                    FieldError::new(name, "unknown", detail)
                        .suggesting(self.reference.taxonomy.nearest(id, axes)),
                );
            }
            ord
        });
        known.collect()
    }

    fn lands(self, given: &[String], errors: &mut Vec<FieldError>) -> Vec<u16> {
        let table = LandTable::of(self.snapshot);
        let known = given.iter().filter_map(|id| {
            let number = table.number_of(id);
            if number.is_none() {
                let detail = format!("\"{id}\" is neither a Land nor a group of Länder shown here");
                errors.push(FieldError::new("land", "unknown", detail).suggesting(table.ids()));
            }
            number
        });
        known.collect()
    }

    fn near(
        self,
        given: &str,
        radius_km: Option<u16>,
        errors: &mut Vec<FieldError>,
    ) -> Option<Near> {
        let region = given
            .parse::<Ags>()
            .ok()
            .and_then(|ags| self.reference.regions.get(ags));
        match region {
            Some(region) if region.level != Level::Land => Some(Near::new(
                region.lat,
                region.lon,
                radius_km.unwrap_or(u16::MAX),
            )),
            _ => {
                let detail = format!("\"{given}\" is not the AGS of a Kreis or Gemeinde");
                errors.push(
                    FieldError::new("near", "unknown", detail)
                        .suggesting(self.reference.regions.suggest(given)),
                );
                None
            }
        }
    }

    fn kreise(self, given: &[String], errors: &mut Vec<FieldError>) -> Vec<u32> {
        let known = given.iter().filter_map(|id| {
            let region = id
                .parse::<Ags>()
                .ok()
                .and_then(|ags| self.reference.regions.get(ags));
            let kreis = region
                .filter(|region| region.level == Level::Kreis)
                .and_then(|region| region.ags.as_str().parse().ok());
            if kreis.is_none() {
                let detail = format!("\"{id}\" is not the AGS of a Kreis");
                errors.push(
                    FieldError::new("kreis", "unknown", detail)
                        .suggesting(self.reference.regions.suggest(id)),
                );
            }
            kreis
        });
        known.collect()
    }
}

fn readiness(state: AvailabilityState) -> Readiness {
    match state {
        AvailabilityState::Now => Readiness::Now,
        AvailabilityState::Within24Hours => Readiness::Within24Hours,
        AvailabilityState::Within72Hours => Readiness::Within72Hours,
        AvailabilityState::Later => Readiness::Later,
        AvailabilityState::RemoteOnly => Readiness::RemoteOnly,
        AvailabilityState::Unavailable => Readiness::Unavailable,
    }
}

fn work_mode(mode: SearchMode) -> WorkMode {
    match mode {
        SearchMode::OnSite => WorkMode::OnSite,
        SearchMode::Remote => WorkMode::Remote,
    }
}
