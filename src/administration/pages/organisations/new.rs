//! `/verwaltung/organisationen/neu`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use web::pages::{AdminField, AdminProblem, NewOrganisationPage};
use web::{Frame, Notice};

use super::super::form::{Refused, Sent, input, kinds, legal_forms, nis2, problems};
use super::FACTS;
use super::read::{body, seat_key};
use crate::access::Permit;
use crate::access::action::CreateOrganisation;
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{FormBody, Problem};
use crate::input::{self, InputError};
use crate::organisations::{self, NewOrganisation, OrganisationError};
use crate::pages::{Html, LocalPath, Visitor, redirect, say_next};

type Problems = Vec<(AdminField, AdminProblem)>;

pub(super) async fn show(
    _: Permit<CreateOrganisation>,
    Visitor(frame): Visitor,
) -> Html<NewOrganisationPage> {
    Html::new(page(frame, &Uuid::new_v4().to_string(), None))
}

/// Sent twice it is one organisation; it is no member yet: its page says when it becomes one.
pub(super) async fn make(
    permit: Permit<CreateOrganisation>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Sent(sent);
    let problems = match read(&app, &sent) {
        Err(problems) => problems,
        Ok(new) => {
            let attempt = Some(attempt(&permit, &sent));
            match organisations::create(&app.db, &app.reference, &permit, &new, attempt).await {
                Ok(saved) => {
                    let path = format!("/verwaltung/organisationen/{}", saved.id);
                    let mut response = redirect(&LocalPath::or_start(&path));
                    say_next(&mut response, Notice::OrganisationMade);
                    return Ok(response);
                }
                Err(OrganisationError::Invalid(errors)) => problems(&FACTS, &sent, &errors),
                Err(OrganisationError::PlaceTaken(_)) => {
                    vec![(AdminField::Seat, AdminProblem::Taken)]
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    let token = sent.text("formular").to_owned();
    let refused = Refused {
        sent: &sent,
        problems,
        is_conflict: false,
    };
    let page = page(frame, &token, Some(&refused));
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn read(app: &AppState, sent: &Sent) -> Result<NewOrganisation, Problems> {
    let mut body = body(&FACTS, sent);
    let place = seat_key(&app.reference, sent);
    let place = place.map_err(|problem| vec![(AdminField::Seat, problem)]);
    body["place"] = json!(place.as_deref().unwrap_or("00"));
    let read = input::parse(body.to_string().as_bytes()).map_err(|error| match error {
        InputError::Invalid(errors) => problems(&FACTS, sent, &errors),
        InputError::Unreadable(_) => Vec::new(),
    });
    match (read, place) {
        (Ok(new), Ok(_)) => Ok(new),
        (Ok(_), Err(problems)) | (Err(problems), Ok(_)) => Err(problems),
        (Err(mut problems), Err(more)) => {
            problems.extend(more);
            Err(problems)
        }
    }
}

fn attempt(permit: &Permit<CreateOrganisation>, sent: &Sent) -> Attempt {
    let parts = FACTS.map(|field| sent.text(field.name()));
    Attempt {
        scope: format!("{} organisation form", permit.caller().account),
        key: sent.text("formular").chars().take(100).collect(),
        body_hash: Sha256::digest(parts.join("\n")).into(),
    }
}

fn page(frame: Frame, token: &str, refused: Option<&Refused<'_>>) -> NewOrganisationPage {
    let language = frame.language;
    let options = |field: AdminField| match field {
        AdminField::Kind => kinds(language),
        AdminField::LegalForm => legal_forms(language),
        AdminField::Nis2 => nis2(language),
        _ => Vec::new(),
    };
    let field = |field: AdminField| input(field, (String::new(), options(field)), refused);
    NewOrganisationPage {
        inputs: FACTS.into_iter().map(field).collect(),
        token: token.to_owned(),
        frame,
    }
}
