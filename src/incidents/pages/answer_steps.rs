//! What somebody who is committed says of it on the page of their link: it begins, it is over, they cannot come, or
//! they stay longer.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use web::Language;
use web::pages::AnswerSteps;

use super::answer::link;
use super::times;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{FormBody, PathText, Problem};
use crate::incidents::deployments::{
    self, Deployment, DeploymentError, DeploymentState, Extension, ExtensionDecision, Step,
};
use crate::incidents::requests::{self, Desk};
use crate::pages::{LocalPath, redirect};

/// What whoever helps may say of it.
pub(super) async fn steps(
    desk: &Desk,
    deployment: &Deployment,
    (now, language): (Instant, Language),
) -> Result<AnswerSteps, Problem> {
    let asked = deployments::last_extensions(&desk.db, &[deployment.id]).await?;
    let is_asked = |one: &&Extension| one.is_asked(now) && one.expert_at.is_none();
    let stay = asked.get(&deployment.id).filter(is_asked).map(|one| {
        let until = times::starts(one.until, now, language);
        (until, times::until(one.due_at, now, language))
    });
    let is_talk = deployment.terms.is_first_call;
    Ok(AnswerSteps {
        start: !is_talk && deployment.state == DeploymentState::Accepted,
        end: deployment.can_end(),
        cancel: deployment.can_be_called_off(),
        stay,
    })
}

#[derive(Debug, Deserialize)]
pub(super) struct StepFields {
    #[serde(default)]
    schritt: String,
}

/// It begins, it is over, it is called off, or they stay: said by the link alone.
pub(super) async fn step(
    State(app): State<AppState>,
    PathText(text): PathText,
    FormBody(form): FormBody<StepFields>,
) -> Result<Response, Problem> {
    let desk = requests::desk(&app);
    let asked = requests::asked(&desk, &link(&text)?).await?;
    let found = asked.deployment.as_ref();
    let found = found.ok_or_else(|| Problem::not_found("there is no such deployment"))?;
    let done = match form.schritt.as_str() {
        "start" => deployments::take_step_as_expert(&desk, found, Step::Start(None)).await,
        "end" => deployments::take_step_as_expert(&desk, found, Step::End).await,
        "cancel" => deployments::take_step_as_expert(&desk, found, Step::Cancel).await,
        said => {
            let decision = said.parse::<ExtensionDecision>();
            let decision =
                decision.map_err(|_| Problem::invalid("say it by one of the buttons"))?;
            deployments::answer_extension_as_expert(&desk, found, decision).await
        }
    };
    match done {
        // Who was slower sees how it stands now.
        Ok(_) | Err(DeploymentError::NotAsked | DeploymentError::Booked(_)) => {
            Ok(redirect(&LocalPath::or_start(&format!("/a/{text}"))))
        }
        Err(error) => Err(error.into()),
    }
}
