//! The arrival sheet behind links: written by a town on its status page, read by who is committed.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::Frame;
use web::pages::{ArrivalSheetPage, CodeProblem, HelpSheetPage, SheetForm};

use super::{sheet, sheet_form};
use crate::app::AppState;
use crate::http::{FormBody, PathText, Problem};
use crate::incidents::api::kit;
use crate::incidents::model::IncidentState;
use crate::incidents::pages::asker::is_asker;
use crate::incidents::pages::phone::OwnRequests;
use crate::incidents::pages::status::link;
use crate::incidents::pages::words;
use crate::incidents::readiness::{self, ReadinessError, TownProof};
use crate::incidents::requests;
use crate::incidents::service::{self, AskerProof};
use crate::pages::{Html, LocalPath, Parameters, Visitor, redirect};

/// The form for the phone that asked; for everybody else first the field of the code.
pub(super) async fn ask(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    kept: OwnRequests,
) -> Result<Response, Problem> {
    let is_phone = is_asker(&app, &text, &kept).await?;
    let form = if is_phone {
        let held = held(&app, &text, (is_phone, "")).await;
        match held {
            Err(ReadinessError::Over) => return Ok(back(&text)),
            held => Some(held?),
        }
    } else {
        None
    };
    let asked = Asked {
        form,
        asks_code: !is_phone,
        ..Asked::default()
    };
    shown(&app, (frame, &text), (asked, StatusCode::OK)).await
}

/// With a code alone it opens the form this once; with the form it keeps it.
pub(super) async fn save(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    kept: OwnRequests,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let is_phone = is_asker(&app, &text, &kept).await?;
    let code = sent.first("code").unwrap_or_default();
    let outcome = if sent.first("stand").is_some() {
        keep(&app, (&text, &sent), (is_phone, code, &frame)).await
    } else {
        let held = held(&app, &text, (is_phone, code)).await;
        held.map(|form| (Asked::with(form), StatusCode::OK))
    };
    let (mut asked, status) = match outcome {
        Ok(outcome) => outcome,
        Err(ReadinessError::Over) => return Ok(back(&text)),
        Err(error) => {
            let problem = code_problem(error)?;
            let form = sent.first("stand");
            let form = form.map(|_| sheet_form::sent(&sent, frame.language).0);
            let asked = Asked {
                form,
                problem: Some(problem),
                ..Asked::default()
            };
            (asked, StatusCode::UNPROCESSABLE_ENTITY)
        }
    };
    asked.asks_code = !is_phone;
    shown(&app, (frame, &text), (asked, status)).await
}

/// What the page shows besides.
#[derive(Default)]
struct Asked {
    form: Option<SheetForm>,
    asks_code: bool,
    problem: Option<CodeProblem>,
    is_saved: bool,
}

impl Asked {
    fn with(form: SheetForm) -> Self {
        Self {
            form: Some(form),
            ..Self::default()
        }
    }
}

async fn held(
    app: &AppState,
    text: &str,
    (is_phone, code): (bool, &str),
) -> Result<SheetForm, ReadinessError> {
    let link = link(text).map_err(|_| ReadinessError::NotFound)?;
    let town = TownProof {
        link: &link,
        proof: AskerProof { is_phone, code },
    };
    let held = readiness::held_sheet_by_link(kit(app), town).await?;
    Ok(sheet_form::stored(&held))
}

/// What is wrong is said at its field before the code is looked at: a try is not lost to a typing error.
async fn keep(
    app: &AppState,
    (text, sent): (&str, &Parameters),
    (is_phone, code, frame): (bool, &str, &Frame),
) -> Result<(Asked, StatusCode), ReadinessError> {
    let (mut form, version, sheet) = sheet_form::sent(sent, frame.language);
    let Ok(sheet) = sheet else {
        return Ok((Asked::with(form), StatusCode::UNPROCESSABLE_ENTITY));
    };
    let link = link(text).map_err(|_| ReadinessError::NotFound)?;
    let town = TownProof {
        link: &link,
        proof: AskerProof { is_phone, code },
    };
    match readiness::save_sheet_by_link(kit(app), town, (version, sheet)).await {
        Ok((kept, _)) => {
            let mut asked = Asked::with(sheet_form::stored(&kept));
            asked.is_saved = true;
            Ok((asked, StatusCode::OK))
        }
        Err(ReadinessError::Version(_)) => {
            // The code was right: what somebody else wrote meanwhile is of this version.
            let now = readiness::version_by_link(kit(app), &link).await?;
            form.is_conflict = true;
            form.version = now;
            Ok((Asked::with(form), StatusCode::CONFLICT))
        }
        Err(error) => Err(error),
    }
}

fn code_problem(error: ReadinessError) -> Result<CodeProblem, Problem> {
    match error {
        ReadinessError::NeedsCode => Ok(CodeProblem::Missing),
        ReadinessError::WrongCode(left) => Ok(CodeProblem::Wrong {
            left: u8::try_from(left).unwrap_or(0),
        }),
        ReadinessError::Locked => Ok(CodeProblem::Locked),
        ReadinessError::NotFound
        | ReadinessError::Over
        | ReadinessError::Invalid(_)
        | ReadinessError::Version(_)
        | ReadinessError::KeyReused
        | ReadinessError::Storage(_) => Err(error.into()),
    }
}

/// Nothing of a request that nobody made sure of, and nothing of one that is over.
async fn shown(
    app: &AppState,
    (frame, text): (Frame, &str),
    (asked, status): (Asked, StatusCode),
) -> Result<Response, Problem> {
    let followed = service::follow(kit(app), &link(text)?).await?;
    let incident = &followed.incident;
    match incident.state() {
        IncidentState::Verified => {}
        IncidentState::Closed => return Ok(back(text)),
        IncidentState::Unverified => return Err(ReadinessError::NotFound.into()),
    }
    let particulars = followed.particulars.as_ref();
    let said = particulars.and_then(|particulars| particulars.place_said.as_deref());
    let Asked {
        form,
        asks_code,
        problem,
        is_saved,
    } = asked;
    let page = HelpSheetPage {
        place: words::place(&app.reference, incident, said),
        is_drill: incident.is_drill,
        back: format!("/hilfe/{text}"),
        form,
        asks_code,
        problem,
        is_saved,
        frame,
    };
    Ok(Html::with_status(page, status).into_response())
}

/// The status page, which says where things stand.
fn back(text: &str) -> Response {
    redirect(&LocalPath::or_start(&format!("/hilfe/{text}")))
}

/// The sheet for who is committed, by the link of their answer. It is recorded.
pub(super) async fn read(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
) -> Result<Html<ArrivalSheetPage>, Problem> {
    let desk = requests::desk(&app);
    let link = link(&text)?;
    let shown = readiness::read_sheet_by_link(kit(&app), (&desk, &link)).await?;
    let back = format!("/a/{text}");
    Ok(Html::new(sheet::page(&app, frame, (shown, back, None))))
}
