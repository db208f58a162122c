//! Facts of the house: `/organisation/mitbestimmung` and `/organisation/telefon`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{
    HouseFacts, HouseFormPage, Participation as PageParticipation, ParticipationPage,
};
use web::parts::{FieldProblem, Filled};
use web::{Frame, Notice};

use super::read::{Form, version};
use super::{done, house, own};
use crate::access::Permit;
use crate::access::action::UpdateOrganisation;
use crate::app::AppState;
use crate::http::{FormBody, Problem};
use crate::input::Patch;
use crate::organisations::{self, OrganisationError, OrganisationPatch, Participation};
use crate::pages::{Html, Parameters, Visitor, day};

pub(super) async fn participation(
    permit: Permit<UpdateOrganisation>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<ParticipationPage>, Problem> {
    let page = participation_page(&app, &permit, frame, None).await?;
    Ok(Html::new(page))
}

pub(super) async fn save_participation(
    permit: Permit<UpdateOrganisation>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let mut form = Form::of(&sent, &["beteiligung", "seit"]);
    let state: Option<Participation> = sent.parsed("beteiligung");
    if state.is_none() {
        form.fail("beteiligung", FieldProblem::Missing);
    }
    let day = form.day("seit");
    if sent.first("seit").is_none() {
        form.fail("seit", FieldProblem::Missing);
    }
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if form.is_right() {
        let patch = OrganisationPatch {
            participation: state,
            participation_on: day,
            ..OrganisationPatch::default()
        };
        let change = (own(&permit)?, version(&sent, "stand"), patch);
        match organisations::update(&app.db, &app.reference, &permit, change).await {
            Ok(_) => return Ok(done("/organisation", Notice::ParticipationSaved)),
            Err(OrganisationError::Invalid(_)) => form.fail("seit", FieldProblem::Future),
            Err(OrganisationError::Version(_)) => status = StatusCode::CONFLICT,
            Err(error) => return Err(error.into()),
        }
    }
    let mut page = participation_page(&app, &permit, frame, Some(form.into_filled())).await?;
    again(&mut page.version, &mut page.is_conflict, (&sent, status));
    Ok(Html::with_status(page, status).into_response())
}

/// A form shown again: after a conflict it is of the version shown, else still of the one it was filled from.
pub(super) fn again(
    shown: &mut i32,
    is_conflict: &mut bool,
    (sent, status): (&Parameters, StatusCode),
) {
    *is_conflict = status == StatusCode::CONFLICT;
    if !*is_conflict {
        *shown = version(sent, "stand").or(*shown);
    }
}

async fn participation_page(
    app: &AppState,
    permit: &Permit<UpdateOrganisation>,
    frame: Frame,
    form: Option<Filled>,
) -> Result<ParticipationPage, Problem> {
    let (body, version) = house(app, permit).await?;
    let state: &str = body.participation.into();
    let stored = || Filled {
        values: vec![
            ("beteiligung", state.to_owned()),
            ("seit", body.participation_on.to_string()),
        ],
        problems: Vec::new(),
    };
    Ok(ParticipationPage {
        stored: shown(body.participation),
        since: day(body.participation_on, frame.language),
        form: form.unwrap_or_else(stored),
        name: body.name,
        version,
        is_conflict: false,
        frame,
    })
}

fn shown(state: Participation) -> PageParticipation {
    match state {
        Participation::NotNeeded => PageParticipation::NotNeeded,
        Participation::Asked => PageParticipation::Asked,
        Participation::Agreed => PageParticipation::Agreed,
        Participation::Refused => PageParticipation::Refused,
    }
}

pub(super) async fn phone(
    permit: Permit<UpdateOrganisation>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<HouseFormPage>, Problem> {
    let asked = (HouseFacts::DutyPhone, None);
    Ok(Html::new(facts_page(&app, &permit, frame, asked).await?))
}

pub(super) async fn save_phone(
    permit: Permit<UpdateOrganisation>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let mut form = Form::of(&sent, &["telefon"]);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    match sent.first("telefon") {
        None => form.fail("telefon", FieldProblem::Missing),
        Some(number) => {
            let patch = OrganisationPatch {
                duty_phone: Patch::Set(number.to_owned()),
                ..OrganisationPatch::default()
            };
            let change = (own(&permit)?, version(&sent, "stand"), patch);
            match organisations::update(&app.db, &app.reference, &permit, change).await {
                Ok(_) => return Ok(done("/organisation", Notice::DutyPhoneSaved)),
                Err(OrganisationError::Invalid(_)) => form.fail("telefon", FieldProblem::NoPhone),
                Err(OrganisationError::Version(_)) => status = StatusCode::CONFLICT,
                Err(error) => return Err(error.into()),
            }
        }
    }
    let typed = (HouseFacts::DutyPhone, Some(form.into_filled()));
    let mut page = facts_page(&app, &permit, frame, typed).await?;
    again(&mut page.version, &mut page.is_conflict, (&sent, status));
    Ok(Html::with_status(page, status).into_response())
}

/// A form about the house, as it is stored or as it was sent.
pub(super) async fn facts_page(
    app: &AppState,
    permit: &Permit<UpdateOrganisation>,
    frame: Frame,
    (about, form): (HouseFacts, Option<Filled>),
) -> Result<HouseFormPage, Problem> {
    let (body, version) = house(app, permit).await?;
    let values = match about {
        HouseFacts::DutyPhone => vec![("telefon", body.duty_phone.unwrap_or_default())],
        HouseFacts::Insurance => vec![
            ("unfall", body.accident_insurer.unwrap_or_default()),
            ("haftpflicht", body.liability_insurer.unwrap_or_default()),
            ("datenschutz", body.privacy_phone.unwrap_or_default()),
        ],
    };
    let stored = Filled {
        values,
        problems: Vec::new(),
    };
    Ok(HouseFormPage {
        about,
        form: form.unwrap_or(stored),
        name: body.name,
        version,
        is_conflict: false,
        frame,
    })
}
