//! `/suche`, `/fachkraefte/{id}` and `/karte`.

mod cards;
mod entry;
mod facets;
mod form;
mod map;
mod results;

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use web::pages::{SearchPage, SearchUpdate};

pub use cards::Labels;

use super::{SearchError, service};
use crate::access::Permit;
use crate::access::action::SearchExperts;
use crate::app::AppState;
use crate::http::Problem;
use crate::pages::{Html, LocalPath, Parameters, Visitor, redirect};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/suche", get(search))
        .merge(entry::routes())
        .merge(map::routes())
}

/// The whole page, or for a script the part that changes.
async fn search(
    permit: Permit<SearchExperts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asked = form::read(&app.reference, &parameters, frame.language)?;
    let (body, is_behind) = service::search(&app, &permit, &asked.query).await?;
    let last = results::last_page(&body);
    if asked.query.page.is_some_and(|page| page > last) {
        let last = asked.parameters.with("page", &last.to_string());
        return Ok(redirect(&LocalPath::or_start(&last.href(form::PATH))));
    }
    let snapshot = app.search.current().ok_or(SearchError::NotReady)?;
    let labels = Labels::of(&app, &snapshot, frame.language);
    let results = results::results(&labels, &asked, (&body, is_behind));
    let form = form::shown(&labels, asked, &body);
    let is_update =
        headers.contains_key("hx-request") && !headers.contains_key("hx-history-restore-request");
    if is_update {
        return Ok(Html::new(SearchUpdate {
            frame,
            form,
            results,
        })
        .into_response());
    }
    Ok(Html::new(SearchPage {
        frame,
        form,
        results,
    })
    .into_response())
}
