//! `/vorfaelle/neu`: a coordinator takes a call down, and reads aloud what whoever called must know.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{HelpForm, HelpWords, IntakeDonePage, IntakePage, IntakeTold};
use web::{Frame, Language};

use super::form::{self, Asked};
use super::help::{attempt, nonce};
use super::{status, words};
use crate::access::Permit;
use crate::access::action::ReportIncident;
use crate::app::AppState;
use crate::http::{FormBody, Problem};
use crate::incidents::api::kit;
use crate::incidents::model::{Incident, IncidentState};
use crate::incidents::service::{self, Report, Reported, Secrets, Sender, Way};
use crate::pages::{Html, Parameters, Visitor, first_aid};

pub(super) async fn show(
    _permit: Permit<ReportIncident>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Html<IntakePage> {
    let form = HelpForm {
        nonce: nonce(),
        tiles: words::tiles(&app.reference, None, frame.language),
        ..HelpForm::default()
    };
    Html::new(page(&app, frame, form))
}

/// Sent twice it is the same incident, whose secrets are not told again.
pub(super) async fn create(
    permit: Permit<ReportIncident>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(pairs): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let attempt = attempt(("intake", &permit.caller().account.to_string()), &pairs);
    let sent = Parameters::from_pairs(pairs);
    let Asked { mut form, report } = form::read(&app.reference, &sent, frame.language);
    form.is_drill = sent.first("uebung").is_some();
    if attempt.is_none() {
        form.nonce = nonce();
    }
    let Some(report) = report else {
        let page = page(&app, frame, form);
        return Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response());
    };
    let report = Report {
        is_drill: form.is_drill,
        ..report
    };
    let way = Way::Phoned(permit);
    let reported = service::report(kit(&app), report, Sender { way, attempt }).await?;
    done(&app, frame, reported).await
}

fn page(app: &AppState, frame: Frame, form: HelpForm) -> IntakePage {
    IntakePage {
        first_aid: first_aid(&app.reference.texts.first_aid, frame.language),
        form,
        frame,
    }
}

/// What to read aloud. It stands in this answer and nowhere else, so it leads nowhere by an address of its own.
async fn done(app: &AppState, frame: Frame, reported: Reported) -> Result<Response, Problem> {
    let Reported {
        incident,
        secrets,
        generation: _,
    } = reported;
    let said = service::place_said(kit(app), &incident).await?;
    let told = match secrets {
        Some(secrets) => Some(told(app, frame.language, (&incident, secrets)).await?),
        None => None,
    };
    let status = if told.is_some() {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    let href = format!("/vorfaelle/{}", incident.id);
    let page = IntakeDonePage {
        place: words::place(&app.reference, &incident, said.as_deref()),
        is_drill: incident.is_drill,
        told,
        // The switches of the page lead to the incident: what is shown here once cannot be shown again.
        frame: Frame {
            here: href.clone(),
            ..frame
        },
        href,
    };
    Ok(Html::with_status(page, status).into_response())
}

async fn told(
    app: &AppState,
    language: Language,
    (incident, secrets): (&Incident, Secrets),
) -> Result<IntakeTold, Problem> {
    let Secrets {
        link,
        spoken_code,
        words: pair,
    } = secrets;
    let is_open = incident.state() == IncidentState::Unverified;
    Ok(IntakeTold {
        call_by: is_open.then(|| status::time(incident.called_back_by(), language)),
        words: is_open.then(|| HelpWords {
            caller: pair.caller.reveal().to_owned(),
            called: pair.called.reveal().to_owned(),
        }),
        code: words::code(incident.code),
        spoken_code,
        start: app.site.link("/hilfe/"),
        token: link.reveal(),
        calls: status::order(status::calls(app, incident).await?),
    })
}
