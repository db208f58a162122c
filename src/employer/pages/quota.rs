//! The person-days a house gives a year, set beside its releases.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::Notice;

use super::read::{Form, version};
use super::releases::{Again, page};
use super::{done, own};
use crate::access::Permit;
use crate::access::action::{ReleaseExperts, UpdateOrganisation};
use crate::app::AppState;
use crate::http::{FormBody, Problem};
use crate::input::Patch;
use crate::organisations::{self, OrganisationError, OrganisationPatch};
use crate::pages::{Html, Parameters, Visitor};

pub(super) async fn save(
    permit: Permit<UpdateOrganisation>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let mut form = Form::of(&sent, &["kontingent"]);
    let limit = form.number("kontingent", 0..=10_000);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if form.is_right() {
        let limit = limit.and_then(|limit| i32::try_from(limit).ok());
        let patch = OrganisationPatch {
            yearly_person_days: limit.map_or(Patch::Clear, Patch::Set),
            ..OrganisationPatch::default()
        };
        let change = (own(&permit)?, version(&sent, "stand"), patch);
        match organisations::update(&app.db, &app.reference, &permit, change).await {
            Ok(_) => return Ok(done("/organisation/freigaben", Notice::QuotaSaved)),
            Err(OrganisationError::Version(_)) => status = StatusCode::CONFLICT,
            Err(error) => return Err(error.into()),
        }
    }
    let releasing = permit.also::<ReleaseExperts>();
    let releasing = releasing.ok_or_else(|| Problem::forbidden("you release nobody"))?;
    let again = Again {
        quota: Some(form.into_filled()),
        is_quota_conflict: status == StatusCode::CONFLICT,
        ..Again::default()
    };
    let page = page(&app, &releasing, frame, again).await?;
    Ok(Html::with_status(page, status).into_response())
}
