//! JSON of places and vocabulary: public.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::{
    Administration, Ags, Axis, ContactKind, KeepingError, LandContact, Level, Reference, Region,
    Symptom, Synonyms, Term, Text, contacts_for,
};
use crate::app::AppState;
use crate::http::{PathText, Problem, ProblemBody, QueryParams, Reply};

/// Hits of a place search unless asked otherwise.
const PLACES: usize = 20;

/// Routes of this area.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(search_regions))
        .routes(routes!(show_region))
        .routes(routes!(list_contacts))
        .routes(routes!(list_terms))
        .routes(routes!(show_term))
}

/// A place that is looked for.
#[derive(Clone, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct RegionQuery {
    /// A name, a postcode, or both; typos and spellings do not matter.
    #[serde(default)]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    q: String,
    /// Only this level.
    #[serde(default)]
    level: Option<LevelName>,
    /// 1–100; 20 if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100)]
    limit: Option<usize>,
}

/// Levels of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum LevelName {
    Land,
    Kreis,
    Gemeinde,
    Gemeindefrei,
}

impl From<LevelName> for Level {
    fn from(name: LevelName) -> Self {
        match name {
            LevelName::Land => Self::Land,
            LevelName::Kreis => Self::Kreis,
            LevelName::Gemeinde => Self::Gemeinde,
            LevelName::Gemeindefrei => Self::Gemeindefrei,
        }
    }
}

impl From<Level> for LevelName {
    fn from(level: Level) -> Self {
        match level {
            Level::Land => Self::Land,
            Level::Kreis => Self::Kreis,
            Level::Gemeinde => Self::Gemeinde,
            Level::Gemeindefrei => Self::Gemeindefrei,
        }
    }
}

/// Places, best first.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RegionList {
    items: Vec<RegionBody>,
}

/// A place.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RegionBody {
    /// Official key.
    ags: String,
    /// What it is in the hierarchy.
    level: LevelName,
    /// Its name.
    name: String,
    /// Its name with what tells it from others, such as "Landkreis München".
    full_name: String,
    /// The larger places it lies in, the Land first.
    path: Vec<PlaceName>,
    /// Degrees north.
    lat: f64,
    /// Degrees east.
    lon: f64,
    /// True where the centre was taken from the places around.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    position_is_approximate: bool,
    /// Inhabitants, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    population: Option<u32>,
    /// Its postcodes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    postcodes: Vec<String>,
    /// The administration it shares with others.
    #[serde(skip_serializing_if = "Option::is_none")]
    administration: Option<AdministrationBody>,
}

/// A place by key and name.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PlaceName {
    ags: String,
    name: String,
}

/// Several Gemeinden with one administration.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AdministrationBody {
    /// First nine digits of its members' long keys.
    key: String,
    /// Its name.
    name: String,
    /// Whether the name was put together from form and seat; the official one may differ.
    name_is_derived: bool,
    /// How many Gemeinden it serves.
    municipalities: usize,
}

/// Finds places.
#[utoipa::path(get, path = "/regions", tag = "reference", params(RegionQuery), responses(
    (status = 200, body = RegionList),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn search_regions(
    State(app): State<AppState>,
    QueryParams(query): QueryParams<RegionQuery>,
) -> Result<Reply<RegionList>, Problem> {
    let RegionQuery { q, level, limit } = query;
    let (level, limit) = (level.map(Level::from), limit.unwrap_or(PLACES));
    let regions = &app.reference.regions;
    let found: Vec<&Region> = match (q.trim(), level) {
        ("", level) => regions
            .at_level(level.unwrap_or(Level::Land))
            .take(limit)
            .collect(),
        (text, level) => regions
            .search(text, level, limit)
            .into_iter()
            .map(|hit| hit.region)
            .collect(),
    };
    Ok(Reply::new(RegionList {
        items: found
            .into_iter()
            .map(|region| body(&app.reference, region))
            .collect(),
    }))
}

/// Shows a place; a retired key answers with its successor.
#[utoipa::path(get, path = "/regions/{ags}", tag = "reference", params(("ags" = String, Path)), responses(
    (status = 200, body = RegionBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show_region(
    State(app): State<AppState>,
    PathText(ags): PathText,
) -> Result<Reply<RegionBody>, Problem> {
    let region = find(&app.reference, &ags)?;
    Ok(Reply::new(body(&app.reference, region)))
}

/// Whom to call.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ContactList {
    items: Vec<ContactBody>,
}

/// A body that helps or must be told.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ContactBody {
    /// What kind of body it is.
    kind: ContactKindName,
    /// Its name.
    name: String,
    /// As dialled within Germany.
    phone: Option<String>,
    email: Option<String>,
    url: Option<String>,
    /// Where it is.
    address: Option<String>,
    /// When somebody answers, in German.
    hours: Option<String>,
    /// What to know about it, in German.
    note_de: Option<String>,
    /// Where the entry comes from.
    source: String,
    /// When somebody last looked at the entry.
    last_checked: chrono::NaiveDate,
}

/// Kinds of bodies.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ContactKindName {
    Cert,
    IncidentResponse,
    PoliceZac,
    Prosecution,
    DataProtection,
    MunicipalIt,
}

impl From<ContactKind> for ContactKindName {
    fn from(kind: ContactKind) -> Self {
        match kind {
            ContactKind::Cert => Self::Cert,
            ContactKind::IncidentResponse => Self::IncidentResponse,
            ContactKind::PoliceZac => Self::PoliceZac,
            ContactKind::Prosecution => Self::Prosecution,
            ContactKind::DataProtection => Self::DataProtection,
            ContactKind::MunicipalIt => Self::MunicipalIt,
        }
    }
}

