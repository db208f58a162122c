//! `/notfallkarten/ausstellen`: the first card of a town.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use web::pages::{AcceptanceForm, AcceptanceProblem, IssueCardPage};
use web::parts::PlaceField;

use super::acceptance;
use super::card::back;
use super::paper::paper;
use crate::access::Permit;
use crate::access::action::IssueEmergencyCard;
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::emergency::card::{CardError, NewEmergencyCard, issue, show as show_card};
use crate::http::{FormBody, Problem};
use crate::organisations::Seat;
use crate::pages::{Html, Parameters, Visitor, resolve_place};

pub(super) async fn show(
    _: Permit<IssueEmergencyCard>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Html<IssueCardPage> {
    let asked = resolve_place(&app.reference, "/notfallkarten/ausstellen", &parameters);
    let told = parameters.first("place").map(str::to_owned);
    let key = told.or_else(|| asked.ags.map(|ags| ags.to_string()));
    let seat = key.and_then(|key| Seat::find(&app.reference, &key));
    Html::new(IssueCardPage {
        text: acceptance::text(&app, frame.language),
        frame,
        place: asked.field,
        town: seat.map(|seat| (seat.name, seat.place)),
        form: AcceptanceForm {
            token: Uuid::new_v4().to_string(),
            ..AcceptanceForm::default()
        },
    })
}

/// The codes are in this answer and never again, so there is no redirect; sent twice it is one card.
pub(super) async fn issue_card(
    permit: Permit<IssueEmergencyCard>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let place = sent.first("place").unwrap_or_default().to_owned();
    let problems = match acceptance::read(&app, &sent) {
        Err(problems) => problems,
        Ok(acceptance) => {
            let new = NewEmergencyCard {
                place: place.clone(),
                acceptance,
            };
            let attempt = attempt(&permit, &sent);
            let parts = (&*app.reference, &*app.keyring);
            match issue(&app.db, parts, &permit, (&new, Some(attempt))).await {
                Ok(issued) => {
                    let card = show_card(&app.db, &app.reference, &permit, issued.id).await?;
                    let back = back(&permit, card.organisation_id);
                    return paper(&app, frame, (&[issued], back)).await;
                }
                Err(CardError::HasCard(_)) => vec![AcceptanceProblem::HasCard],
                Err(CardError::Invalid(errors)) => acceptance::problems(&errors),
                Err(error) => return Err(error.into()),
            }
        }
    };
    let town = Seat::find(&app.reference, &place).map(|found| (found.name, found.place));
    let page = IssueCardPage {
        text: acceptance::text(&app, frame.language),
        frame,
        place: PlaceField::default(),
        town,
        form: acceptance::filled(&sent, problems),
    };
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn attempt(permit: &Permit<IssueEmergencyCard>, sent: &Parameters) -> Attempt {
    let text = |name| sent.first(name).unwrap_or_default();
    let body = ["place", "name", "funktion", "datum"].map(text).join("\n");
    Attempt {
        scope: format!("{} emergency-card form", permit.caller().account),
        key: text("formular").chars().take(100).collect(),
        body_hash: Sha256::digest(body).into(),
    }
}
