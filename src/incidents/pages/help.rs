//! `/hilfe`: what happened, where, and how to call back.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use web::pages::{HelpForm, HelpPage, HelpProblem, HelpStep};
use web::{Frame, Language};

use super::form::{self, Asked};
use super::phone::OwnRequests;
use super::words;
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{ClientAddress, FormBody, Problem, set_cookie};
use crate::incidents::api::kit;
use crate::incidents::service::{self, IncidentError, Sender, Way};
use crate::pages::{
    Html, LocalPath, Parameters, Visitor, choose_language, first_aid, redirect, resolve_place,
};

/// Signs of a number that names one sending of the form.
const NONCE: usize = 32;

/// Without anything, what happened; then where. With a place alone, as on the card, all at once.
pub(super) async fn show(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Html<HelpPage> {
    let language = frame.language;
    let symptom = parameters
        .first("symptom")
        .and_then(|id| app.reference.taxonomy.symptom(id));
    let place = match parameters.first("ort") {
        // The address on the card names the place by its key.
        Some(key) if key.bytes().all(|byte| byte.is_ascii_digit()) => {
            parameters.without("ort").with("near", key)
        }
        Some(_) | None => parameters.clone(),
    };
    let form = HelpForm {
        nonce: nonce(),
        tiles: words::tiles(
            &app.reference,
            symptom.map(|symptom| symptom.id.as_str()),
            language,
        ),
        place: resolve_place(&app.reference, "/hilfe", &place).field,
        ..HelpForm::default()
    };
    let step = match (symptom, form.place.ags.is_some()) {
        (Some(_), _) => HelpStep::Contact(form),
        (None, true) => HelpStep::Card(form),
        (None, false) => HelpStep::Symptom(form.tiles),
    };
    Html::new(page(&app, frame, step))
}

/// Sent twice it is the same request; the language switch sends nothing.
pub(super) async fn send(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    ClientAddress(address): ClientAddress,
    kept: OwnRequests,
    FormBody(pairs): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let attempt = attempt(("help", ""), &pairs);
    let sent = Parameters::from_pairs(pairs);
    if let Some(language) = sent.first("sprache").and_then(Language::from_code) {
        return Ok(translated(&app, Frame { language, ..frame }, &sent));
    }
    let Asked { mut form, report } = form::read(&app.reference, &sent, frame.language);
    if attempt.is_none() {
        form.nonce = nonce();
    }
    let Some(report) = report else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(again(&app, frame, (form, status)));
    };
    let way = Way::Sent(address);
    let sender = Sender { way, attempt };
    match service::report(kit(&app), report, sender).await {
        Ok(reported) => {
            let id = reported.incident.id;
            let link = service::link(&app.keyring, id)?;
            let path = format!("/hilfe/{}", link.reveal());
            let mut response = redirect(&LocalPath::or_start(&path));
            let phone = service::phone(&app.keyring, id)?;
            set_cookie(&mut response, &kept.and(phone, app.site.is_secure));
            Ok(response)
        }
        Err(IncidentError::TooMany(_)) => {
            form.problems.push(HelpProblem::TooMany);
            Ok(again(&app, frame, (form, StatusCode::TOO_MANY_REQUESTS)))
        }
        Err(error) => Err(error.into()),
    }
}

/// The form in the language chosen, with what was typed. What was said about it is said again, and nothing else yet.
fn translated(app: &AppState, frame: Frame, sent: &Parameters) -> Response {
    let language = frame.language;
    let asked = form::read(&app.reference, &sent.without("trotzdem"), language);
    let mut form = asked.form;
    if sent.first("gezeigt").is_none() {
        form.problems.clear();
        form.doubts.clear();
        form.place.problem = None;
    }
    let is_chosen = form.tiles.iter().any(|tile| tile.is_selected);
    let step = if is_chosen || form.place.ags.is_none() {
        HelpStep::Contact(form)
    } else {
        HelpStep::Card(form)
    };
    let mut response = Html::new(page(app, frame, step)).into_response();
    choose_language(&mut response, language);
    response
}

/// The form again, with what was typed.
fn again(app: &AppState, frame: Frame, (form, status): (HelpForm, StatusCode)) -> Response {
    let page = page(app, frame, HelpStep::Contact(form));
    Html::with_status(page, status).into_response()
}

fn page(app: &AppState, frame: Frame, step: HelpStep) -> HelpPage {
    HelpPage {
        first_aid: first_aid(&app.reference.texts.first_aid, frame.language),
        step,
        frame,
    }
}

pub(super) fn nonce() -> String {
    Uuid::new_v4().simple().to_string()
}

/// One sending of the form, by whoever is signed in or by nobody. What was changed and sent again is another one: it
/// must not get lost.
pub(super) fn attempt((route, who): (&str, &str), pairs: &[(String, String)]) -> Option<Attempt> {
    let (_, key) = pairs.iter().find(|(name, _)| name == "vorgang")?;
    let is_ours = key.len() == NONCE && key.bytes().all(|byte| byte.is_ascii_hexdigit());
    let hash: [u8; 32] = Sha256::digest(format!("{who} {pairs:?}")).into();
    is_ours.then(|| Attempt::anonymous(route, key.clone(), hash))
}
