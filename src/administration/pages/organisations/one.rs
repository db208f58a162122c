//! `/verwaltung/organisationen/{organisation_id}`: one organisation; three forms, each for the version it was shown.

use axum::extract::State;
use axum::response::Response;
use serde_json::json;
use web::pages::{AdminField, KeptOrganisationPage};

use super::super::form::Sent;
use super::desk::{Desk, Form, Shown, Unsaved};
use super::read::{body, seat_key, seat_text, served};
use super::{FACTS, MEMBERSHIP};
use crate::access::Permit;
use crate::access::action::SetMembership;
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::OrganisationId;
use crate::pages::{Html, Visitor};

pub(super) async fn show(
    permit: Permit<SetMembership>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<OrganisationId>,
) -> Result<Html<KeptOrganisationPage>, Problem> {
    let desk = Desk::open(&app, &permit, id).await?;
    desk.page(frame, &Shown::default()).await.map(Html::new)
}

pub(super) async fn save_facts(
    permit: Permit<SetMembership>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<OrganisationId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (sent, desk) = (Sent(sent), Desk::open(&app, &permit, id).await?);
    let mut patch = body(&FACTS, &sent);
    let mut wrong = Vec::new();
    let is_same = sent.text(AdminField::Seat.name()) == seat_text(&app.reference, &desk.body.place);
    let place = if is_same {
        Ok(desk.body.place.clone())
    } else {
        seat_key(&app.reference, &sent)
    };
    match place {
        Ok(place) => patch["place"] = json!(place),
        Err(problem) => {
            wrong.push((AdminField::Seat, problem));
            patch["place"] = json!(desk.body.place);
        }
    }
    let saved = if wrong.is_empty() {
        desk.save(&sent, &patch).await
    } else {
        Err(Unsaved::Wrong(wrong))
    };
    desk.answer(frame, (&sent, Form::Facts), saved).await
}

pub(super) async fn save_membership(
    permit: Permit<SetMembership>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<OrganisationId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (sent, desk) = (Sent(sent), Desk::open(&app, &permit, id).await?);
    let mut patch = body(&MEMBERSHIP, &sent);
    // A day that stays leaves the moment within it alone.
    let stored = [
        ("member_from", desk.body.member_from),
        ("member_until", desk.body.member_until),
    ];
    if let Some(fields) = patch.as_object_mut() {
        for (name, day) in stored {
            fields.retain(|field, value| field != name || *value != json!(day));
        }
    }
    let saved = desk.save(&sent, &patch).await;
    desk.answer(frame, (&sent, Form::Membership), saved).await
}

pub(super) async fn save_served(
    permit: Permit<SetMembership>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<OrganisationId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (sent, desk) = (Sent(sent), Desk::open(&app, &permit, id).await?);
    let saved = match served(&app.reference, &desk.body.serves, &sent) {
        Ok(serves) => desk.save(&sent, &json!({ "serves": serves })).await,
        Err(lines) => Err(Unsaved::Lines(lines)),
    };
    desk.answer(frame, (&sent, Form::Served), saved).await
}
