//! `/freigabe/{token}`: a manager of the house decides whether somebody may help. Whoever has the link needs no account.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use web::Frame;
use web::pages::{ReleasePage, ReleaseState};

use super::deployments::insured;
use super::{times, words};
use crate::accounts::Secret;
use crate::app::AppState;
use crate::http::{FormBody, PathText, Problem};
use crate::incidents::deployments::{
    self, CostBasis, DeploymentError, DeploymentState, Question, ReleaseDecision,
};
use crate::incidents::requests;
use crate::organisations::kind_words;
use crate::pages::{Html, LocalPath, Visitor, moment, redirect};

/// Looking does nothing.
pub(super) async fn show(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
) -> Result<Html<ReleasePage>, Problem> {
    let desk = requests::desk(&app);
    let question = deployments::release_question(&desk, &link(&text)?).await?;
    Ok(Html::new(page(&app, frame, question)))
}

#[derive(Deserialize)]
pub(super) struct ReleaseFields {
    #[serde(default)]
    entscheidung: String,
}

/// Whoever decides first decides: the others are shown what was said.
pub(super) async fn decide(
    State(app): State<AppState>,
    PathText(text): PathText,
    FormBody(form): FormBody<ReleaseFields>,
) -> Result<Response, Problem> {
    let link = link(&text)?;
    let decision = form.entscheidung.parse::<ReleaseDecision>();
    let decision = decision.map_err(|_| Problem::invalid("decide by one of the buttons"))?;
    match deployments::decide_by_link(&requests::desk(&app), &link, decision).await {
        Ok(_) | Err(DeploymentError::NotAsked) => {
            Ok(redirect(&LocalPath::or_start(&format!("/freigabe/{text}"))))
        }
        Err(error) => Err(error.into()),
    }
}

fn link(text: &str) -> Result<Secret, Problem> {
    let link = text.parse();
    link.map_err(|_| Problem::not_found("there is no such question"))
}

fn page(app: &AppState, frame: Frame, question: Question) -> ReleasePage {
    let (now, language) = (app.db.clock().now(), frame.language);
    let may_be_remote = question.may_be_remote();
    let Question {
        deployment,
        need,
        incident,
        alias,
        asker,
        cost,
        employer,
    } = question;
    let due = times::until(deployment.due_at, now, language);
    let state = match deployment.state {
        DeploymentState::Agreed if now < deployment.due_at => ReleaseState::Open {
            until: due,
            may_be_remote,
        },
        DeploymentState::Released => ReleaseState::Released(due),
        DeploymentState::Accepted
        | DeploymentState::Active
        | DeploymentState::Returning
        | DeploymentState::Ended => ReleaseState::Accepted,
        DeploymentState::Refused if deployment.released.is_none() => ReleaseState::Refused,
        DeploymentState::Refused => ReleaseState::Declined,
        DeploymentState::Agreed | DeploymentState::Lapsed => ReleaseState::Lapsed,
        DeploymentState::Withdrawn | DeploymentState::Cancelled => ReleaseState::Withdrawn,
    };
    let terms = deployment.terms;
    ReleasePage {
        is_drill: incident.is_drill,
        alias,
        district: requests::district(&app.reference, incident.place.as_deref()),
        asker: asker.map(kind_words),
        task: words::task(&need.wanted, language),
        from: times::starts(terms.from, now, language),
        until: moment(terms.until, now, language),
        is_on_site: terms.is_on_site,
        is_first_call: terms.is_first_call,
        cost: cost.map(CostBasis::words),
        insured: insured(employer),
        state,
        frame,
    }
}
