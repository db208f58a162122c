//! `/hilfe/{link}/sofortvereinbarung`: the same without an account, for a town that has nothing but a telephone.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::Frame;
use web::pages::{AcceptanceForm, AcceptanceProblem, CodeProblem, HelpConditionsPage};

use super::conditions::{confirmer, filled, problems, text, unconfirmed, version};
use super::conditions_stand;
use crate::app::AppState;
use crate::http::{FormBody, PathText, Problem};
use crate::incidents::api::kit;
use crate::incidents::legal::{self, LegalError};
use crate::incidents::model::IncidentState;
use crate::incidents::pages::phone::OwnRequests;
use crate::incidents::pages::status::link;
use crate::incidents::pages::words;
use crate::incidents::requests::desk;
use crate::incidents::service::{self, AskerProof};
use crate::pages::{Html, LocalPath, Parameters, Told, Visitor, redirect};

pub(super) async fn show(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    kept: OwnRequests,
) -> Result<Html<HelpConditionsPage>, Problem> {
    let typed = Typed::default();
    Ok(Html::new(page(&app, (frame, &text), (&kept, typed)).await?))
}

/// Sent twice it is confirmed once: the page says so.
pub(super) async fn confirm(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    kept: OwnRequests,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let secret = link(&text)?;
    let desk = desk(&app);
    let incident = service::of_link(&app.db, &secret).await?;
    let proof = AskerProof {
        is_phone: kept.has(&service::phone(&app.keyring, incident.id)?),
        code: sent.first("code").unwrap_or_default(),
    };
    let (mut found, mut code) = (unconfirmed(&sent), None);
    if found.is_empty() {
        let said = (version(&sent), &confirmer(&sent));
        match legal::confirm_by_link(&desk, (&secret, proof), said).await {
            Ok(_) | Err(LegalError::Stands) => {
                let path = format!("/hilfe/{text}/sofortvereinbarung");
                return Ok(redirect(&LocalPath::or_start(&path)));
            }
            Err(LegalError::Invalid(errors)) => found = problems(&errors),
            Err(LegalError::Outdated) => found.push(AcceptanceProblem::Outdated),
            Err(LegalError::NeedsCode) => code = Some(CodeProblem::Missing),
            Err(LegalError::WrongCode(left)) => {
                let left = u8::try_from(left).unwrap_or(0);
                code = Some(CodeProblem::Wrong { left });
            }
            Err(LegalError::Locked) => code = Some(CodeProblem::Locked),
            Err(error) => return Err(error.into()),
        }
    }
    let form = filled(&sent, found);
    let typed = Typed { form, code };
    let page = page(&app, (frame, &text), (&kept, typed)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// What was typed, and what is wrong with the code.
#[derive(Default)]
struct Typed {
    form: AcceptanceForm,
    code: Option<CodeProblem>,
}

/// The page; of a request that is not verified there is none (trust.md 10).
async fn page(
    app: &AppState,
    (frame, link_text): (Frame, &str),
    (kept, typed): (&OwnRequests, Typed),
) -> Result<HelpConditionsPage, Problem> {
    let (incident, conditions) = legal::conditions_by_link(&desk(app), &link(link_text)?).await?;
    if incident.state() == IncidentState::Unverified {
        return Err(LegalError::NotFound.into());
    }
    let said = service::place_said(kit(app), &incident).await?;
    let is_asker = kept.has(&service::phone(&app.keyring, incident.id)?);
    let language = frame.language;
    Ok(HelpConditionsPage {
        place: words::place(&app.reference, &incident, said.as_deref()),
        is_drill: incident.is_drill,
        back: format!("/hilfe/{link_text}"),
        stand: conditions_stand(&conditions, is_asker, (Told::OnPaper, language)),
        text: text(app, language),
        is_open: conditions.is_open() && incident.state() == IncidentState::Verified,
        asks_code: !is_asker,
        code: typed.code,
        form: typed.form,
        frame,
    })
}