/// Lists whom to call in the Land of a place.
#[utoipa::path(get, path = "/regions/{ags}/contacts", tag = "reference", params(("ags" = String, Path)), responses(
    (status = 200, body = ContactList),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn list_contacts(
    State(app): State<AppState>,
    PathText(ags): PathText,
) -> Result<Reply<ContactList>, Problem> {
    let land = find(&app.reference, &ags)?.ags.land();
    let items = contacts_for(land, &app.reference.contacts)
        .into_iter()
        .map(contact)
        .collect();
    Ok(Reply::new(ContactList { items }))
}

/// Terms of one axis.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TermList {
    items: Vec<TermBody>,
}

/// A term of the vocabulary, or a symptom.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TermBody {
    /// Stable id.
    id: String,
    /// Its name.
    label: Text,
    /// The broader term.
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<String>,
    /// Other names.
    synonyms: Synonyms,
    /// How to recognise a symptom.
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<Text>,
    /// It is offered no more; whoever holds it keeps it.
    #[serde(default, skip_serializing_if = "is_not")]
    is_retired: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_not(value: &bool) -> bool {
    !*value
}

/// Lists the vocabulary of one axis.
#[utoipa::path(get, path = "/taxonomy/{axis}", tag = "reference",
    params(("axis" = String, Path,
        description = "roles, domains, procedures, products, certifications, languages, incident-classes or symptoms")),
    responses(
        (status = 200, body = TermList),
        (status = "default", body = ProblemBody, content_type = "application/problem+json"),
    ))]
async fn list_terms(
    State(app): State<AppState>,
    PathText(axis): PathText,
) -> Result<Reply<TermList>, Problem> {
    let taxonomy = &app.reference.taxonomy;
    if axis == "symptoms" {
        return Ok(Reply::new(TermList {
            items: taxonomy.symptoms().iter().map(symptom).collect(),
        }));
    }
    let axis: Axis = serde_json::from_value(axis.into())
        .map_err(|_| Problem::not_found("there is no such vocabulary"))?;
    Ok(Reply::new(TermList {
        items: taxonomy.axis(axis).map(term).collect(),
    }))
}

/// Shows a term; an id that was merged answers with the term it counts as.
#[utoipa::path(get, path = "/terms/{term}", tag = "reference", params(("term" = String, Path)), responses(
    (status = 200, body = TermBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show_term(
    State(app): State<AppState>,
    PathText(id): PathText,
) -> Result<Reply<TermBody>, Problem> {
    let taxonomy = &app.reference.taxonomy;
    let found = taxonomy.term(&id);
    let found = found.ok_or_else(|| Problem::not_found("there is no such term"))?;
    Ok(Reply::new(TermBody {
        is_retired: !taxonomy.is_offered(&id),
        ..term(found)
    }))
}

fn find<'a>(reference: &'a Reference, ags: &str) -> Result<&'a Region, Problem> {
    let region = ags
        .parse::<Ags>()
        .ok()
        .and_then(|ags| reference.regions.get(ags));
    region.ok_or_else(|| Problem::not_found("there is no place with this key"))
}

fn body(reference: &Reference, region: &Region) -> RegionBody {
    let regions = &reference.regions;
    let path = regions.path(region.ags).into_iter();
    RegionBody {
        ags: region.ags.to_string(),
        level: region.level.into(),
        name: region.name.clone(),
        full_name: region.full_name(),
        path: path
            .map(|place| PlaceName {
                ags: place.ags.to_string(),
                name: place.full_name(),
            })
            .collect(),
        lat: region.lat,
        lon: region.lon,
        position_is_approximate: region.is_approximate,
        population: region.population,
        postcodes: regions
            .postcodes_of(region.ags)
            .map(|postcode| postcode.to_string())
            .collect(),
        administration: regions.administration_of(region.ags).map(administration),
    }
}

fn administration(administration: &Administration) -> AdministrationBody {
    AdministrationBody {
        key: administration.key.to_string(),
        name: administration.name.clone(),
        name_is_derived: administration.name_is_derived,
        municipalities: administration.members.len(),
    }
}

fn contact(contact: &LandContact) -> ContactBody {
    let LandContact {
        scope: _,
        kind,
        name,
        phone,
        email,
        url,
        address,
        hours,
        note_de,
        source,
        last_checked,
    } = contact.clone();
    ContactBody {
        kind: kind.into(),
        name,
        phone,
        email,
        url,
        address,
        hours,
        note_de,
        source,
        last_checked,
    }
}

fn term(term: &Term) -> TermBody {
    let Term {
        id,
        axis: _,
        parent,
        label,
        synonyms,
        attributes: _,
    } = term.clone();
    TermBody {
        id,
        label,
        parent,
        synonyms,
        hint: None,
        is_retired: false,
    }
}

fn symptom(symptom: &Symptom) -> TermBody {
    let Symptom {
        id,
        label,
        hint,
        incident_class: _,
        synonyms,
    } = symptom.clone();
    TermBody {
        id,
        label,
        parent: None,
        synonyms,
        hint: Some(hint),
        is_retired: false,
    }
}

impl From<KeepingError> for Problem {
    fn from(error: KeepingError) -> Self {
        match error {
            KeepingError::NotFound => Self::not_found("there is nothing with this id"),
            KeepingError::Invalid(errors) => Self::fields(errors),
            KeepingError::Changed => Self::conflict("somebody else changed this meanwhile"),
            KeepingError::Storage(error) => error.into(),
        }
    }
}
