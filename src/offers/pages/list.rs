//! `/angebote`: the offers that stand.

use std::collections::BTreeMap;

use axum::extract::State;
use strum::VariantArray;
use validator::Validate;
use web::Language;
use web::pages::{OfferFilter, OffersPage};
use web::parts::{Link, Pagination};

use super::words::{card, kind};
use crate::access::Permit;
use crate::access::action::ReadOffers;
use crate::app::AppState;
use crate::http::Problem;
use crate::offers::api::{kit, snapshot};
use crate::offers::body::OfferQuery;
use crate::offers::model::{OfferKind, What};
use crate::offers::service::{self, Found};
use crate::pages::{Html, Parameters, PlaceAsked, Visitor, resolve_place};
use crate::reference::Reference;
use crate::search::Labels;

const PATH: &str = "/angebote";
/// Offers on a page.
const ON_A_PAGE: usize = 20;
/// Fields passed on as they are.
const FIELDS: [&str; 5] = ["q", "kind", "procedure", "land", "radius_km"];
/// Those of them that links choose.
const CHOSEN: [&str; 3] = ["kind", "procedure", "land"];

/// A list as the address asks for it.
struct Asked {
    parameters: Parameters,
    query: OfferQuery,
    place: PlaceAsked,
}

pub(super) async fn show(
    permit: Permit<ReadOffers>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<OffersPage>, Problem> {
    let asked = read(&app.reference, &parameters)?;
    let snapshot = snapshot(&app)?;
    let mut found = service::find(kit(&app, &snapshot), &permit, &asked.query).await?;
    // Nearest first, then soonest; newest first among equals, as they were found.
    found.sort_by_key(|found| (found.mask.distance_km, found.offer.content.lead_hours));
    let labels = Labels::of(&app, &snapshot, frame.language);
    let last = found.len().div_ceil(ON_A_PAGE).max(1);
    let current = parameters.parsed("page").unwrap_or(1).clamp(1, last);
    let on_page = found.iter().skip((current - 1) * ON_A_PAGE).take(ON_A_PAGE);
    let chosen = CHOSEN.iter().flat_map(|name| {
        let values = asked.parameters.all(name);
        values.map(|value| ((*name).to_owned(), value.to_owned()))
    });
    Ok(Html::new(OffersPage {
        query: asked.query.q.clone(),
        radius_km: asked.query.radius_km,
        hidden: chosen.collect(),
        kinds: kinds(&asked.parameters, frame.language),
        procedures: procedures(&labels, &asked.parameters, &found),
        lands: lands(&labels, &asked.parameters, &found),
        is_narrowed: !asked.parameters.is_empty(),
        total: found.len(),
        cards: on_page.map(|found| card(&labels, found)).collect(),
        pagination: (last > 1).then(|| Pagination {
            base: asked.parameters.href(PATH),
            current,
            last,
        }),
        place: asked.place.field,
        frame,
    }))
}

/// Reads the address. What needs a place is left out while there is none.
fn read(reference: &Reference, parameters: &Parameters) -> Result<Asked, Problem> {
    let place = resolve_place(reference, PATH, parameters);
    let mut passed = parameters.only(&FIELDS).mapped(|value| {
        // A saved address may name a term that counts as another by now.
        let term = reference.taxonomy.term(value);
        term.map(|term| term.id.clone())
    });
    match place.ags {
        Some(ags) => passed = passed.with("near", ags.as_str()),
        None => passed = passed.without("radius_km"),
    }
    let invalid = || Problem::invalid("the address asks for something that does not exist");
    let query: OfferQuery = serde_html_form::from_str(&passed.to_query()).map_err(|_| invalid())?;
    query.validate().map_err(|_| invalid())?;
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

/// A link that chooses a value, or takes it back.
fn filter(parameters: &Parameters, (name, value): (&str, &str), label: String) -> OfferFilter {
    let is_chosen = parameters.all(name).any(|chosen| chosen == value);
    let changed = if is_chosen {
        parameters.without_value(name, value)
    } else {
        parameters.with(name, value)
    };
    OfferFilter {
        link: Link {
            label,
            href: changed.href(PATH),
        },
        is_chosen,
    }
}

fn kinds(parameters: &Parameters, language: Language) -> Vec<OfferFilter> {
    let kinds = OfferKind::VARIANTS.iter();
    kinds
        .map(|variant| {
            let label = kind(*variant).label(language);
            filter(parameters, ("kind", (*variant).into()), label)
        })
        .collect()
}

/// Procedures that are run on behalf, and those chosen.
fn procedures(labels: &Labels<'_>, parameters: &Parameters, found: &[Found]) -> Vec<OfferFilter> {
    let offered = found
        .iter()
        .filter_map(|found| match &found.offer.content.what {
            What::Procedure { procedure, .. } => Some(procedure.as_str()),
            What::TeamPackage { .. }
            | What::Workplaces(_)
            | What::Devices(_)
            | What::Capacity(_) => None,
        });
    let all = offered.chain(parameters.all("procedure"));
    let named: BTreeMap<String, &str> = all.map(|id| (labels.term(id), id)).collect();
    let named = named.into_iter();
    named
        .map(|(label, id)| filter(parameters, ("procedure", id), label))
        .collect()
}

/// Länder of what was found, and those chosen.
fn lands(labels: &Labels<'_>, parameters: &Parameters, found: &[Found]) -> Vec<OfferFilter> {
    let offered = found.iter().map(|found| found.mask.region.land.as_str());
    let all = offered.chain(parameters.all("land"));
    let named: BTreeMap<String, &str> = all.map(|id| (labels.land(id), id)).collect();
    let named = named.into_iter();
    named
        .map(|(label, id)| filter(parameters, ("land", id), label))
        .collect()
}
