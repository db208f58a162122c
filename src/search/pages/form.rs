//! What the search page was asked, and its form.

use validator::Validate;
use web::Language;
use web::pages::{SearchForm, Sort};

use super::Labels;
use super::facets;
use crate::http::Problem;
use crate::pages::{Parameters, PlaceAsked, resolve_place};
use crate::reference::Reference;
use crate::search::query::{Lang, SearchQuery};
use crate::search::result::SearchBody;

/// The page's address.
pub(super) const PATH: &str = "/suche";
/// Fields passed on as they are.
const FIELDS: [&str; 15] = [
    "q",
    "role",
    "domain",
    "procedure",
    "product",
    "certification",
    "language",
    "land",
    "kreis",
    "availability",
    "mode",
    "min_level",
    "radius_km",
    "sort",
    "page",
];

/// A search as a page asks it.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// As the address says it.
    pub(super) parameters: Parameters,
    /// For the service.
    pub(super) query: SearchQuery,
    /// Where distances are from.
    pub(super) place: PlaceAsked,
}

/// Reads the address. What needs a place is left out while there is none.
pub(super) fn read(
    reference: &Reference,
    parameters: &Parameters,
    language: Language,
) -> Result<Asked, Problem> {
    let place = resolve_place(reference, PATH, parameters);
    let mut passed = parameters.only(&FIELDS).mapped(|value| {
        // A saved address may name a term that counts as another by now.
        let term = reference.taxonomy.term(value);
        term.map(|term| term.id.clone())
    });
    match place.ags {
        Some(ags) => passed = passed.with("near", ags.as_str()),
        None => {
            passed = passed
                .without("radius_km")
                .without_value("sort", "distance");
        }
    }
    let invalid = || Problem::invalid("the address asks for something that does not exist");
    let mut query: SearchQuery =
        serde_html_form::from_str(&passed.to_query()).map_err(|_| invalid())?;
    query.validate().map_err(|_| invalid())?;
    query.lang = Some(match language {
        Language::German => Lang::De,
        Language::English => Lang::En,
    });
    // What was typed is shown as what it was taken for.
    let mut parameters = passed;
    if place.ags.is_none() && !place.field.text.is_empty() {
        parameters = parameters.with("ort", &place.field.text);
    }
    Ok(Asked {
        parameters,
        query,
        place,
    })
}

/// The form with what was asked and what can be asked next.
pub(super) fn shown(labels: &Labels<'_>, asked: Asked, body: &SearchBody) -> SearchForm {
    let facets = facets::facets(labels, &asked.parameters, body);
    let parameters = &asked.parameters;
    SearchForm {
        query: parameters.first("q").unwrap_or_default().to_owned(),
        facets,
        min_level: asked.query.min_level,
        place: asked.place.field,
        radius_km: asked.query.radius_km,
        sort: Sort::ALL
            .into_iter()
            .find(|sort| parameters.first("sort") == Some(sort.value()))
            .unwrap_or_default(),
        hidden: parameters
            .all("kreis")
            .map(|kreis| ("kreis".to_owned(), kreis.to_owned()))
            .collect(),
    }
}
