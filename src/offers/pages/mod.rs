//! `/angebote` for whoever needs help, `/organisation/angebote` for the houses that give it.

mod form;
mod list;
mod own;
mod words;

pub use words::{kind as kind_words, usable_card};

use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use web::Notice;
use web::pages::OfferRefusal;

use super::service::OfferError;
use crate::access::action::ReadOrganisation;
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::http::Problem;
use crate::ids::OrganisationId;
use crate::organisations::{self, OrganisationBody};
use crate::pages::{LocalPath, redirect, say_next};

/// Where the own offers are.
const OWN: &str = "/organisation/angebote";

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/angebote", get(list::show))
        .route("/organisation/angebote", get(own::show))
        .route(
            "/organisation/angebote/neu",
            get(form::begin).post(form::enter),
        )
        .route(
            "/organisation/angebote/{offer_id}",
            get(form::show).post(form::save),
        )
        .route("/organisation/angebote/{offer_id}/stand", post(own::set))
}

/// The house whoever manages one works for.
async fn house<A: Action>(
    app: &AppState,
    permit: &Permit<A>,
    id: Option<OrganisationId>,
) -> Result<OrganisationBody, Problem> {
    let first = permit.scope().organisations().first().copied();
    let id = id.or(first);
    let id = id.ok_or_else(|| Problem::not_found("you belong to no organisation"))?;
    let reading = permit.also::<ReadOrganisation>();
    let reading = reading.ok_or_else(|| Problem::forbidden("your token may not read this"))?;
    let (body, _) = organisations::show(&app.db, &app.reference, &reading, id).await?;
    Ok(body)
}

/// Leads to the own offers, which say what was done.
fn done(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(OWN));
    say_next(&mut response, notice);
    response
}

/// Why an offer was not kept, as its page says it; other errors are problems.
fn refusal(error: OfferError) -> Result<OfferRefusal, Problem> {
    match error {
        OfferError::NoMember => Ok(OfferRefusal::NoMember),
        OfferError::TooMany => Ok(OfferRefusal::TooMany),
        OfferError::Invalid(_) => Ok(OfferRefusal::Outdated),
        OfferError::KeyReused => Ok(OfferRefusal::Entered),
        error @ (OfferError::NotFound
        | OfferError::Version(_)
        | OfferError::UsedUp
        | OfferError::NotReady
        | OfferError::Storage(_)) => Err(error.into()),
    }
}
