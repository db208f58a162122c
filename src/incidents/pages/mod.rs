//! Asking for help, answering and releasing without an account, and incidents as those see them who care for them.

mod answer;
mod answer_steps;
mod asked;
mod asker;
mod attachments;
mod borrowing;
mod clocks;
mod costs;
mod deployments;
mod details;
mod form;
mod guide;
mod help;
mod intake;
mod legal;
mod list;
mod live;
mod notes;
mod one;
mod phone;
mod readiness;
mod release;
mod requests;
mod review;
mod situation;
mod status;
mod team;
mod thread;
mod times;
mod town;
mod words;

use axum::Router;
use axum::routing::{get, post};

pub use deployments::house_deployments;

use crate::app::AppState;

/// Those that whoever holds a link reaches without an account.
fn of_links() -> Router<AppState> {
    Router::new()
        .route("/hilfe", get(help::show).post(help::send))
        .route("/hilfe/{link}", get(status::show))
        .route("/hilfe/{link}/stand", get(live::of_town))
        .route(
            "/hilfe/{link}/zurueckziehen",
            get(asker::ask).post(asker::withdraw),
        )
        .route("/hilfe/{link}/mitlesen", post(asker::set_readers))
        .route(
            "/hilfe/{link}/leitfaden",
            get(guide::show).post(guide::tick_by_link),
        )
        .route(
            "/hilfe/{link}/einsaetze/{deployment_id}",
            post(town::decide),
        )
        .route(
            "/hilfe/{link}/einsaetze/{deployment_id}/kontakt",
            post(town::contact),
        )
        .route(
            "/hilfe/{link}/einsaetze/{deployment_id}/schritt",
            post(town::step),
        )
        .route("/a/{link}", get(answer::show).post(answer::send))
        .route("/a/{link}/stand", get(live::of_expert))
        .route("/a/{link}/einsatz", post(answer_steps::step))
        .route("/freigabe/{link}", get(release::show).post(release::decide))
}

/// Routes of these pages.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/vorfaelle", get(list::show))
        .route("/vorfaelle/neu", get(intake::show).post(intake::create))
        .route("/vorfaelle/{incident_id}", get(one::show))
        .route(
            "/vorfaelle/{incident_id}/angaben",
            get(details::show).post(details::save),
        )
        .route(
            "/vorfaelle/{incident_id}/fristen/{clock}",
            post(clocks::set_reported),
        )
        .route("/vorfaelle/{incident_id}/leitfaden", post(guide::tick))
        .route("/vorfaelle/{incident_id}/lagebericht", get(situation::show))
        .route("/vorfaelle/{incident_id}/notizen", post(notes::write))
        .route("/vorfaelle/{incident_id}/anlagen", post(attachments::add))
        .route(
            "/vorfaelle/{incident_id}/anlagen/{attachment_id}",
            get(attachments::save),
        )
        .route(
            "/vorfaelle/{incident_id}/anlagen/{attachment_id}/entfernen",
            post(attachments::remove),
        )
        .route("/vorfaelle/{incident_id}/kontakt", post(one::reveal))
        .route(
            "/vorfaelle/{incident_id}/hinterlegt",
            post(one::reveal_registered),
        )
        .route("/vorfaelle/{incident_id}/bestaetigung", post(one::verify))
        .route("/vorfaelle/{incident_id}/uebernahme", post(one::take))
        .route("/vorfaelle/{incident_id}/ort", post(one::set_place))
        .route("/vorfaelle/{incident_id}/schliessen", post(one::close))
        .merge(of_links())
        .merge(requests::routes())
        .merge(deployments::routes())
        .merge(borrowing::routes())
        .merge(legal::routes())
        .merge(thread::routes())
        .merge(readiness::routes())
        .merge(costs::routes())
        .merge(review::routes())
        .merge(super::roster::page_routes())
}
