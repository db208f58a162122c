//! A report the law asks for is noted as made.

use axum::extract::State;
use axum::response::Response;
use web::Notice;

use super::one::said;
use crate::access::Permit;
use crate::access::action::UpdateIncident;
use crate::app::AppState;
use crate::http::{PathPart, Problem};
use crate::ids::IncidentId;
use crate::incidents::model::ClockId;
use crate::incidents::service;

pub(super) async fn set_reported(
    permit: Permit<UpdateIncident>,
    State(app): State<AppState>,
    PathPart(id, clock): PathPart<IncidentId>,
) -> Result<Response, Problem> {
    let clock = clock.parse::<ClockId>();
    let clock = clock.map_err(|_| Problem::not_found("there is no such report"))?;
    service::set_reported(&app.db, &permit, (id, clock, None)).await?;
    Ok(said(id, Notice::IncidentReported))
}
