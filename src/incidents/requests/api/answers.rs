//! JSON of answers: by a one-time link, and on behalf of somebody who phoned.

use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::desk;
use crate::access::Permit;
use crate::access::action::{AnswerForExpert, RevealAlertContact};
use crate::accounts::Secret;
use crate::app::AppState;
use crate::clock::Instant;
use crate::db::Actor;
use crate::http::{JsonBody, PathId, PathText, Problem, ProblemBody, Reply};
use crate::ids::AlertId;
use crate::incidents::deployments::{OtherSide, Side, other_side, words};
use crate::incidents::requests::answer_body::{
    AlertContactBody, AskedBody, AskedState, AskerContactBody, NewAnswer,
};
use crate::incidents::requests::district;
use crate::incidents::requests::model::offered;
use crate::incidents::requests::service::{self, Asked, Desk, RequestError};
use crate::reference::Text;

/// Routes of answers.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(show, answer))
        .routes(routes!(answer_for))
        .routes(routes!(contact))
}

/// Shows what a one-time link asks: open to whoever has it.
#[utoipa::path(get, path = "/answers/{answer_token}", operation_id = "show_question", tag = "help",
    params(("answer_token" = String, Path)), responses(
    (status = 200, body = AskedBody),
    (status = 410, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    State(app): State<AppState>,
    PathText(text): PathText,
) -> Result<Reply<AskedBody>, Problem> {
    let desk = desk(&app);
    let asked = service::asked(&desk, &link(&text)?).await?;
    if asked.state(desk.db.clock().now()) == AskedState::Expired {
        return Err(RequestError::Expired.into());
    }
    Ok(Reply::new(body(&desk, asked).await?))
}

/// Answers by a one-time link. The first answer counts; it can be taken back for ten minutes, unless help is committed.
#[utoipa::path(post, path = "/answers/{answer_token}", operation_id = "answer_question", tag = "help",
    params(("answer_token" = String, Path)), request_body = NewAnswer, responses(
    (status = 200, body = AskedBody),
    (status = 410, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn answer(
    State(app): State<AppState>,
    PathText(text): PathText,
    new: JsonBody<NewAnswer>,
) -> Result<Reply<AskedBody>, Problem> {
    let (desk, link) = (desk(&app), link(&text)?);
    let asked = match new.value.given() {
        Some(given) => service::answer_by_link(&desk, &link, given).await?,
        None => service::undo_by_link(&desk, &link).await?,
    };
    Ok(Reply::new(body(&desk, asked).await?))
}

/// Takes what somebody said on the phone.
#[utoipa::path(post, path = "/alerts/{alert_id}/answer", operation_id = "answer_for_expert", tag = "help", security(("token" = [])),
    params(("alert_id" = AlertId, Path)), request_body = NewAnswer, responses(
    (status = 200, body = AskedBody),
    (status = 410, body = ProblemBody, content_type = "application/problem+json"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn answer_for(
    permit: Permit<AnswerForExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<AlertId>,
    new: JsonBody<NewAnswer>,
) -> Result<Reply<AskedBody>, Problem> {
    let Some(given) = new.value.given() else {
        let detail = "only whoever answered takes it back";
        let error = crate::input::FieldError::new("/answer", "undo", detail);
        return Err(Problem::fields(vec![error]));
    };
    let desk = desk(&app);
    let asked = service::answer_for(&desk, &permit, (id, given)).await?;
    Ok(Reply::new(masked(asked, &desk)))
}

/// Shows the coordinator one number of somebody whom no message reached, to phone them. It is recorded, and the expert
/// sees it.
#[utoipa::path(post, path = "/alerts/{alert_id}/contact", operation_id = "show_alert_contact", tag = "help", security(("token" = [])),
    params(("alert_id" = AlertId, Path)), responses(
    (status = 200, body = AlertContactBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn contact(
    permit: Permit<RevealAlertContact>,
    State(app): State<AppState>,
    PathId(id): PathId<AlertId>,
) -> Result<Reply<AlertContactBody>, Problem> {
    let shown = service::number(&desk(&app), &permit, id).await?;
    Ok(Reply::new(shown.into()))
}

fn link(text: &str) -> Result<Secret, Problem> {
    let link = text.parse();
    link.map_err(|_| Problem::not_found("there is no such question"))
}

/// With whom to phone, where that is committed.
async fn body(desk: &Desk, asked: Asked) -> Result<AskedBody, Problem> {
    let now = desk.db.clock().now();
    let committed = asked.deployment.clone();
    let committed = committed.filter(|one| one.is_open_in(&asked.incident, now));
    let place = asked.incident.place.clone();
    let mut body = masked(asked, desk);
    let Some(deployment) = committed else {
        return Ok(body);
    };
    let side = (&deployment, Side::Expert);
    if let OtherSide::Asker(asker) = other_side(desk, side, Actor::Service).await? {
        let words = words(desk, &deployment).await?;
        let (first, reply) = words.map(|words| (words.caller, words.called)).unzip();
        body.contact = Some(AskerContactBody {
            municipality: place,
            name: asker.name,
            phone: asker.phone,
            caller_word: first.map(|word| word.reveal().to_owned()),
            code_word: reply.map(|word| word.reveal().to_owned()),
        });
    }
    Ok(body)
}

fn masked(asked: Asked, desk: &Desk) -> AskedBody {
    let now = desk.db.clock().now();
    let (state, undo_until) = (asked.state(now), asked.undo_until(now));
    let tells = asked.tells_what_happened(now);
    let Asked {
        alert,
        request,
        need,
        incident,
        deployment,
    } = asked;
    AskedBody {
        state,
        district: district(&desk.reference, incident.place.as_deref()),
        task: Text {
            en: need.wanted.label_en.clone().unwrap_or_default(),
            de: need.wanted.label.clone(),
        },
        symptom: tells.then_some(incident.symptom),
        phase: tells.then_some(incident.phase),
        first_call: need.wanted.first_call,
        mode: need.wanted.mode,
        from: request.from,
        days: need.wanted.days.unwrap_or(request.days),
        drill: incident.is_drill,
        expires_at: alert.expires_at,
        options: if state == AskedState::Open {
            offered(&need.wanted)
        } else {
            Vec::new()
        },
        answer: alert.answer.map(|(kind, _)| kind),
        undo_until,
        deployment_state: deployment.map(|one| one.state),
        contact: None,
    }
}

impl Asked {
    /// Whether it can still be answered.
    pub(in crate::incidents) fn state(&self, now: Instant) -> AskedState {
        use crate::incidents::requests::model::AlertState;
        match self.alert.state {
            AlertState::Answered => AskedState::Answered,
            AlertState::StoodDown => AskedState::StoodDown,
            AlertState::Expired | AlertState::Failed => AskedState::Expired,
            AlertState::Queued | AlertState::Sent | AlertState::Delivered | AlertState::Seen => {
                if now < self.alert.expires_at {
                    AskedState::Open
                } else {
                    AskedState::Expired
                }
            }
        }
    }
}
