//! `/ersuchen/{id}/nummer`: whom no message reached, the desk phones.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::Notice;

use super::page::page;
use super::view::Shown;
use super::{lead, right};
use crate::access::Permit;
use crate::access::action::RevealAlertContact;
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{AlertId, RequestId};
use crate::incidents::requests::{self, RequestError};
use crate::pages::{Html, Visitor};

#[derive(Deserialize)]
pub(super) struct PhoneFields {
    #[serde(default)]
    alarm: String,
}

/// Sent twice it is looked at twice, and recorded twice.
pub(super) async fn reveal(
    permit: Permit<RevealAlertContact>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
    FormBody(form): FormBody<PhoneFields>,
) -> Result<Response, Problem> {
    let alert: AlertId = form.alarm.parse().map_err(|_| RequestError::NotFound)?;
    let reads = right(&permit)?;
    let situation = requests::show(&app.db, &reads, id).await?;
    if !situation.alerts.iter().any(|known| known.id == alert) {
        return Err(RequestError::NotFound.into());
    }
    let number = match requests::number(&requests::desk(&app), &permit, alert).await {
        Ok(shown) => shown,
        Err(RequestError::Answered | RequestError::Reached) => {
            return Ok(lead(&format!("/ersuchen/{id}"), Notice::RequestMovedOn));
        }
        Err(error) => return Err(error.into()),
    };
    let shown = Shown {
        phoned: Some((alert, number.phone)),
        ..Shown::default()
    };
    let page = page(&app, &reads, frame, (&situation, shown)).await?;
    Ok(Html::new(page).into_response())
}
