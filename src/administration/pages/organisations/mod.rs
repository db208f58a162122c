//! `/verwaltung/organisationen`: organisations as admins keep them.

mod desk;
mod list;
mod new;
mod one;
mod read;

use axum::Router;
use axum::routing::{get, post};
use web::pages::AdminField;

use super::deputies;
use crate::app::AppState;

/// What says what an organisation is.
const FACTS: [AdminField; 7] = [
    AdminField::Name,
    AdminField::Kind,
    AdminField::LegalForm,
    AdminField::Seat,
    AdminField::Nis2,
    AdminField::DutyPhone,
    AdminField::Days,
];
const MEMBERSHIP: [AdminField; 2] = [AdminField::MemberFrom, AdminField::MemberUntil];

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/verwaltung/organisationen", get(list::show))
        .route(
            "/verwaltung/organisationen/neu",
            get(new::show).post(new::make),
        )
        .route(
            "/verwaltung/organisationen/{organisation_id}",
            get(one::show).post(one::save_facts),
        )
        .route(
            "/verwaltung/organisationen/{organisation_id}/betreut",
            post(one::save_served),
        )
        .route(
            "/verwaltung/organisationen/{organisation_id}/mitgliedschaft",
            post(one::save_membership),
        )
        .route(
            "/verwaltung/organisationen/{organisation_id}/vertretungen/beenden",
            post(deputies::end),
        )
}
