//! What the search page found.

use web::Language;
use web::pages::{Chip, SearchResults};
use web::parts::{Link, Pagination};

use super::Labels;
use super::facets::KINDS;
use super::form::{Asked, PATH};
use crate::pages::moment;
use crate::reference::{Ags, Region};
use crate::search::result::SearchBody;

/// Hits on a page.
const ON_A_PAGE: usize = 20;
/// Pages that can be asked for.
const LAST_PAGE: usize = 50;

/// The hits with the ways on.
pub(super) fn results(
    labels: &Labels<'_>,
    asked: &Asked,
    (body, is_behind): (&SearchBody, bool),
) -> SearchResults {
    let parameters = asked.parameters.without("page");
    let last = last_page(body);
    let pagination = Pagination {
        base: parameters.href(PATH),
        current: asked.query.page.unwrap_or(1),
        last,
    };
    let chips = chips(labels, asked);
    let suggestions = body.suggestions.iter().map(|word| Link {
        label: word.clone(),
        href: parameters.with("q", word).href(PATH),
    });
    SearchResults {
        total: body.total,
        cards: body.items.iter().map(|hit| labels.hit(hit)).collect(),
        reset_href: (!chips.is_empty()).then(|| parameters.only(&["q", "sort"]).href(PATH)),
        chips,
        suggestions: suggestions.collect(),
        is_relaxed: body.relaxed,
        pagination: (last > 1).then_some(pagination),
        behind_since: is_behind.then(|| moment(body.as_of, labels.now, labels.language)),
    }
}

/// The last page that shows something.
pub(super) fn last_page(body: &SearchBody) -> usize {
    body.total.div_ceil(ON_A_PAGE).clamp(1, LAST_PAGE)
}

/// The filters in force, each with the search without it.
fn chips(labels: &Labels<'_>, asked: &Asked) -> Vec<Chip> {
    let parameters = asked.parameters.without("page");
    let mut chips = Vec::new();
    for kind in KINDS {
        let name = kind.parameter();
        for value in parameters.all(name) {
            chips.push(Chip {
                label: labels.facet_value(kind, value),
                href: parameters.without_value(name, value).href(PATH),
            });
        }
    }
    for value in parameters.all("kreis") {
        let region = value.parse::<Ags>().ok();
        let region = region.and_then(|ags| labels.reference.regions.get(ags));
        chips.push(Chip {
            label: region.map_or_else(|| value.to_owned(), Region::full_name),
            href: parameters.without_value("kreis", value).href(PATH),
        });
    }
    if let Some(level) = asked.query.min_level {
        let label = match labels.language {
            Language::German => format!("ab Stufe {level}"),
            Language::English => format!("level {level} or higher"),
        };
        let href = parameters.without("min_level").href(PATH);
        chips.push(Chip { label, href });
    }
    if asked.place.ags.is_some() {
        let place = &asked.place.field.text;
        let label = match (asked.query.radius_km, labels.language) {
            (Some(km), Language::German) => format!("höchstens {km} km von {place}"),
            (Some(km), Language::English) => format!("within {km} km of {place}"),
            (None, Language::German) => format!("Entfernung von {place}"),
            (None, Language::English) => format!("distance from {place}"),
        };
        let without = parameters.without("near").without("radius_km");
        let href = without.without_value("sort", "distance").href(PATH);
        chips.push(Chip { label, href });
    }
    chips
}
