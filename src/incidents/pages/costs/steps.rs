//! The town decides about costs, and both sides go on with them.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::Notice;
use web::pages::CostsRefusal;

use super::{overview, said};
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::app::AppState;
use crate::http::{FormBody, IfMatch, PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::api::kit;
use crate::incidents::costs::{self, CostError, Stage, Step};
use crate::pages::{Html, Parameters, Visitor};

/// Characters of a question at most.
const LONGEST_QUESTION: usize = 1_000;

pub(super) async fn go_on(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let seen = costs::seen(&app.db, &permit, id).await?;
    let (stage, step) = named(&sent).ok_or_else(|| Problem::invalid("there is no such step"))?;
    let read = sent
        .parsed("stand")
        .map_or(IfMatch::Other, IfMatch::Version);
    let question = sent.first("frage").unwrap_or_default().trim().to_owned();
    let length = question.chars().count();
    let refusal = if step == Step::Query && (length == 0 || length > LONGEST_QUESTION) {
        CostsRefusal::NoQuestion
    } else {
        let asked = (step == Step::Query).then(|| question.clone());
        match costs::advance(kit(&app), &permit, (&seen, stage), (step, asked), read).await {
            Ok(_) => return Ok(said((id, "kosten"), notice(stage, step))),
            Err(CostError::Version(_)) => CostsRefusal::Changed,
            Err(CostError::NotNow) => CostsRefusal::NotNow,
            Err(CostError::OtherKind) => CostsRefusal::OtherKind,
            Err(CostError::OwnWord) => CostsRefusal::OwnWord,
            Err(error) => return Err(error.into()),
        }
    };
    let status = match refusal {
        CostsRefusal::Changed
        | CostsRefusal::NotNow
        | CostsRefusal::OtherKind
        | CostsRefusal::OwnWord => StatusCode::CONFLICT,
        CostsRefusal::NoQuestion => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let refused = (frame, Some((refusal, question)));
    let page = overview::page(&app, &permit, &seen, refused).await?;
    Ok(Html::with_status(page, status).into_response())
}

/// Which sheet and what.
fn named(sent: &Parameters) -> Option<(Stage, Step)> {
    let stage = sent.parsed("blatt")?;
    let step = match sent.first("was")? {
        "agree" => Step::Agree,
        "decline" => Step::Decline,
        "submit" => Step::Submit,
        "accept" => Step::Accept,
        "query" => Step::Query,
        "settle" => Step::Settle,
        _ => return None,
    };
    Some((stage, step))
}

pub(super) const fn notice(stage: Stage, step: Step) -> Notice {
    match (step, stage) {
        (Step::Write, Stage::Estimate) => Notice::EstimateSaved,
        (Step::Write, Stage::Actual) => Notice::CostsSaved,
        (Step::Send, Stage::Estimate) => Notice::EstimateSent,
        (Step::Agree, _) => Notice::EstimateAgreed,
        (Step::Decline, _) => Notice::EstimateDeclined,
        (Step::Send, Stage::Actual) | (Step::Submit, _) => Notice::CostsSubmitted,
        (Step::Accept, _) => Notice::CostsAccepted,
        (Step::Query, _) => Notice::CostsQueried,
        (Step::Settle, _) => Notice::CostsSettled,
    }
}
