//! The list of organisations.

use axum::extract::State;
use web::pages::{KeptOrganisationsPage, OrganisationRow, OrganisationsFilter};
use web::{Frame, Language};

use super::super::form::kinds;
use super::read::seat_text;
use crate::access::Permit;
use crate::access::action::{ReadAdministration, ReadOrganisation};
use crate::app::AppState;
use crate::http::Problem;
use crate::organisations::{
    self, OrganisationBody, OrganisationKind, OrganisationQuery, kind_words,
};
use crate::pages::{Html, Parameters, Visitor};
use crate::reference::{Land, Reference};

const PATH: &str = "/verwaltung/organisationen";
/// Rows of a page.
const ROWS: u64 = 50;

pub(super) async fn show(
    permit: Permit<ReadAdministration>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<KeptOrganisationsPage>, Problem> {
    let reads = permit.also::<ReadOrganisation>();
    let reads = reads.ok_or_else(|| Problem::forbidden("you may not read organisations"))?;
    let query = query(&parameters);
    let filter = filter(&query, frame.language);
    let (bodies, next) = organisations::list(&app.db, &app.reference, &reads, query).await?;
    let kept = parameters.only(&["q", "art", "land", "mitglied"]);
    let next = next.map(|next| kept.with("weiter", &next).href(PATH));
    Ok(Html::new(page(
        frame,
        &app.reference,
        (filter, bodies, next),
    )))
}

/// What cannot be read is no filter.
fn query(parameters: &Parameters) -> OrganisationQuery {
    let words = parameters.first("q").unwrap_or_default();
    let is_land = |digits: &&str| Land::all().any(|land| land.ags_digits() == *digits);
    OrganisationQuery {
        q: Some(words.chars().take(100).collect()),
        kind: parameters.parsed::<OrganisationKind>("art"),
        land: parameters.first("land").filter(is_land).map(str::to_owned),
        member: match parameters.first("mitglied") {
            Some("ja") => Some(true),
            Some("nein") => Some(false),
            Some(_) | None => None,
        },
        cursor: parameters.first("weiter").map(str::to_owned),
        limit: Some(ROWS),
    }
}

fn filter(query: &OrganisationQuery, language: Language) -> OrganisationsFilter {
    let chosen = query.kind.map(<&str>::from);
    let kinds = kinds(language).into_iter().map(|(value, label)| {
        let is_chosen = chosen == Some(value.as_str());
        (value, label, is_chosen)
    });
    let lands = Land::all().map(|land| {
        let (value, name) = (land.ags_digits(), land_name(land, language));
        let is_chosen = query.land.as_deref() == Some(value);
        (value.to_owned(), name.to_owned(), is_chosen)
    });
    OrganisationsFilter {
        words: query.q.clone().unwrap_or_default(),
        kinds: kinds.collect(),
        lands: lands.collect(),
        is_member: query.member,
    }
}

fn land_name(land: Land, language: Language) -> &'static str {
    match language {
        Language::German => land.name_de(),
        Language::English => land.name_en(),
    }
}

fn page(
    frame: Frame,
    reference: &Reference,
    (filter, bodies, next_href): (OrganisationsFilter, Vec<OrganisationBody>, Option<String>),
) -> KeptOrganisationsPage {
    let row = |body: OrganisationBody| OrganisationRow {
        href: format!("{PATH}/{}", body.id),
        kind: kind_words(body.kind),
        place: seat_text(reference, &body.place),
        is_member: body.member,
        name: body.name,
    };
    KeptOrganisationsPage {
        rows: bodies.into_iter().map(row).collect(),
        filter,
        next_href,
        frame,
    }
}
