//! `/organisation/versicherung`: who insures the people a house sends, and its data protection officer.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::Notice;
use web::pages::{HouseFacts, HouseFormPage};
use web::parts::FieldProblem;

use super::house::{again, facts_page};
use super::read::{Form, version};
use super::{done, own};
use crate::access::Permit;
use crate::access::action::UpdateOrganisation;
use crate::app::AppState;
use crate::http::{FormBody, Problem};
use crate::input::Patch;
use crate::organisations::{self, OrganisationError, OrganisationPatch};
use crate::pages::{Html, Parameters, Visitor};
use crate::phone;

const FIELDS: [&str; 3] = ["unfall", "haftpflicht", "datenschutz"];
/// Signs of an insurer's name.
const NAME: std::ops::RangeInclusive<usize> = 2..=160;

pub(super) async fn show(
    permit: Permit<UpdateOrganisation>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<HouseFormPage>, Problem> {
    let asked = (HouseFacts::Insurance, None);
    Ok(Html::new(facts_page(&app, &permit, frame, asked).await?))
}

pub(super) async fn save(
    permit: Permit<UpdateOrganisation>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let mut form = Form::of(&sent, &FIELDS);
    for name in ["unfall", "haftpflicht"] {
        let signs = sent.first(name).map(|text| text.chars().count());
        match signs {
            Some(signs) if signs > *NAME.end() => form.fail(name, FieldProblem::TooLong),
            Some(signs) if signs < *NAME.start() => form.fail(name, FieldProblem::Missing),
            Some(_) | None => {}
        }
    }
    let number = sent.first("datenschutz");
    if number.is_some_and(|number| phone::e164(number).is_none()) {
        form.fail("datenschutz", FieldProblem::NoPhone);
    }
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if form.is_right() {
        let change = (own(&permit)?, version(&sent, "stand"), patch(&sent));
        match organisations::update(&app.db, &app.reference, &permit, change).await {
            Ok(_) => return Ok(done("/organisation", Notice::InsuranceSaved)),
            Err(OrganisationError::Version(_)) => status = StatusCode::CONFLICT,
            Err(error) => return Err(error.into()),
        }
    }
    let typed = (HouseFacts::Insurance, Some(form.into_filled()));
    let mut page = facts_page(&app, &permit, frame, typed).await?;
    again(&mut page.version, &mut page.is_conflict, (&sent, status));
    Ok(Html::with_status(page, status).into_response())
}

fn patch(sent: &Parameters) -> OrganisationPatch {
    let field = |name: &str| {
        let typed = sent.first(name).map(str::to_owned);
        typed.map_or(Patch::Clear, Patch::Set)
    };
    OrganisationPatch {
        accident_insurer: field("unfall"),
        liability_insurer: field("haftpflicht"),
        privacy_phone: field("datenschutz"),
        ..OrganisationPatch::default()
    }
}
