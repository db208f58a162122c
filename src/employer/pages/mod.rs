//! `/organisation/…`: the pages of the managers of a member.

mod delegations;
mod house;
mod insurance;
mod invitations;
mod joining;
mod quota;
mod read;
mod releases;
mod report;
mod struck;
mod tasks;

use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use web::Notice;

pub use tasks::tasks;

use crate::access::action::ReadOrganisation;
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::http::Problem;
use crate::ids::OrganisationId;
use crate::organisations::{self, OrganisationBody};
use crate::pages::{LocalPath, redirect, say_next};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/organisation/freigaben",
            get(releases::show).post(releases::save),
        )
        .route("/organisation/freigaben/kontingent", post(quota::save))
        .route(
            "/organisation/einladungen",
            get(invitations::show).post(invitations::invite),
        )
        .route(
            "/organisation/einladungen/{invitation_id}/nochmal",
            post(invitations::send_again),
        )
        .route(
            "/organisation/einladungen/{invitation_id}/zurueckziehen",
            post(invitations::withdraw),
        )
        .route(
            "/einladungen/{token}",
            get(joining::show).post(joining::take),
        )
        .route(
            "/organisation/vertretung",
            get(delegations::show).post(delegations::delegate),
        )
        .route(
            "/organisation/vertretung/{account_id}/beenden",
            post(delegations::end),
        )
        .route("/organisation/bericht", get(report::show))
        .route(
            "/organisation/betroffen",
            get(struck::show).post(struck::set),
        )
        .route(
            "/organisation/mitbestimmung",
            get(house::participation).post(house::save_participation),
        )
        .route(
            "/organisation/telefon",
            get(house::phone).post(house::save_phone),
        )
        .route(
            "/organisation/versicherung",
            get(insurance::show).post(insurance::save),
        )
}

/// The organisation of whoever manages one.
fn own<A: Action>(permit: &Permit<A>) -> Result<OrganisationId, Problem> {
    let first = permit.scope().organisations().first().copied();
    first.ok_or_else(|| Problem::not_found("you belong to no organisation"))
}

/// The same with all that is known of it, and its version.
async fn house<A: Action>(
    app: &AppState,
    permit: &Permit<A>,
) -> Result<(OrganisationBody, i32), Problem> {
    let id = own(permit)?;
    let reading = permit.also::<ReadOrganisation>();
    let reading = reading.ok_or_else(|| Problem::forbidden("your token may not read this"))?;
    Ok(organisations::show(&app.db, &app.reference, &reading, id).await?)
}

/// Leads to a page of ours that says what was done.
fn done(path: &str, notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(path));
    say_next(&mut response, notice);
    response
}
