//! `/notfallkarten/ausstellen`: the first card of a town.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use web::pages::{AcceptanceForm, AcceptanceProblem, IssueCardPage};
use web::parts::PlaceField;

use super::card::back;
use super::paper::paper;
use crate::access::Permit;
use crate::access::action::IssueEmergencyCard;
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::emergency::card::{
    CardError, NewAcceptance, NewEmergencyCard, Signatory, issue, read_day, show as show_card,
};
use crate::http::{FormBody, Problem};
use crate::organisations::Seat;
use crate::pages::{Html, Parameters, Visitor, resolve_place};

#[derive(Deserialize)]
pub(super) struct IssueFields {
    #[serde(default)]
    place: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    funktion: String,
    #[serde(default)]
    datum: String,
    #[serde(default)]
    bedingungen: String,
    #[serde(default)]
    formular: String,
}

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
    FormBody(form): FormBody<IssueFields>,
) -> Result<Response, Problem> {
    let problems = match read(&form, app.reference.texts.conditions.version) {
        Err(problems) => problems,
        Ok(new) => {
            let attempt = attempt(&permit, &form);
            let parts = (&*app.reference, &*app.keyring);
            match issue(&app.db, parts, &permit, (&new, Some(attempt))).await {
                Ok(issued) => {
                    let card = show_card(&app.db, &app.reference, &permit, issued.id).await?;
                    let back = back(&permit, card.organisation_id);
                    return paper(&app, frame, (&[issued], back)).await;
                }
                Err(CardError::HasCard(_)) => vec![AcceptanceProblem::HasCard],
                Err(CardError::Invalid(errors)) => {
                    let is_about = |name| errors.iter().any(|e| e.pointer.ends_with(name));
                    vec![if is_about("/accepted_on") {
                        AcceptanceProblem::Day
                    } else {
                        AcceptanceProblem::NotYours
                    }]
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    let seat = Seat::find(&app.reference, &form.place);
    let page = IssueCardPage {
        frame,
        place: PlaceField::default(),
        town: seat.map(|seat| (seat.name, seat.place)),
        form: AcceptanceForm {
            name: form.name,
            function: form.funktion,
            day: form.datum,
            is_confirmed: !form.bedingungen.is_empty(),
            token: form.formular,
            problems,
        },
    };
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn read(form: &IssueFields, version: i32) -> Result<NewEmergencyCard, Vec<AcceptanceProblem>> {
    let (name, function) = (form.name.trim(), form.funktion.trim());
    let is_good = |text: &str| (2..=120).contains(&text.chars().count());
    let day = read_day(&form.datum);
    let problems: Vec<_> = [
        (!is_good(name)).then_some(AcceptanceProblem::Name),
        (!is_good(function)).then_some(AcceptanceProblem::Function),
        day.is_none().then_some(AcceptanceProblem::Day),
        form.bedingungen
            .is_empty()
            .then_some(AcceptanceProblem::NotConfirmed),
    ]
    .into_iter()
    .flatten()
    .collect();
    match day {
        Some(accepted_on) if problems.is_empty() => Ok(NewEmergencyCard {
            place: form.place.clone(),
            acceptance: NewAcceptance {
                conditions_version: version,
                accepted_on,
                signatory: Signatory {
                    name: name.to_owned(),
                    function: function.to_owned(),
                },
            },
        }),
        _ => Err(problems),
    }
}

fn attempt(permit: &Permit<IssueEmergencyCard>, form: &IssueFields) -> Attempt {
    let parts = [&form.place, &form.name, &form.funktion, &form.datum];
    let body = parts.map(String::as_str).join("\n");
    Attempt {
        scope: format!("{} emergency-card form", permit.caller().account),
        key: form.formular.chars().take(100).collect(),
        body_hash: Sha256::digest(body).into(),
    }
}
