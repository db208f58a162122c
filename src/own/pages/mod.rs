//! `/profil` and the pages of its parts, `/profil/nachweise`, `/einblicke`, `/konto`, and `/organisation`.

mod account;
mod calendar;
mod capacity;
mod entry;
mod evidence;
mod messages;
mod organisation;
mod private_contact;
mod profile;
mod reveals;
mod still_right;
mod vetting;

use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use web::pages::OrganisationPage;

use crate::access::Permit;
use crate::access::action::{ListOwnExperts, ReadOrganisation};
use crate::app::AppState;
use crate::employer;
use crate::experts;
use crate::http::Problem;
use crate::organisations;
use crate::pages::{Html, Visitor};
use crate::search::{Labels, SearchError};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/profil/erreichbarkeit",
            get(private_contact::show).post(private_contact::save),
        )
        .route("/profil/nachweise", get(evidence::show).post(evidence::add))
        .route("/profil/nachweise/{evidence_id}", get(evidence::save))
        .route(
            "/profil/nachweise/{evidence_id}/entfernen",
            post(evidence::remove),
        )
        .route("/organisation", get(show_organisation))
        .route(
            "/organisation/kapazitaet",
            get(capacity::show).post(capacity::publish),
        )
        .route("/einblicke", get(reveals::show))
        .route(
            "/konto/mitteilungen",
            get(messages::show).post(messages::save),
        )
        .route("/verfuegbarkeit/kalender", post(calendar::make))
        .route(
            "/verfuegbarkeit/kalender/widerrufen",
            post(calendar::revoke),
        )
        .route("/kalender/{token}", get(calendar::show))
        .route(
            "/stimmt-noch/{token}",
            get(still_right::show).post(still_right::confirm),
        )
        .merge(entry::routes())
        .merge(account::routes())
        .merge(vetting::routes())
}

async fn show_organisation(
    permit: Permit<ReadOrganisation>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<OrganisationPage>, Problem> {
    let missing = || Problem::not_found("you belong to no organisation");
    let id = permit
        .scope()
        .organisations()
        .first()
        .copied()
        .ok_or_else(missing)?;
    let (body, _) = organisations::show(&app.db, &app.reference, &permit, id).await?;
    let team = match permit.also::<ListOwnExperts>() {
        Some(permit) => Some(experts::team(&app.db, &permit, id).await?),
        None => None,
    };
    let snapshot = app.search.current().ok_or(SearchError::NotReady)?;
    let labels = Labels::of(&app, &snapshot, frame.language);
    let entries = team.as_deref().unwrap_or_default();
    let vetting = vetting::of_team(&app, permit.also(), &labels, entries).await?;
    let tasks = match &team {
        Some(team) => employer::tasks(&app, &body, team).await?,
        None => Vec::new(),
    };
    let mut page = organisation::page(frame, &labels, body, team);
    page.tasks = tasks;
    page.vetting = vetting;
    Ok(Html::new(page))
}
