//! `/einsaetze/{id}/kontakt`: whom to phone, on record.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use web::pages::{DeploymentContactPage, DeploymentsPage, OtherSide as PageSide};
use web::parts::Link;
use web::{Frame, Notice};

use crate::access::Permit;
use crate::access::action::RevealDeploymentContact;
use crate::app::AppState;
use crate::emergency::Word;
use crate::http::{PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::deployments::{self, Deployment, DeploymentError, OtherSide};
use crate::incidents::pages::requests::lead;
use crate::incidents::requests::desk;
use crate::pages::{Html, Visitor};

/// Sent twice it is looked at twice, and recorded twice.
pub(super) async fn reveal(
    permit: Permit<RevealDeploymentContact>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Response, Problem> {
    let desk = desk(&app);
    let (deployment, side) = match deployments::contact(&desk, &permit, id).await {
        Ok(shown) => shown,
        Err(DeploymentError::NotCommitted) => {
            return Ok(lead("/einsaetze", Notice::RequestMovedOn));
        }
        Err(error) => return Err(error.into()),
    };
    let words = deployments::words(&desk, &deployment).await?;
    let text = |word: &Word| word.reveal().to_owned();
    let words = words.map(|words| (text(&words.caller), text(&words.called)));
    let page = page(frame, (&deployment, side), words);
    Ok(Html::new(page).into_response())
}

fn page(
    frame: Frame,
    (deployment, side): (&Deployment, OtherSide),
    words: Option<(String, String)>,
) -> DeploymentContactPage {
    let (side, back, (name, phone, email)) = match side {
        OtherSide::Expert(shown) => (
            PageSide::Helper,
            Link {
                href: format!("/ersuchen/{}", deployment.request),
                label: DeploymentContactPage::request_title(frame.language),
            },
            (shown.name, shown.phone, shown.email),
        ),
        OtherSide::Asker(asker) => (
            PageSide::Asker,
            Link {
                href: "/einsaetze".to_owned(),
                label: DeploymentsPage::title(frame.language),
            },
            (asker.name, Some(asker.phone), asker.email),
        ),
    };
    DeploymentContactPage {
        back,
        side,
        name,
        phone,
        email,
        words,
        frame,
    }
}
