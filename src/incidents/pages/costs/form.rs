//! `/einsaetze/{id}/kosten/schaetzung` and `…/aufstellung`: the lines of a sheet.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::Frame;
use web::pages::CostFormPage;

use super::read::Read;
use super::steps::notice;
use super::{said, words};
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::app::AppState;
use crate::http::{FormBody, IfMatch, PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::api::kit;
use crate::incidents::costs::{self, CostError, NewSheet, Seen, Sheet, Stage, Step};
use crate::pages::{Html, Parameters, Visitor};

/// A form that was sent.
type Sent = FormBody<Vec<(String, String)>>;

pub(super) async fn show_estimate(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Html<CostFormPage>, Problem> {
    show(&app, &permit, (id, Stage::Estimate), frame).await
}

pub(super) async fn save_estimate(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(sent): Sent,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    save(&app, &permit, (id, Stage::Estimate), (frame, sent)).await
}

pub(super) async fn show_costs(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Html<CostFormPage>, Problem> {
    show(&app, &permit, (id, Stage::Actual), frame).await
}

pub(super) async fn save_costs(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(sent): Sent,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    save(&app, &permit, (id, Stage::Actual), (frame, sent)).await
}

async fn show(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    (id, stage): (DeploymentId, Stage),
    frame: Frame,
) -> Result<Html<CostFormPage>, Problem> {
    let (_, sheet) = written_by(app, permit, (id, stage)).await?;
    let read = Read::stored(&sheet.costs);
    Ok(Html::new(page(frame, &sheet, read)))
}

async fn save(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    (id, stage): (DeploymentId, Stage),
    (frame, sent): (Frame, Parameters),
) -> Result<Response, Problem> {
    let (seen, sheet) = written_by(app, permit, (id, stage)).await?;
    let kind = sheet.costs.kind();
    let mut read = Read::sent(&sent, (kind, frame.language));
    let filled_from = sent
        .parsed("stand")
        .map_or(IfMatch::Other, IfMatch::Version);
    if sent.first("was") == Some("mehr") {
        let mut page = page(frame, &sheet, read.spared());
        page.version = filled_from.or(page.version);
        return Ok(Html::new(page).into_response());
    }
    let is_sent = sent.first("was") == Some("senden");
    let mut is_conflict = false;
    if let Some(lines) = read.lines.take() {
        let (places, lines): (Vec<_>, Vec<_>) = lines.into_iter().unzip();
        let new = NewSheet {
            kind,
            lines,
            vat: read.tax,
            is_sent,
            read: filled_from,
        };
        match costs::write(kit(app), permit, (&seen, stage), new).await {
            Ok(_) => {
                let step = if is_sent { Step::Send } else { Step::Write };
                return Ok(said((id, "kosten"), notice(stage, step)));
            }
            Err(CostError::Version(_)) => is_conflict = true,
            Err(CostError::Invalid(errors)) => read.blame(&places, &errors),
            Err(error) => return Err(error.into()),
        }
    }
    let mut page = page(frame, &sheet, read);
    page.is_conflict = is_conflict;
    if is_conflict {
        return Ok(Html::with_status(page, StatusCode::CONFLICT).into_response());
    }
    page.version = filled_from.or(page.version);
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// The sheet, for who may write it now.
async fn written_by(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    (id, stage): (DeploymentId, Stage),
) -> Result<(Seen, Sheet), Problem> {
    let seen = costs::seen(&app.db, permit, id).await?;
    let sheet = costs::sheet_to_write(kit(app), &seen, stage).await?;
    let written = Some(&sheet).filter(|sheet| sheet.version > 0);
    if !costs::is_writer(&seen, stage) {
        return Err(CostError::NotYours.into());
    }
    let kind = sheet.costs.kind();
    if !costs::is_writable(&seen, (stage, kind), written) {
        return Err(CostError::Fixed.into());
    }
    Ok((seen, sheet))
}

fn page(frame: Frame, sheet: &Sheet, read: Read) -> CostFormPage {
    let Read {
        inputs,
        vat,
        lines: _,
        tax: _,
    } = read;
    CostFormPage {
        id: sheet.deployment.to_string(),
        stage: words::stage(sheet.stage),
        kind: words::kind(sheet.costs.kind(), sheet.is_amtshilfe),
        version: sheet.version,
        lines: inputs,
        vat,
        is_proposal: sheet.version == 0 && sheet.stage == Stage::Estimate,
        is_conflict: false,
        frame,
    }
}
