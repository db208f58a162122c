//! Pages of emergency access.

mod about;
mod acceptance;
mod bulk;
mod card;
mod contacts;
mod issue;
mod list;
mod member;
mod paper;
mod replacement;
mod town;

use axum::Router;
use axum::routing::{get, post};

use crate::app::AppState;

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/notfallkarte", get(about::card))
        .route("/einsatzbedingungen", get(about::conditions))
        .route("/notfallkarten", get(list::show))
        .route(
            "/notfallkarten/ausstellen",
            get(issue::show).post(issue::issue_card),
        )
        .route("/notfallkarten/{organisation_id}", get(town::show))
        .route(
            "/notfallkarten/{organisation_id}/kontakte",
            post(contacts::reveal_contacts),
        )
        .route(
            "/notfallkarten/karten/{card_id}/sperren",
            post(card::revoke_card),
        )
        .route(
            "/notfallkarten/karten/{card_id}/ersatz",
            get(replacement::show_ask).post(replacement::ask_replacement),
        )
        .route(
            "/notfallkarten/karten/{card_id}/ersatz/bestaetigen",
            get(replacement::show_confirm).post(replacement::confirm_replacement),
        )
        .route(
            "/organisation/bedingungen",
            get(member::show).post(member::accept),
        )
        .route(
            "/organisation/notfallkarten",
            get(bulk::show).post(bulk::issue_cards),
        )
        .route("/kommune", get(town::show_own))
        .route("/kommune/kontakte", post(contacts::add_contact))
        .route(
            "/kommune/kontakte/{contact_id}/geprueft",
            post(contacts::check_contact),
        )
        .route(
            "/kommune/kontakte/{contact_id}/nach-oben",
            post(contacts::move_contact_up),
        )
        .route(
            "/kommune/kontakte/{contact_id}/entfernen",
            post(contacts::remove_contact),
        )
}
