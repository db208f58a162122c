//! `/profil` and `/organisation`, read-only for now, `/profil/nachweise`, `/einblicke`, and `/konto`.

mod account;
mod evidence;
mod organisation;
mod profile;
mod reveals;

use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use web::pages::{OrganisationPage, ProfilePage};

use crate::access::Permit;
use crate::access::action::{ListOwnExperts, ReadIdentity, ReadOrganisation};
use crate::app::AppState;
use crate::experts;
use crate::http::Problem;
use crate::organisations;
use crate::pages::{Html, Visitor};
use crate::search::{Labels, SearchError};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/profil", get(show_profile))
        .route("/profil/nachweise", get(evidence::show).post(evidence::add))
        .route("/profil/nachweise/{evidence_id}", get(evidence::save))
        .route(
            "/profil/nachweise/{evidence_id}/entfernen",
            post(evidence::remove),
        )
        .route("/organisation", get(show_organisation))
        .route("/einblicke", get(reveals::show))
        .route("/einblicke/nachricht", post(reveals::set_mails))
        .merge(account::routes())
}

async fn show_profile(
    permit: Permit<ReadIdentity>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<ProfilePage>, Problem> {
    let missing = || Problem::not_found("there is no entry of yours");
    let id = experts::of_account(&app.db, &permit)
        .await?
        .ok_or_else(missing)?;
    let (entry, _) = experts::own_view(&app.db, &app.keyring, &permit, id).await?;
    let employer = match permit.also::<ReadOrganisation>() {
        Some(permit) => {
            organisations::show(&app.db, &app.reference, &permit, entry.organisation_id)
                .await
                .map_or_else(|_| String::new(), |(organisation, _)| organisation.name)
        }
        None => String::new(),
    };
    let snapshot = app.search.current().ok_or(SearchError::NotReady)?;
    let labels = Labels::of(&app, &snapshot, frame.language);
    Ok(Html::new(profile::page(frame, &labels, entry, employer)))
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
    Ok(Html::new(organisation::page(frame, &labels, body, team)))
}
