//! `/einsaetze/{id}/uebergabe`: what is handed over when somebody goes.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use strum::VariantArray;
use uuid::Uuid;
use web::pages::{HandOverForm, HandOverPage, credentials_problem};
use web::parts::{FieldProblem, Filled};
use web::{Frame, Language, Notice};

use super::words::{hand_over_field, version};
use crate::access::Permit;
use crate::access::action::{ReadDeployments, RunDeployment};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::api::kit;
use crate::incidents::deployments::{self, TakesPart};
use crate::incidents::pages::requests::lead;
use crate::incidents::pages::words;
use crate::incidents::readiness::{
    self, HandOverProblem, HandOverText, ReadinessError, checked_hand_over,
};
use crate::pages::{Html, Parameters, Visitor};

pub(super) async fn show(
    permit: Permit<ReadDeployments>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Html<HandOverPage>, Problem> {
    Ok(Html::new(page(&app, &permit, (frame, id, None)).await?))
}

/// Sent twice it is said once.
pub(super) async fn write(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let pairs = serde_html_form::to_string(&sent).unwrap_or_default();
    let sent = Parameters::from_pairs(sent);
    let is_sure = sent.first("keine-zugangsdaten").is_some();
    let texts = typed(&sent);
    match checked_hand_over(texts.clone(), is_sure) {
        Ok(checked) => {
            let token = sent.first("formular").unwrap_or_default();
            let scope = format!("{} {id} form", permit.caller().account);
            let attempt = Attempt::of_form(scope, (token, &pairs));
            let path = format!("/einsaetze/{id}/uebergabe");
            match readiness::write_hand_over(kit(&app), &permit, (id, checked), attempt).await {
                Ok(_) => Ok(lead(&path, Notice::HandedOver)),
                Err(ReadinessError::Over) => Ok(lead(&path, Notice::RequestMovedOn)),
                Err(error) => Err(error.into()),
            }
        }
        Err(wrong) => {
            let typed = (texts, wrong);
            let page = page(&app, &permit, (frame, id, Some(typed))).await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(Html::with_status(page, status).into_response())
        }
    }
}

/// What was typed, and what is wrong with it.
type Typed = (
    BTreeMap<HandOverText, String>,
    Vec<(HandOverText, HandOverProblem)>,
);

fn typed(sent: &Parameters) -> BTreeMap<HandOverText, String> {
    let all = HandOverText::VARIANTS.iter();
    let all = all.map(|about| {
        let text = sent.first(hand_over_field(*about).name());
        (*about, text.unwrap_or_default().to_owned())
    });
    all.collect()
}

async fn page<A: TakesPart>(
    app: &AppState,
    permit: &Permit<A>,
    (frame, id, typed): (Frame, DeploymentId, Option<Typed>),
) -> Result<HandOverPage, Problem> {
    let found = readiness::handed_over(kit(app), permit, id).await?;
    let language = frame.language;
    let at = (app.db.clock().now(), language);
    let briefs = deployments::briefs(&app.db, vec![found.deployment]).await?;
    let brief = briefs.first();
    let incident = brief.and_then(|brief| brief.incident.as_ref());
    let need = brief.and_then(|brief| brief.need.as_ref());
    Ok(HandOverPage {
        back: format!("/einsaetze/{id}"),
        task: need.map_or_else(String::new, |need| words::task(need, language)),
        place: incident.map_or_else(String::new, |one| words::place(&app.reference, one, None)),
        versions: found.versions.iter().map(|one| version(one, at)).collect(),
        others: found.others.iter().map(|one| version(one, at)).collect(),
        form: found.writes_as.map(|_| form(typed, language)),
        frame,
    })
}

fn form(typed: Option<Typed>, language: Language) -> HandOverForm {
    let (texts, wrong) = typed.unwrap_or_default();
    let asks_sure = wrong
        .iter()
        .any(|(_, problem)| *problem == HandOverProblem::Credentials);
    let problems = wrong.into_iter().map(|(about, problem)| {
        let said = match problem {
            HandOverProblem::Missing => FieldProblem::Missing,
            HandOverProblem::TooLong => FieldProblem::TooLong,
            HandOverProblem::Credentials => credentials_problem(language),
        };
        (hand_over_field(about).name(), said)
    });
    let values = texts.into_iter();
    HandOverForm {
        token: Uuid::new_v4().to_string(),
        filled: Filled {
            values: values
                .map(|(about, text)| (hand_over_field(about).name(), text))
                .collect(),
            problems: problems.collect(),
        },
        asks_sure,
    }
}
