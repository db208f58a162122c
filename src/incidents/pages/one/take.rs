//! Who of the desk cares for an incident, on its page.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use web::pages::TakeView;
use web::{Language, Notice};

use super::said;
use crate::access::Permit;
use crate::access::action::{ReadIncidents, TakeIncident};
use crate::accounts;
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{AccountId, IncidentId};
use crate::incidents::model::{Incident, Taken};
use crate::incidents::pages::times::waiting;
use crate::incidents::service::{self, Before, IncidentError};

/// What the form says where nobody had it.
const NOBODY: &str = "niemand";

#[derive(Deserialize)]
pub(in crate::incidents::pages) struct TakeFields {
    /// Who had it when the page was shown.
    #[serde(default)]
    hatte: String,
}

/// Whoever was faster is named on the page this leads to.
pub(in crate::incidents::pages) async fn take(
    permit: Permit<TakeIncident>,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(form): FormBody<TakeFields>,
) -> Result<Response, Problem> {
    let before = match form.hatte.as_str() {
        "" => Before::Anybody,
        NOBODY => Before::Actor(None),
        _ => Before::Actor(Some(form.hatte)),
    };
    match service::take(&app.db, &permit, (id, before)).await {
        Ok(_) => Ok(said(id, Notice::IncidentTaken)),
        Err(IncidentError::TakenByOther) => Ok(said(id, Notice::IncidentTakenByOther)),
        Err(error) => Err(error.into()),
    }
}

/// Who cares for it, for the desk alone.
pub(super) async fn view(
    app: &AppState,
    permit: &Permit<ReadIncidents>,
    (incident, language): (&Incident, Language),
) -> Option<TakeView> {
    let permit = permit.also::<TakeIncident>()?;
    if incident.closed.is_some() {
        return None;
    }
    let own = permit.actor().to_string();
    Some(match &incident.taken {
        None => TakeView::Free,
        Some(taken) if taken.by == own => TakeView::Own,
        Some(taken) => TakeView::Other {
            since: waiting(taken.at, app.db.clock().now(), language),
            who: address(app, taken).await,
            had: taken.by.clone(),
        },
    })
}

/// Their mail address, as the roster names them; none of whoever is gone.
async fn address(app: &AppState, taken: &Taken) -> Option<String> {
    let account = taken.by.parse::<AccountId>().ok()?;
    accounts::address_of(&app.db, &app.keyring, account)
        .await
        .inspect_err(|error| {
            let error: &dyn std::error::Error = error;
            tracing::warn!(error, "who took an incident is not named");
        })
        .ok()
        .filter(|address| !address.is_empty())
}
