//! `/abgleich`: who fits an incident, and the team to send.

mod form;
mod result;

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use web::pages::{MatchPage, MatchResult};

use super::request::Wanted;
use super::service;
use crate::access::Permit;
use crate::access::action::MatchExperts;
use crate::app::AppState;
use crate::http::Problem;
use crate::pages::{Html, Parameters, Visitor};
use crate::reference::Ags;
use crate::search::{Labels, SearchError, Snapshot};
use form::Asked;

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route("/abgleich", get(show))
}

async fn show(
    permit: Permit<MatchExperts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<MatchPage>, Problem> {
    let snapshot = app.search.current().ok_or(SearchError::NotReady)?;
    let parameters = match own_place(&permit, &snapshot).filter(|_| parameters.is_empty()) {
        Some(place) => parameters.with("near", &place),
        None => parameters,
    };
    let labels = Labels::of(&app, &snapshot, frame.language);
    let asked = form::read(&labels, &parameters);
    let result = find(&app, &permit, &labels, &asked).await?;
    let form = asked.form;
    Ok(Html::new(MatchPage {
        frame,
        form,
        result,
    }))
}

/// Who fits, once it is clear what is asked.
async fn find(
    app: &AppState,
    permit: &Permit<MatchExperts>,
    labels: &Labels<'_>,
    asked: &Asked,
) -> Result<Option<MatchResult>, Problem> {
    let Some(new) = &asked.request else {
        return Ok(None);
    };
    let wanted = Wanted::Changed(&asked.needs, &asked.languages);
    let (body, _) = service::find(app, permit, (new, wanted), (labels.in_index(), None)).await?;
    let place = asked.form.place.text.clone();
    Ok(Some(result::result(labels, place, &body)?))
}

/// Where a requester's own house is: what is asked most often.
fn own_place(permit: &Permit<MatchExperts>, snapshot: &Snapshot) -> Option<String> {
    let mut places = service::asks_for(permit)
        .into_iter()
        .filter_map(|organisation| snapshot.directory.get(organisation))
        .filter_map(|entry| entry.place.parse::<Ags>().ok());
    places.next().map(|place| place.as_str().to_owned())
}
