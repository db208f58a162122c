//! `/profil` and `/organisation`, read-only for now, `/einblicke`, and `/konto`.

mod account;
mod organisation;
mod profile;
mod reveals;
mod vetting;

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
        .route("/organisation", get(show_organisation))
        .route("/einblicke", get(reveals::show))
        .route("/einblicke/nachricht", post(reveals::set_mails))
        .merge(account::routes())
        .merge(vetting::routes())
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
    let shown = (entry.id, entry.alias.as_str());
    let vetting = vetting::of_entry(&app, permit.also(), &labels, shown).await?;
    let mut page = profile::page(frame, &labels, entry, employer);
    page.vetting = vetting;
    Ok(Html::new(page))
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
    let mut page = organisation::page(frame, &labels, body, team);
    page.vetting = vetting;
    Ok(Html::new(page))
}
